/** Texts of the workspace's documents: what an editor has open lies over what is on disk. Knows nothing of what they say. */

export interface OpenDocument {
  readonly text: string;
  readonly version: number;
}

/** Open text over disk text, by URI. Closing a document falls back to its disk text; it is no deletion. */
export class DocumentStore {
  readonly #disk = new Map<string, string>();
  readonly #open = new Map<string, OpenDocument>();

  /** The text that counts, or undefined for a document that is neither open nor on disk. */
  textOf(uri: string): string | undefined {
    return this.#open.get(uri)?.text ?? this.#disk.get(uri);
  }

  /** Version of the open document, or null when only the disk has it. */
  versionOf(uri: string): number | null {
    return this.#open.get(uri)?.version ?? null;
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  putOnDisk(uri: string, text: string): void {
    this.#disk.set(uri, text);
  }

  removeFromDisk(uri: string): void {
    this.#disk.delete(uri);
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
