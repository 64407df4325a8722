/**
 * What the client has open, by the file that it is: one file may be open under several URIs, and then counts once, with the
 * text that was changed last. Knows URIs and texts; nothing of what they say.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { UriSpelling } from './uri-spelling';

export class OpenDocuments {
  readonly #uris: UriSpelling;
  /** The documents of a file by the client's URI, the one whose text counts at the end. */
  readonly #files = new Map<string, Map<string, TextDocument>>();

  constructor(uris: UriSpelling) {
    this.#uris = uris;
  }

  /** A document was opened or changed: its text counts. Returns the file that it is. */
  put(document: TextDocument): string {
    const uri = this.#uris.fromClient(document.uri);
    const same = this.#files.get(uri) ?? new Map<string, TextDocument>();
    same.delete(document.uri);
    this.#files.set(uri, same.set(document.uri, document));
    return uri;
  }

  /** Whether it is the text of this document, in this version, that counts. */
  isCurrent(document: TextDocument, version: number | null): boolean {
    return (
      this.#last(this.#uris.fromClient(document.uri))?.uri === document.uri && version === document.version
    );
  }

  /** A document was closed. Returns the file, and the document whose text counts instead, if there is one. */
  close(document: TextDocument): { readonly uri: string; readonly next: TextDocument | null } {
    const uri = this.#uris.fromClient(document.uri);
    const same = this.#files.get(uri);
    same?.delete(document.uri);
    if (same?.size === 0) this.#files.delete(uri);
    this.#uris.closed(document.uri);
    const next = this.#last(uri) ?? null;
    if (next !== null) this.#uris.use(uri, next.uri);
    return { uri, next };
  }

  /** The URIs under which the client has a file open, or the one under which it is known. */
  spellingsOf(uri: string): readonly string[] {
    const open = [...(this.#files.get(uri)?.keys() ?? [])];
    return open.length === 0 ? [this.#uris.toClient(uri)] : open;
  }

  /** The documents whose file is another one, now that other folders are open; they are of no file until they are put again. */
  takeMoved(): readonly { readonly uri: string; readonly document: TextDocument }[] {
    const moved: { uri: string; document: TextDocument }[] = [];
    for (const [uri, same] of this.#files) {
      for (const document of same.values()) {
        this.#uris.closed(document.uri);
        if (this.#uris.opened(document.uri) === uri) continue;
        moved.push({ uri, document });
        same.delete(document.uri);
      }
      if (same.size === 0) this.#files.delete(uri);
    }
    return moved;
  }

  #last(uri: string): TextDocument | undefined {
    return [...(this.#files.get(uri)?.values() ?? [])].at(-1);
  }
}
