/**
 * Keeps what was worked out of the files of a workspace folder, so that the next session reads only what changed since.
 * Knows nothing of what was worked out; that it is of use to nobody else is held by what it is kept under.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { EntryStore } from './entry-store';
import type { Program } from './program';

/** Counts up when the meaning of what is kept changes in a way that the tool's own code does not show. */
const format = 1;

/** Everything besides the files that what is known of them depends on. */
export interface MemoryTerms {
  /** URI of the folder. */
  readonly folder: string;
  /** The rules that say which files count and how they are judged, as one text. */
  readonly rules: string;
}

/** What is known of one file. */
export interface RememberedFile {
  readonly uri: string;
  /** Of its content, as `digestOf` gives it. */
  readonly digest: string;
  readonly values: unknown;
}

/** What is known of a folder. */
export interface RememberedFolder {
  /** The day of the findings, `YYYY-MM-DD`. */
  readonly today: string;
  /** Paths of the documents that were there and could not be read. */
  readonly skipped: readonly string[];
  readonly files: Iterable<RememberedFile>;
}

export class FolderMemory {
  readonly #store: EntryStore;
  /** The editor and the command line keep what they know beside each other, by the names of their programs. */
  readonly #program: Program;

  constructor(store: EntryStore, program: Program) {
    this.#store = store;
    this.#program = program;
  }

  /** What was kept on these terms; null when there is nothing, or what there is says something else. */
  async read(terms: MemoryTerms): Promise<RememberedFolder | null> {
    const bytes = await this.#store.readBytes(this.#nameOf(terms));
    if (bytes === null) return null;
    const end = bytes.indexOf(lineEnd);
    const [fingerprint, today, skipped] = toList(bytes.subarray(0, end).toString());
    if (fingerprint !== this.#fingerprint(terms) || typeof today !== 'string' || !Array.isArray(skipped))
      return null;
    return {
      today,
      skipped: skipped.filter((path) => typeof path === 'string'),
      files: filesIn(bytes, end + 1),
    };
  }

  /** Keeps what is known, instead of what was kept before. `files` are lines of {@link toLine}. */
  async write(
    terms: MemoryTerms,
    { today, skipped }: Pick<RememberedFolder, 'today' | 'skipped'>,
    files: readonly Uint8Array[],
  ): Promise<void> {
    const header = Buffer.from(`${JSON.stringify([this.#fingerprint(terms), today, skipped])}\n`);
    await this.#store.writeBytes(this.#nameOf(terms), Buffer.concat([header, ...files]));
  }

  #nameOf({ folder }: MemoryTerms): string {
    return createHash('sha256').update(`${folder}\n${this.#program.name}`).digest('hex');
  }

  #fingerprint({ rules }: MemoryTerms): string {
    return digestOf(Buffer.from(JSON.stringify([format, this.#program.fingerprint, rules])));
  }
}

/** A file as {@link FolderMemory.write} takes it. */
export function toLine({ uri, digest, values }: RememberedFile): Uint8Array {
  return Buffer.from(`${JSON.stringify([uri, digest, values])}\n`);
}

/** The digest of a document's content; a byte order mark does not count, since editors do not show it. */
export function digestOf(content: Uint8Array): string {
  const hasMark = content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf;
  return createHash('sha256')
    .update(hasMark ? content.subarray(3) : content)
    .digest('base64');
}

/** The store below a folder for caches that holds what is known of folders. */
export function memoryFolder(caches: string): string {
  return join(caches, 'folders');
}

const lineEnd = 0x0a;

function* filesIn(bytes: Buffer, from: number): Iterable<RememberedFile> {
  for (let start = from; start < bytes.length;) {
    const end = bytes.indexOf(lineEnd, start);
    const [uri, digest, values] = toList(bytes.toString('utf8', start, end < 0 ? bytes.length : end));
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
