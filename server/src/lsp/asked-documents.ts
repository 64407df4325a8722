/**
 * Asks the client for texts that it does not send by itself, since their files have any name: of styles that configuration
 * files extend, with questions about them, and of baselines. Knows their places, not what they say.
 */
import {
  BulkRegistration,
  CompletionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  HoverRequest,
  TextDocumentSyncKind,
  type Connection,
  type Disposable,
  type DocumentSelector,
} from 'vscode-languageserver';
import { completionTriggers } from '../service';
import type { DocumentPlace } from '../workspace';

/** What is asked for now. */
export interface AskedPlaces {
  readonly styles: readonly DocumentPlace[];
  readonly baselines: readonly DocumentPlace[];
}

export class AskedDocuments {
  readonly #connection: Connection;
  #asked = '[[],[]]';
  #registered: Promise<Disposable | null> = Promise.resolve(null);

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Asks for these, and for no others any more. */
  update({ styles, baselines }: AskedPlaces): void {
    const selectors = [styles, baselines].map((places) => places.map(toFilter));
    const asked = JSON.stringify(selectors);
    if (asked === this.#asked) return;
    this.#asked = asked;
    const [ofStyles = [], ofBaselines = []] = selectors;
    // one after the other, so that what is asked for last holds
    this.#registered = this.#registered.then(async (before) => {
      before?.dispose();
      return ofStyles.length + ofBaselines.length === 0 ? null : this.#register(ofStyles, ofBaselines);
    });
  }

  /** Null where the client refuses, which the library logs: then it sends what it sends by itself. */
  #register(styles: DocumentSelector, baselines: DocumentSelector): Promise<Disposable | null> {
    const documentSelector = [...styles, ...baselines];
    const all = BulkRegistration.create();
    all.add(DidOpenTextDocumentNotification.type, { documentSelector });
    all.add(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    });
    all.add(DidCloseTextDocumentNotification.type, { documentSelector });
    if (styles.length > 0) {
      const triggerCharacters = [...completionTriggers];
      all.add(CompletionRequest.type, { documentSelector: styles, triggerCharacters });
      all.add(HoverRequest.type, { documentSelector: styles });
    }
    return this.#connection.client.register(all).catch(() => null);
  }
}

/** Characters that mean something in a glob stand for any one character. */
function toFilter({ uri, path }: DocumentPlace): DocumentSelector[number] {
  return { scheme: uri.slice(0, uri.indexOf(':')), pattern: `**/${path.replace(/[[\]{}*?!]/g, '?')}` };
}
