/**
 * Texts of the workspace's documents: what an editor has open lies over what is on disk. Knows nothing of what they say.
 *
 * Texts of files are not all kept where they can be read again: in a large workspace they would be half of the memory.
 */

/** Reads the text of a file again, or undefined when it is gone. */
export type ReadText = (uri: string) => string | undefined;

/** Characters of file texts that are kept where they can be read again. */
const keptTexts = 2_000_000;

export interface OpenDocument {
  readonly text: string;
  readonly version: number;
}

/** Open text over disk text, by URI. Closing a document falls back to its disk text; it is no deletion. */
export class DocumentStore {
  /** Texts by URI; undefined for one that is read again when it is asked for. */
  readonly #disk = new Map<string, string | undefined>();
  readonly #open = new Map<string, OpenDocument>();
  readonly #read: ReadText | null;
  /** URIs of the texts that are kept, those used last at the end. */
  readonly #kept = new Set<string>();
  #size = 0;

  /** Without `read`, all texts are kept. */
  constructor(read: ReadText | null = null) {
    this.#read = read;
  }

  /** The text that counts, or undefined for a document that is neither open nor on disk. */
  textOf(uri: string): string | undefined {
    const open = this.#open.get(uri);
    if (open !== undefined) return open.text;
    const known = this.#disk.get(uri);
    if (this.#kept.delete(uri)) this.#kept.add(uri);
    if (known !== undefined || this.#read === null || !this.#disk.has(uri)) return known;
    const text = this.#read(uri);
    if (text !== undefined) this.putOnDisk(uri, text);
    return text;
  }

  /** Version of the open document, or null when only the disk has it. */
  versionOf(uri: string): number | null {
    return this.#open.get(uri)?.version ?? null;
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** Whether there is a file of this URI, read or not. */
  isOnDisk(uri: string): boolean {
    return this.#disk.has(uri);
  }

  putOnDisk(uri: string, text: string): void {
    this.#drop(uri);
    this.#disk.set(uri, text);
    if (this.#read === null) return;
    this.#kept.add(uri);
    this.#size += text.length;
    for (const oldest of this.#kept) {
      if (this.#size <= keptTexts || oldest === uri) break;
      this.#drop(oldest);
      this.#disk.set(oldest, undefined);
    }
  }

  /** A file whose text is read when it is asked for, or put later; one that is known already stays as it is. */
  putUnread(uri: string): void {
    if (!this.#disk.has(uri)) this.#disk.set(uri, undefined);
  }

  /** Whether there is a file whose text can neither be given nor read. */
  lacksText(uri: string): boolean {
    return this.#read === null && this.#disk.has(uri) && this.#disk.get(uri) === undefined;
  }

  removeFromDisk(uri: string): void {
    this.#drop(uri);
    this.#disk.delete(uri);
  }

  #drop(uri: string): void {
    if (this.#kept.delete(uri)) this.#size -= this.#disk.get(uri)?.length ?? 0;
  }

  open(uri: string, document: OpenDocument): void {
    this.#open.set(uri, document);
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  /** All documents that have a text. */
  uris(): Iterable<string> {
    return new Set([...this.#disk.keys(), ...this.#open.keys()]);
  }

  openUris(): Iterable<string> {
    return this.#open.keys();
  }
}
