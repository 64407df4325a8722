/**
 * The outline of the document that the user works in, kept up to date with the active editor and its edits.
 * The Phases tree and the status item both show it, so that it is asked for once.
 */
import {
  CancellationTokenSource,
  Disposable,
  EventEmitter,
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
  readonly #changed = new EventEmitter<void>();
  /** Fires when {@link document} or {@link current} changed. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: Disposable;
  #document: TextDocument | undefined;
  #current: DocumentOutline | undefined;
  #request: CancellationTokenSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: RunbookServer, output: LogOutputChannel) {
    this.#server = server;
    this.#output = output;
    this.#subscriptions = Disposable.from(
      window.onDidChangeActiveTextEditor((editor) => {
        this.#follow(editor);
      }),
      window.tabGroups.onDidChangeTabs(() => {
        this.#dropClosed();
      }),
      workspace.onDidOpenTextDocument(() => {
        // A change of language closes and opens the document without a change of editor.
        this.#follow(window.activeTextEditor);
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (document === this.#document) this.#track(undefined);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === this.#document && contentChanges.length > 0) this.#refresh(typingPause);
      }),
      server.onDidChangeState((state) => {
        if (state === 'running') this.#refresh(0);
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

  dispose(): void {
    this.#abandon();
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  #follow(editor: TextEditor | undefined): void {
    if (editor === undefined) this.#dropClosed();
    else if (this.#server.follows(editor.document)) this.#track(editor.document);
    else if (!panelSchemes.has(editor.document.uri.scheme)) this.#track(undefined);
  }

  /** Focus in a panel, a preview or the settings keeps the last document, as long as a tab still shows it. */
  #dropClosed(): void {
    if (window.activeTextEditor === undefined && this.#document !== undefined && !hasTab(this.#document)) {
      this.#track(undefined);
    }
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
      this.#current = { document, result };
      this.#changed.fire();
    } catch (error) {
      if (request !== this.#request) return;
      if (this.#current?.document !== document) this.#current = undefined;
      this.#changed.fire();
      this.#output.warn(`Could not get the outline of ${document.uri.toString(true)}: ${String(error)}`);
    }
  }
}

function hasTab(document: TextDocument): boolean {
  const uri = document.uri.toString();
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => {
      if (input instanceof TabInputText) return input.uri.toString() === uri;
      return input instanceof TabInputTextDiff && input.modified.toString() === uri;
    }),
  );
}
