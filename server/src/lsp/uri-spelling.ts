/** Clients spell one URI in different ways (`c:` or `c%3A`); inside there is one spelling, and answers use the client's. */
import { ErrorCodes, ResponseError } from 'vscode-languageserver';

export class UriSpelling {
  readonly #toCanonical: (uri: string) => string;
  readonly #client = new Map<string, string>();

  constructor(toCanonical: (uri: string) => string) {
    this.#toCanonical = toCanonical;
  }

  /**
   * The inner spelling of a document's URI; remembers the client's.
   * @throws ResponseError when it is no text: what comes over the wire only claims to be what the protocol says
   */
  fromClient(uri: unknown): string {
    if (typeof uri !== 'string')
      throw new ResponseError(ErrorCodes.InvalidParams, 'The URI of the document is missing.');
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
