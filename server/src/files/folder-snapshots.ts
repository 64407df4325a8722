/**
 * Saves what was worked out of the files of a workspace folder, so that the next session reads only what changed since.
 * Knows nothing of what was worked out; that it is of use to no other folder or program is held by its key.
 */
import { fromUtf8, utf8 } from './bytes';

/** Counts up when the meaning of what is saved changes in a way that the program's own code does not show. */
const format = 2;

/** Saves bytes by name, and may lose any of them. */
export interface SnapshotStore {
  readBytes(name: string): Promise<Uint8Array | null>;
  /** `pieces`: the bytes, one piece after the other. */
  writeBytes(name: string, pieces: readonly Uint8Array[]): Promise<void>;
}

/** Which program this is: what other code has worked out may be something else. */
export interface SnapshotProgram {
  /** The editor and the command line save beside each other, by the names of their programs. */
  readonly name: string;
  /** The same for the same code on the same platform only. */
  readonly fingerprint: string;
}

/** Everything besides the files that a snapshot depends on. */
export interface SnapshotKey {
  /** URI of the folder. */
  readonly folder: string;
  /** The rules that say which files count and how they are judged, as one text. */
  readonly rules: string;
}

/** What is known of one file. */
export interface FileSnapshot {
  readonly uri: string;
  /** Of its content, as {@link digestOf} gives it. */
  readonly digest: string;
  readonly values: unknown;
}

/** What is known of a folder. */
export interface FolderSnapshot {
  /** The day on which it was saved, `YYYY-MM-DD`. */
  readonly today: string;
  /** Paths of the documents that were there and could not be read. */
  readonly skipped: readonly string[];
  readonly files: Iterable<FileSnapshot>;
  /** Whether it was worked out just now, so that it is not saved yet. */
  readonly isNew?: true;
}

/** SHA-256 in hexadecimal digits, by the means of the host. */
export type Digest = (bytes: Uint8Array) => string | Promise<string>;

export class FolderSnapshots {
  readonly #store: SnapshotStore;
  readonly #program: SnapshotProgram;
  readonly #digest: Digest;

  constructor(store: SnapshotStore, program: SnapshotProgram, digest: Digest) {
    this.#store = store;
    this.#program = program;
    this.#digest = digest;
  }

  /** The snapshot of this key; null when there is none. */
  async read(key: SnapshotKey): Promise<FolderSnapshot | null> {
    const bytes = await this.#store.readBytes(await this.#nameOf(key));
    if (bytes === null) return null;
    const end = bytes.indexOf(lineEnd);
    const [fingerprint, today, skipped] = toList(fromUtf8(bytes.subarray(0, Math.max(0, end))));
    if (
      fingerprint !== (await this.#fingerprint(key)) ||
      typeof today !== 'string' ||
      !Array.isArray(skipped)
    )
      return null;
    return {
      today,
      skipped: skipped.filter((path) => typeof path === 'string'),
      files: filesIn(bytes, end + 1),
    };
  }

  /** Saves a snapshot instead of the one before. `files` are lines of {@link toLine}. */
  async write(
    key: SnapshotKey,
    { today, skipped }: Pick<FolderSnapshot, 'today' | 'skipped'>,
    files: readonly Uint8Array[],
  ): Promise<void> {
    const header = utf8(`${JSON.stringify([await this.#fingerprint(key), today, skipped])}\n`);
    await this.#store.writeBytes(await this.#nameOf(key), [header, ...files]);
  }

  async #nameOf({ folder }: SnapshotKey): Promise<string> {
    return this.#digest(utf8(`${folder}\n${this.#program.name}`));
  }

  async #fingerprint({ rules }: SnapshotKey): Promise<string> {
    return this.#digest(utf8(JSON.stringify([format, this.#program.fingerprint, rules])));
  }
}

/** The files of lines of {@link toLine}. */
export function fromLines(lines: Uint8Array): Iterable<FileSnapshot> {
  return filesIn(lines, 0);
}

/** A file as {@link FolderSnapshots.write} takes it. */
export function toLine({ uri, digest, values }: FileSnapshot): Uint8Array {
  return utf8(`${JSON.stringify([uri, digest, values])}\n`);
}

/** The digest of a document's content; a byte order mark does not count, since editors do not show it. */
export function digestOf<T>(content: Uint8Array, digest: (bytes: Uint8Array) => T): T {
  const hasMark = content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf;
  return digest(hasMark ? content.subarray(3) : content);
}

const lineEnd = 0x0a;

function* filesIn(bytes: Uint8Array, from: number): Iterable<FileSnapshot> {
  for (let start = from; start < bytes.length;) {
    const end = bytes.indexOf(lineEnd, start);
    const [uri, digest, values] = toList(fromUtf8(bytes.subarray(start, end < 0 ? bytes.length : end)));
    if (typeof uri === 'string' && typeof digest === 'string') yield { uri, digest, values };
    start = end < 0 ? bytes.length : end + 1;
  }
}

function toList(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
