/** Clients spell one URI in different ways (`c:` or `c%3A`); inside there is one spelling, and answers use the client's. */

export class UriSpelling {
  readonly #toCanonical: (uri: string) => string;
  readonly #client = new Map<string, string>();

  constructor(toCanonical: (uri: string) => string) {
    this.#toCanonical = toCanonical;
  }

  /** The inner spelling of a document's URI; remembers the client's. */
  fromClient(uri: string): string {
    const canonical = this.#toCanonical(uri);
    if (canonical !== uri) this.#client.set(canonical, uri);
    return canonical;
  }

  /** The inner spelling of a folder's URI, without a slash at its end. */
  fromFolder(uri: string): string {
    return this.#toCanonical(uri).replace(/\/+$/, '');
  }

  /** The client's spelling, where it has shown one. */
  toClient(uri: string): string {
    return this.#client.get(uri) ?? uri;
  }
}
