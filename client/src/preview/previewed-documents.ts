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
import type { PreviewContents, PreviewResult } from '../../../protocol/src/preview.js';
import type { RunbookServer } from '../language-client.js';
import { hasPreviewTab, isPreview } from './preview-tabs.js';
import { shiftContents } from './shift-contents.js';

/** Milliseconds from a change until the server is asked; about as long as the preview waits itself. */
const pause = 250;

/** Milliseconds after which a preview that was to render again should have done so; asked for again after each. */
const renderPauses = [500, 1000, 2000, 4000];

export class PreviewedDocuments implements Disposable {
  readonly #server: RunbookServer;
  readonly #output: LogOutputChannel;
  readonly #subscriptions: Disposable;
  readonly #rendered = new EventEmitter<void>();
  /** Fires when another document is the last of {@link uris}. */
  readonly onDidRender = this.#rendered.event;
  /** By URI, in the order in which they were rendered last; undefined where nothing is known yet. */
  readonly #contents = new Map<string, PreviewResult | undefined>();
  /** What each document was rendered with last. */
  readonly #shown = new Map<string, PreviewResult | undefined>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #refreshTimer: ReturnType<typeof setTimeout> | undefined;
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
        if (opened.some(isPreview)) this.#onChange();
        if (closed.some(isPreview) && !hasPreviewTab()) {
          this.#contents.clear();
          this.#shown.clear();
        }
      }),
      server.onDidChangeState(onChange),
    );
    // of previews that are older than the reason to start the server
    if (hasPreviewTab()) void refresh();
  }

  /** The documents that were rendered, the last one behind all others. */
  get uris(): readonly string[] {
    return [...this.#contents.keys()];
  }

  /** What is known of a document that is being rendered: nothing as long as the server has not answered, or where it is no runbook. */
  contentsOf(uri: string): PreviewContents | undefined {
    const isLast = this.uris.at(-1) === uri;
    const contents = this.#contents.get(uri);
    this.#contents.delete(uri);
    this.#contents.set(uri, contents);
    this.#shown.set(uri, contents);
    if (contents === undefined) void this.#ask();
    if (!isLast) this.#rendered.fire();
    return contents ?? undefined;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#refreshTimer);
    this.#subscriptions.dispose();
  }

  #onEdit({ document, contentChanges }: TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !this.#server.follows(document)) return;
    const uri = document.uri.toString();
    let contents = this.#contents.get(uri);
    for (const { range, text } of contentChanges) {
      if (contents == null) break;
      const lines = text.split(/\r\n|\r|\n/).length;
      contents = shiftContents(contents, { first: range.start.line, last: range.end.line, lines });
    }
    if (contents != null) this.#contents.set(uri, contents);
    if (this.#contents.has(uri)) this.#edits++;
    this.#onChange();
  }

  #onChange(): void {
    this.#changes++;
    if (!hasPreviewTab()) {
      // rendered for something else than a preview: asked anew when that is done again
      for (const uri of this.uris) this.#contents.set(uri, undefined);
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
        if (!this.#contents.has(uri)) continue;
        // what is not known is rendered as what is no runbook
        const known = this.#contents.get(uri);
        const isSame = JSON.stringify(result) === JSON.stringify(known ?? null);
        isOther ||= !isSame;
        if (!isSame || known === undefined) this.#contents.set(uri, result);
      } catch (error) {
        this.#output.warn(`Could not get the preview of ${uri}: ${String(error)}`);
        this.#contents.set(uri, this.#contents.get(uri) ?? null);
      }
    }
    this.#isAsking = false;
    if (isOther || this.#isPlain()) this.#refreshUntilShown();
    const isUnknown = [...this.#contents.values()].includes(undefined);
    if (changes !== this.#changes || isUnknown) this.#askSoon();
  }

  /**
   * Whether the preview in front shows plain Markdown although more is known of its document: an answer that comes before
   * its tab does finds no preview to render again.
   */
  #isPlain(): boolean {
    const uri = this.uris.at(-1);
    return uri !== undefined && this.#shown.get(uri) == null && this.#contents.get(uri) != null;
  }

  /**
   * Renders again until the preview in front has done so: one that waits to render for another reason drops what it is
   * asked meanwhile, and then finds the text as it was.
   */
  #refreshUntilShown(attempt = 0): void {
    clearTimeout(this.#refreshTimer);
    void refresh();
    const rest = renderPauses[attempt];
    if (rest === undefined) return;
    this.#refreshTimer = setTimeout(() => {
      const uri = this.uris.at(-1);
      if (uri === undefined || !hasPreviewTab()) return;
      if ((this.#shown.get(uri) ?? null) !== (this.#contents.get(uri) ?? null))
        this.#refreshUntilShown(attempt + 1);
    }, rest);
  }
}

/** Renders all previews again. */
async function refresh(): Promise<void> {
  await commands.executeCommand('markdown.preview.refresh');
}
