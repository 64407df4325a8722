/**
 * The outline of the document that the user works in, kept up to date with the active editor and its edits.
 * The Phases tree and the status item both show it, so that it is asked for once.
 */
import {
  CancellationTokenSource,
  Disposable,
  EventEmitter,
  TabInputCustom,
  TabInputText,
  TabInputTextDiff,
  window,
  workspace,
  type LogOutputChannel,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import type { OutlineResult } from '../../protocol/src/messages.js';
import type { RunbookServer } from './language-client.js';
import { previewedIn } from './preview/preview-tabs.js';
import type { PreviewedDocuments } from './preview/previewed-documents.js';

/** What the server said about one document. */
export interface DocumentOutline {
  readonly document: TextDocument;
  readonly result: OutlineResult;
}

/** Milliseconds of rest in typing before the outline is asked for again. */
const typingPause = 150;

/** Schemes of text that is no document of the user's: output panel, debug console, comment inputs. */
const panelSchemes = new Set(['output', 'debug', 'comment', 'vscode-scm']);

export class ActiveOutline implements Disposable {
  readonly #server: RunbookServer;
  readonly #output: LogOutputChannel;
  readonly #previewed: PreviewedDocuments;
  readonly #changed = new EventEmitter<void>();
  /** Fires when {@link document} or {@link current} changed. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: Disposable;
  #document: TextDocument | undefined;
  #current: DocumentOutline | undefined;
  #request: CancellationTokenSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether runs have changed since the outline was asked for. */
  #awaitsRecord = false;

  constructor(server: RunbookServer, output: LogOutputChannel, previewed: PreviewedDocuments) {
    this.#server = server;
    this.#output = output;
    this.#previewed = previewed;
    this.#subscriptions = Disposable.from(
      window.onDidChangeActiveTextEditor((editor) => {
        this.#follow(editor);
      }),
      window.tabGroups.onDidChangeTabs(() => {
        this.#followTab();
      }),
      window.tabGroups.onDidChangeTabGroups(() => {
        this.#followTab();
      }),
      previewed.onDidRender(() => {
        this.#followTab();
      }),
      workspace.onDidOpenTextDocument(() => {
        // A change of language closes and opens the document without a change of editor.
        this.#follow(window.activeTextEditor);
      }),
      workspace.onDidCloseTextDocument((document) => {
        // a preview goes on to show it
        if (document === this.#document && !this.#hasTab(document)) this.#track(undefined);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === this.#document && contentChanges.length > 0) this.#refresh(typingPause);
      }),
      server.onDidChangeState((state) => {
        if (state === 'running') this.#refresh(0);
      }),
      // a record says more of the document than stands in it, once it is read
      server.onDidChangeRuns(() => {
        this.#awaitsRecord = true;
      }),
      server.onDidChangeOverview(() => {
        if (this.#awaitsRecord) this.#refresh(0);
        this.#awaitsRecord = false;
      }),
    );
    this.#follow(window.activeTextEditor);
  }

  /** The Markdown document that the user works in, recognised or not. */
  get document(): TextDocument | undefined {
    return this.#document;
  }

  /** The newest answer; still about the document before while the first one about {@link document} is under way. */
  get current(): DocumentOutline | undefined {
    return this.#current;
  }

  /** Whether the server was asked and has not answered. */
  get isAsking(): boolean {
    return this.#request !== undefined;
  }

  dispose(): void {
    this.#abandon();
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  #follow(editor: TextEditor | undefined): void {
    if (editor === undefined) this.#followTab();
    else if (this.#server.follows(editor.document)) this.#track(editor.document);
    else if (!panelSchemes.has(editor.document.uri.scheme)) this.#track(undefined);
  }

  /**
   * Where no text has the focus: the document of a preview is worked in too. Focus in a panel, the settings or a preview of
   * who knows what keeps the last document, as long as a tab still shows it.
   */
  #followTab(): void {
    if (window.activeTextEditor !== undefined) return;
    const tab = window.tabGroups.activeTabGroup.activeTab;
    const shown = tab === undefined ? undefined : previewedIn(tab, this.#previewed.uris);
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === shown);
    if (document !== undefined && this.#server.follows(document)) this.#track(document);
    else if (this.#document !== undefined && !this.#hasTab(this.#document)) this.#track(undefined);
  }

  #hasTab({ uri }: TextDocument): boolean {
    const wanted = uri.toString();
    return window.tabGroups.all.some(({ tabs }) =>
      tabs.some((tab) => {
        const { input } = tab;
        if (input instanceof TabInputText || input instanceof TabInputCustom)
          return input.uri.toString() === wanted;
        if (input instanceof TabInputTextDiff) return input.modified.toString() === wanted;
        return previewedIn(tab, [wanted]) === wanted;
      }),
    );
  }

  #track(document: TextDocument | undefined): void {
    if (document === this.#document) return;
    this.#document = document;
    this.#abandon();
    // The last document's outline stays until the next one's arrives: no empty view in between.
    if (document === undefined || this.#server.state !== 'running') this.#current = undefined;
    this.#changed.fire();
    if (document !== undefined) this.#refresh(0);
  }

  #abandon(): void {
    clearTimeout(this.#timer);
    this.#request?.cancel();
    this.#request?.dispose();
    this.#request = undefined;
  }

  #refresh(delay: number): void {
    this.#abandon();
    if (delay === 0) void this.#ask();
    else this.#timer = setTimeout(() => void this.#ask(), delay);
  }

  async #ask(): Promise<void> {
    const document = this.#document;
    if (document === undefined || this.#server.state !== 'running') return;
    const request = new CancellationTokenSource();
    this.#request = request;
    try {
      const result = await this.#server.outline(document.uri, request.token);
      if (request !== this.#request) return; // An edit or another document came meanwhile and asks anew.
      this.#request = undefined;
      this.#current = { document, result };
      this.#changed.fire();
    } catch (error) {
      if (request !== this.#request) return;
      this.#request = undefined;
      if (this.#current?.document !== document) this.#current = undefined;
      this.#changed.fire();
      this.#output.warn(`Could not get the outline of ${document.uri.toString(true)}: ${String(error)}`);
    }
  }
}
