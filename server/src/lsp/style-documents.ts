/**
 * Asks the client for the texts of styles that configuration files extend, and for questions about them: clients send what
 * has the name of a configuration file, and styles may have any. Knows their paths, not what they say.
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

export class StyleDocuments {
  readonly #connection: Connection;
  #asked = '[]';
  #registered: Promise<Disposable | null> = Promise.resolve(null);

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** These are the styles now. */
  update(styles: readonly DocumentPlace[]): void {
    const documentSelector = styles.map(({ uri, path }) => ({
      scheme: uri.slice(0, uri.indexOf(':')),
      pattern: `**/${withoutMarks(path)}`,
    }));
    const asked = JSON.stringify(documentSelector);
    if (asked === this.#asked) return;
    this.#asked = asked;
    // one after the other, so that what is asked for last holds
    this.#registered = this.#registered.then(async (before) => {
      before?.dispose();
      return styles.length === 0 ? null : this.#register(documentSelector);
    });
  }

  /** Null where the client refuses, which the library logs: then it sends what it sends by itself. */
  #register(documentSelector: DocumentSelector): Promise<Disposable | null> {
    const all = BulkRegistration.create();
    all.add(DidOpenTextDocumentNotification.type, { documentSelector });
    all.add(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    });
    all.add(DidCloseTextDocumentNotification.type, { documentSelector });
    all.add(CompletionRequest.type, { documentSelector, triggerCharacters: [...completionTriggers] });
    all.add(HoverRequest.type, { documentSelector });
    return this.#connection.client.register(all).catch(() => null);
  }
}

/** A path as a glob: what means something there stands for any one character. */
function withoutMarks(path: string): string {
  return path.replace(/[[\]{}*?!]/g, '?');
}
