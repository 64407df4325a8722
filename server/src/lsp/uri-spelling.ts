/** Clients spell one URI in different ways (`c:` or `c%3A`); inside there is one spelling, and answers use the client's. */
import { ErrorCodes, ResponseError } from 'vscode-languageserver';

export class UriSpelling {
  readonly #toCanonical: (uri: string) => string;
  readonly #toFile: (uri: string) => string;
  readonly #client = new Map<string, string>();
  /** The files of open documents, by the client's URI. */
  readonly #open = new Map<string, string>();

  /** `toFile`: the URI, in the inner spelling, by which the workspace knows the file of another one. */
  constructor(toCanonical: (uri: string) => string, toFile: (uri: string) => string = (uri) => uri) {
    this.#toCanonical = toCanonical;
    this.#toFile = toFile;
  }

  /**
   * The inner spelling of a document's URI; remembers the client's.
   * @throws ResponseError when it is no text: what comes over the wire only claims to be what the protocol says
   */
  fromClient(uri: unknown): string {
    if (typeof uri !== 'string')
      throw new ResponseError(ErrorCodes.InvalidParams, 'The URI of the document is missing.');
    const inner = this.#open.get(uri) ?? this.#toCanonical(uri);
    this.use(inner, uri);
    return inner;
  }

  /** A document is opened under this URI: looks which file it is. Returns its inner spelling. */
  opened(uri: string): string {
    const inner = this.#toFile(this.#toCanonical(uri));
    this.#open.set(uri, inner);
    this.use(inner, uri);
    return inner;
  }

  /** A document is no longer open under this URI. */
  closed(uri: string): void {
    const inner = this.#open.get(uri);
    this.#open.delete(uri);
    // an alias never stands for what the folder has under its own name
    if (inner !== undefined && inner !== this.#toCanonical(uri) && this.#client.get(inner) === uri)
      this.#client.delete(inner);
  }

  /** Answers use the client's spelling from now on. */
  use(inner: string, uri: string): void {
    if (inner !== uri) this.#client.set(inner, uri);
    else this.#client.delete(inner);
  }

  /** The inner spelling of a folder's URI, without a slash at its end. */
  fromFolder(uri: string): string {
    return this.#toCanonical(uri).replace(/(?<!\/)\/+$/, '');
  }

  /** The client's spelling, where it has shown one. */
  toClient(uri: string): string {
    return this.#client.get(uri) ?? uri;
  }
}
