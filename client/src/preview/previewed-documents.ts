/**
 * What the language server says of the documents that the built-in preview shows. The preview renders at once and cannot
 * wait: it gets what is known, and renders again when there is something else to show.
 */
import {
  Disposable,
  EventEmitter,
  commands,
  languages,
  window,
  workspace,
  type LogOutputChannel,
  type TextDocumentChangeEvent,
} from 'vscode';
import type { PreviewContents } from '../../../protocol/src/preview.js';
import type { RunbookServer } from '../language-client.js';
import { hasPreviewTab, isPreview } from './preview-tabs.js';
import { RenderAgain } from './render-again.js';
import { RenderedContents } from './rendered-contents.js';

/** Milliseconds from a change until the server is asked; about as long as the preview waits itself. */
const pause = 250;

/**
 * Milliseconds after which a page that took the place of plain Markdown is rendered once more, each time: the editor never
 * shows a page whose predecessor was still loading.
 */
const pagePauses = [2000, 4000, 8000];

export class PreviewedDocuments implements Disposable {
  readonly #server: RunbookServer;
  readonly #output: LogOutputChannel;
  readonly #subscriptions: Disposable;
  readonly #rendered = new EventEmitter<void>();
  /** Fires when another document is the last of {@link uris}. */
  readonly onDidRender = this.#rendered.event;
  readonly #contents = new RenderedContents();
  readonly #renderAgain = new RenderAgain(
    () => void refresh(),
    () => hasPreviewTab() && this.#contents.isOutdated,
  );
  readonly #pageAgain = new RenderAgain(() => void refresh(), hasPreviewTab, pagePauses);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  /** Count up with everything that an answer depends on, and with the edits that move its lines. */
  #changes = 0;
  #edits = 0;

  constructor(server: RunbookServer, output: LogOutputChannel) {
    this.#server = server;
    this.#output = output;
    const onChange = (): void => {
      this.#onChange();
    };
    this.#subscriptions = Disposable.from(
      this.#rendered,
      workspace.onDidChangeTextDocument((event) => {
        this.#onEdit(event);
      }),
      // what is known of identifiers depends on other documents, whose findings change with them
      languages.onDidChangeDiagnostics(onChange),
      workspace.onDidSaveTextDocument(onChange),
      window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        if (opened.some(isPreview)) this.#onOpen();
        if (closed.some(isPreview) && !hasPreviewTab()) this.#contents.clear();
      }),
      window.onDidChangeActiveTextEditor(() => void this.#askAhead()),
      server.onDidChangeState(() => {
        onChange();
        void this.#askAhead();
      }),
    );
    // of previews that are older than the reason to start the server
    if (hasPreviewTab()) this.#renderAgain.now();
  }

  /** The documents that were rendered, the last one behind all others. */
  get uris(): readonly string[] {
    return this.#contents.uris;
  }

  /** What is known of a document that is being rendered: nothing as long as the server has not answered, or where it is no runbook. */
  contentsOf(uri: string): PreviewContents | undefined {
    const isLast = this.uris.at(-1) === uri;
    const contents = this.#contents.render(uri);
    if (contents === undefined) void this.#ask();
    if (this.#contents.takeReplaced()) this.#pageAgain.soon();
    if (!isLast) this.#rendered.fire();
    return contents ?? undefined;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#renderAgain.dispose();
    this.#pageAgain.dispose();
    this.#subscriptions.dispose();
  }

  #onEdit({ document, contentChanges }: TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !this.#server.follows(document)) return;
    const uri = document.uri.toString();
    const changes = contentChanges.map(({ range, text }) => ({
      first: range.start.line,
      last: range.end.line,
      lines: text.split(/\r\n|\r|\n/).length,
    }));
    this.#contents.shift(uri, changes);
    if (this.#contents.has(uri)) this.#edits++;
    this.#onChange();
  }

  #onOpen(): void {
    this.#onChange();
    // what came to sight before our plugin was there
    if (this.#contents.size === 0) this.#renderAgain.soon();
  }

  #onChange(): void {
    this.#changes++;
    if (!hasPreviewTab()) {
      // rendered for something else than a preview: asked anew when that is done again
      this.#contents.forget();
      return;
    }
    this.#askSoon();
  }

  #askSoon(): void {
    if (this.#contents.size === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#ask();
    }, pause);
  }

  /** Asks for the document that somebody works in, so that the first page of its preview is not a plain one. */
  async #askAhead(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document === undefined || this.#server.state !== 'running' || !this.#server.follows(document)) return;
    const { version } = document;
    const uri = document.uri.toString();
    try {
      const result = await this.#server.preview(uri);
      if (document.version === version) this.#contents.expect(uri, result);
    } catch (error) {
      this.#output.warn(`Could not get ahead what the preview of ${uri} shows: ${String(error)}`);
    }
  }

  /** Asks for all documents, one after the other, again when something changed meanwhile. */
  async #ask(): Promise<void> {
    if (this.#isAsking || this.#server.state !== 'running') return;
    this.#isAsking = true;
    const [changes, edits] = [this.#changes, this.#edits];
    let isOther = false;
    for (const uri of this.uris) {
      try {
        const result = await this.#server.preview(uri);
        if (edits !== this.#edits) break;
        if (this.#contents.learn(uri, result)) isOther = true;
      } catch (error) {
        this.#output.warn(`Could not get the preview of ${uri}: ${String(error)}`);
        this.#contents.settle(uri);
      }
    }
    this.#isAsking = false;
    if (isOther || this.#contents.isPlain) this.#renderAgain.now();
    if (changes !== this.#changes || this.#contents.hasUnknown) this.#askSoon();
  }
}

/** Renders all previews again. */
async function refresh(): Promise<void> {
  await commands.executeCommand('markdown.preview.refresh');
}
