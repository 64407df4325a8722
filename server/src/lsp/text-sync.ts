/** Takes in what the client opens, changes and closes: documents and configuration files. */
import { TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { alertSourceOf } from '../alerts/alert-source';
import { mayHoldAlerts } from '../alerts/look';
import type { RunbookService } from '../service';
import type { Background } from './background';
import { mayBeConfiguration, type ConfigurationDiagnostics } from './configuration-diagnostics';
import type { DiagnosticsFeed } from './diagnostics';
import type { LargeDocuments } from './large-documents';
import type { OpenDocuments } from './open-documents';
import type { UriSpelling } from './uri-spelling';

export interface TextSyncContext {
  readonly service: RunbookService;
  readonly uris: UriSpelling;
  readonly open: OpenDocuments;
  readonly large: LargeDocuments;
  readonly configurations: ConfigurationDiagnostics;
  readonly background: Background;
  readonly feed: DiagnosticsFeed;
  /** What there is to say of files that are no documents, or too large, may differ. */
  readonly othersChanged: () => void;
  /** An open document changed, before it is read again. */
  readonly changed: (() => void) | undefined;
  /** A document was opened or saved: files may have changed before. */
  readonly openedOrSaved: () => void;
  /** The texts of open documents, for who follows them. */
  readonly runs: { readonly changed: (uri: string) => void; readonly saved: (uri: string) => void };
}

export class TextSync {
  readonly #context: TextSyncContext;
  readonly #documents = new TextDocuments(TextDocument);
  /** Documents that changed and are not read again yet: changes that have arrived already become one. */
  readonly #changed = new Set<TextDocument>();

  constructor(context: TextSyncContext) {
    this.#context = context;
  }

  /** To be called before the connection listens. */
  listen(connection: Connection): void {
    const { uris, openedOrSaved, runs } = this.#context;
    this.#documents.onDidOpen(({ document }) => {
      uris.opened(document.uri);
      if (this.#isDocument(document)) this.put(document);
      openedOrSaved();
    });
    this.#documents.onDidSave(({ document }) => {
      runs.saved(uris.fromClient(document.uri));
      openedOrSaved();
    });
    const readChanged = (): void => {
      this.#readChanged((problem) => {
        connection.console.error(problem);
      });
    };
    this.#documents.onDidChangeContent(({ document }) => {
      if (this.#change(document)) this.#context.background.soon(readChanged);
    });
    this.#documents.onDidClose(({ document }) => {
      this.#close(document);
    });
    this.#documents.listen(connection);
  }

  /** Takes the text of an open document; one that is too large stands for an empty one, where it stands for any. */
  put(document: TextDocument): void {
    const { service, open, large, feed, othersChanged, runs } = this.#context;
    const uri = open.put(document);
    const text = document.getText();
    if (large.measure(uri, text.length)) othersChanged();
    if (!large.has(uri)) feed.changed(service.openDocument(uri, document.version, text), uri);
    else if (service.runbook(uri) !== undefined)
      feed.changed(service.openDocument(uri, document.version, ''), uri);
    runs.changed(uri);
  }

  /** Returns whether the document is to be read. */
  #change(document: TextDocument): boolean {
    const { service, uris, open, configurations, background, changed, othersChanged } = this.#context;
    background.noteChange();
    changed?.();
    const uri = uris.fromClient(document.uri);
    if (mayBeConfiguration(document)) {
      configurations.put(uri, document.getText(), document.version);
      if (configurations.holds(uri)) othersChanged();
    }
    if (!this.#isDocument(document) || open.isCurrent(document, service.versionOf(uri))) return false;
    this.#changed.add(document);
    return true;
  }

  /** Reads the documents that changed. One that cannot be read must keep no message from being handled. */
  #readChanged(tell: (problem: string) => void): void {
    const changed = [...this.#changed];
    this.#changed.clear();
    for (const document of changed) {
      try {
        this.put(document);
      } catch (error) {
        tell(
          `A document could not be read: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
    }
  }

  #close(document: TextDocument): void {
    const { service, open, large, configurations, feed, othersChanged } = this.#context;
    const { uri, next } = open.close(document);
    if (next !== null) {
      feed.closedAlias(document.uri);
      this.put(next);
      return;
    }
    if (this.#isDocument(document)) feed.changed(service.closeDocument(uri));
    feed.closed(uri);
    const wasLarge = large.close(uri);
    if (mayBeConfiguration(document)) configurations.close(uri);
    if (wasLarge || configurations.holds(uri)) othersChanged();
  }

  /** Whether a text is Markdown or holds alert rules, or the configuration makes its file a document. */
  #isDocument(document: TextDocument): boolean {
    const { service, uris } = this.#context;
    const { languageId, uri } = document;
    if (languageId === 'markdown' || /\.(?:md|markdown)$/i.test(uri)) return true;
    if (service.textOf(uris.fromClient(uri)) !== undefined) return true;
    return alertSourceOf(uri) === 'yaml' && mayHoldAlerts(document.getText());
  }
}
