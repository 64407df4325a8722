/**
 * Saves texts in a folder between runs, by name. It may lose any of them and never gives back another text than it was
 * given: whatever is wrong with the disk or a file of it, there just is no entry. Knows nothing of what they hold.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFile } from './read-file';
import { sha256, sha256OfAll } from './sha256';

/** How long entries are saved, and how many. */
export interface StoreLimits {
  /** Milliseconds after which an entry that was not read is evicted. */
  readonly age: number;
  /** Bytes of all entries together; the least recently read are evicted. */
  readonly size: number;
}

const day = 24 * 60 * 60 * 1000;
const usual: StoreLimits = { age: 30 * day, size: 256 * 1024 * 1024 };

const suffix = '.entry';
const temporarySuffix = '.tmp';
/** Its age tells when the store was last cleaned. */
const cleanedName = 'cleaned';

export class EntryStore {
  readonly #folder: string;
  readonly #limits: StoreLimits;
  readonly #now: () => number;

  /** `now`: milliseconds since 1970. */
  constructor(folder: string, limits: StoreLimits = usual, now: () => number = Date.now) {
    this.#folder = folder;
    this.#limits = limits;
    this.#now = now;
  }

  /** The text that was last written under a name of letters and digits; null when there is none, or it was damaged. */
  async read(name: string): Promise<string | null> {
    return (await this.readBytes(name))?.toString() ?? null;
  }

  /** As `read`, undecoded. */
  async readBytes(name: string): Promise<Buffer | null> {
    const path = join(this.#folder, name + suffix);
    const read = readFile(path, { size: this.#limits.size, noun: 'entries', advice: '' }, null);
    if ('problem' in read) return null;
    const bytes = Buffer.from(read.bytes.buffer, read.bytes.byteOffset, read.bytes.byteLength);
    const end = bytes.indexOf(0x0a);
    const content = bytes.subarray(end + 1);
    if (end < 0 || bytes.subarray(0, end).toString() !== sha256(content)) return null;
    await this.#touch(path);
    return content;
  }

  /** Keeps a text under a name instead of the one before, if the disk lets us. Others see the old one or the new one. */
  write(name: string, text: string): Promise<void> {
    return this.writeBytes(name, [Buffer.from(text)]);
  }

  /** As `write`, of what is encoded already, in pieces: put together they would take their room twice. */
  async writeBytes(name: string, pieces: readonly Uint8Array[]): Promise<void> {
    const temporary = join(this.#folder, `${name}.${randomUUID()}${temporarySuffix}`);
    try {
      // private: entries hold parts of documents
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writePieces(temporary, [Buffer.from(`${sha256OfAll(pieces)}\n`), ...pieces]);
      await rename(temporary, join(this.#folder, name + suffix));
    } catch {
      await rm(temporary, { force: true }).catch(() => undefined);
    }
    await this.#clean();
  }

  /** Notes that an entry was asked for; once a day is enough to know how old it is. */
  async #touch(path: string): Promise<void> {
    const now = this.#now();
    try {
      if (now - (await stat(path)).mtimeMs > day) await utimes(path, now / 1000, now / 1000);
    } catch {
      // read-only: then there is nothing to clean
    }
  }

  /** Drops what is old or too much, at most once a day. */
  async #clean(): Promise<void> {
    const note = join(this.#folder, cleanedName);
    try {
      if (this.#now() - (await modified(note)) < day) return;
      await writeFile(note, '');
      await utimes(note, this.#now() / 1000, this.#now() / 1000);
      let size = 0;
      const files = await this.#files();
      for (const { path, time, bytes } of files.sort((a, b) => b.time - a.time)) {
        const isLeftOver = path.endsWith(temporarySuffix) && this.#now() - time > day;
        size += bytes;
        if (isLeftOver || this.#now() - time > this.#limits.age || size > this.#limits.size)
          await rm(path, { force: true });
      }
    } catch {
      // another day
    }
  }

  async #files(): Promise<{ path: string; time: number; bytes: number }[]> {
    const names = (await readdir(this.#folder)).filter(
      (name) => name.endsWith(suffix) || name.endsWith(temporarySuffix),
    );
    const paths = names.map((name) => join(this.#folder, name));
    const statuses = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
    return statuses.flatMap((status, index) =>
      status === null ? [] : [{ path: paths[index] ?? '', time: status.mtimeMs, bytes: status.size }],
    );
  }
}

/** Writes a new file that is for nobody else. */
async function writePieces(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    const { bytesWritten } = await file.writev(pieces);
    if (bytesWritten !== pieces.reduce((sum, { byteLength }) => sum + byteLength, 0))
      throw new Error('The disk took a part only.');
  } finally {
    await file.close();
  }
}

/** When a file was last written, in milliseconds since 1970; 0 where there is none. */
async function modified(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
}
