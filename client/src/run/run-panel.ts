/**
 * The page of one run, beside its document. Shows what the server says that is kept, and passes on what someone does. Nothing
 * of the run is kept here: a page that comes back asks the server again.
 */
import {
  Disposable,
  EventEmitter,
  Uri,
  env,
  l10n,
  window,
  workspace,
  type LogOutputChannel,
  type Memento,
  type ViewColumn,
  type WebviewPanel,
} from 'vscode';
import { webviewIds } from '../../../protocol/src/contributions.js';
import type { RunAct, RunEnd } from '../../../protocol/src/run.js';
import type { RunOutcome, RunView } from '../../../protocol/src/run-view.js';
import { newNonce, pageHtml } from '../webview/page-html.js';
import type { RunHostMessage, RunPageMessage } from './page-messages.js';
import { runPageWords } from './page-words.js';
import { commandIn, putCommand } from './put-command.js';
import { toRunPageMessage } from './read-message.js';
import { KnownIds } from './known-ids.js';
import { RunDocument } from './run-document.js';
import { followLink, showDocument } from './run-links.js';
import type { RunRequests } from './run-requests.js';
import { terminalState, type RunTerminals } from './run-terminals.js';
import { titleOf } from './runs-text.js';

/** What all pages of runs share. */
export interface RunPanelParts {
  readonly requests: RunRequests;
  readonly terminals: RunTerminals;
  readonly output: LogOutputChannel;
  readonly extension: Uri;
  /** Keeps who carries runs out, for the next one. */
  readonly memory: Memento;
}

/** Under which name {@link RunPanelParts.memory} keeps who carries runs out. */
export const whoKey = 'runbook.run.who';

export class RunPanel implements Disposable {
  readonly #parts: RunPanelParts;
  readonly #panel: WebviewPanel;
  readonly #ended = new EventEmitter<RunOutcome>();
  /** Fires when someone ends the run here. */
  readonly onDidEnd = this.#ended.event;
  readonly #closed = new EventEmitter<undefined>();
  readonly onDidClose = this.#closed.event;
  readonly #document: RunDocument;
  #view: RunView;
  #end: RunEnd | null = null;
  readonly #ids: KnownIds;
  #isReady = false;
  #isPutting = false;

  constructor(parts: RunPanelParts, view: RunView, column: ViewColumn) {
    this.#parts = parts;
    this.#view = view;
    this.#panel = window.createWebviewPanel(webviewIds.run, titleOf(view, l10n), column);
    const { webview } = this.#panel;
    const folder = Uri.joinPath(parts.extension, 'dist', 'run');
    const icons = Uri.joinPath(parts.extension, 'media', 'run');
    this.#panel.iconPath = { light: Uri.joinPath(icons, 'light.svg'), dark: Uri.joinPath(icons, 'dark.svg') };
    this.#ids = new KnownIds(parts.requests);
    this.#document = new RunDocument(view.textDocument.uri);
    const listening = Disposable.from(
      this.#document,
      this.#document.onDidChange(() => {
        this.#post();
      }),
      this.#panel.onDidChangeViewState(() => {
        // the page is made anew when it comes to sight, and says that it is ready
        if (!this.#panel.visible) this.#isReady = false;
      }),
      workspace.onDidGrantWorkspaceTrust(() => {
        this.#post();
      }),
      webview.onDidReceiveMessage((value: unknown) => {
        const message = toRunPageMessage(value);
        if (message !== undefined) void this.#take(message);
      }),
    );
    this.#panel.onDidDispose(() => {
      listening.dispose();
      this.#closed.fire(undefined);
      this.#closed.dispose();
      this.#ended.dispose();
    });
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    webview.html = pageHtml({
      language: env.language,
      title: titleOf(view, l10n),
      nonce: newNonce(),
      script: webview.asWebviewUri(Uri.joinPath(folder, 'main.js')).toString(),
      style: webview.asWebviewUri(Uri.joinPath(folder, 'page.css')).toString(),
    });
    void this.#takeTexts();
    void this.#takeIds();
  }

  get run(): string {
    return this.#view.run;
  }

  /** What is on show. */
  get view(): RunView {
    return this.#view;
  }

  /** Where it is among the editors; undefined while another tab covers it. */
  get column(): ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** The run may look otherwise: asks again. */
  async refresh(): Promise<void> {
    await this.#trying(async () => {
      this.#show(await this.#parts.requests.state(this.run));
    });
  }

  /** The server is another one, which does not hold the run yet. */
  async takeUp(): Promise<void> {
    try {
      this.#show(await this.#parts.requests.resume(this.run));
    } catch (error) {
      this.#parts.output.warn(`Could not take the run ${this.run} up again: ${String(error)}`);
      this.#say({ type: 'fail', message: messageOf(error) });
    }
  }

  #show(view: RunView): void {
    // an answer that comes late is older than what is on show
    if (view.revision < this.#view.revision) return;
    this.#view = view;
    this.#panel.title = titleOf(view, l10n);
    this.#post();
    void this.#takeTexts();
    void this.#takeIds();
  }

  /** Finds out which words are ids of entries. Where that fails they are shown without a link. */
  async #takeIds(): Promise<void> {
    try {
      if (await this.#ids.learn(this.#view)) this.#post();
    } catch (error) {
      this.#parts.output.warn(`Could not find out where the words of a run lead: ${String(error)}`);
    }
  }

  /** What an ended run leaves, also when it was ended before the page was there. */
  async #takeTexts(): Promise<void> {
    if (this.#view.status !== 'ended' || this.#end !== null) return;
    await this.#trying(async () => {
      this.#end = await this.#parts.requests.texts(this.run);
      this.#post();
    });
  }

  #post(): void {
    if (!this.#isReady) return;
    const notice = this.#view.status === 'ended' ? undefined : this.#document.notice;
    const { notices } = this.#view;
    this.#say({
      type: 'show',
      view: { ...this.#view, notices: notice === undefined ? notices : [...notices, notice] },
      end: this.#end,
      terminal: terminalState(this.#view),
      words: runPageWords(l10n),
      ids: this.#ids.all,
      language: env.language,
    });
  }

  #say(message: RunHostMessage): void {
    void this.#panel.webview.postMessage(message);
  }

  async #take(message: RunPageMessage): Promise<void> {
    await this.#trying(() => this.#do(message));
  }

  /** The page waits for an answer to an act, so that there always is one. */
  async #trying(body: () => Promise<void>): Promise<void> {
    try {
      await body();
    } catch (error) {
      this.#parts.output.warn(`Could not do what the page of a run asks for: ${String(error)}`);
      this.#say({ type: 'say', message: messageOf(error) });
    }
  }

  async #do(message: RunPageMessage): Promise<void> {
    const { requests, terminals } = this.#parts;
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#post();
        return;
      case 'act':
        await this.#act(message.act);
        return;
      case 'copy': {
        const command = commandIn(this.#view, message.command);
        if (command === undefined) return;
        await env.clipboard.writeText(command.text);
        await this.#act({ act: 'copied', command: command.id });
        this.#say({ type: 'say', message: l10n.t('Copied.') });
        return;
      }
      case 'put':
        await this.#put(message.command);
        return;
      case 'terminal':
        terminals.focus(this.#view);
        return;
      case 'reveal':
        await this.#reveal(message.line);
        return;
      case 'open':
        await this.#follow(message.target);
        return;
      case 'end': {
        const { outcome, note } = message;
        this.#end = await requests.end({ run: this.run, outcome, ...(note === '' ? {} : { note }) });
        this.#show(this.#end.view);
        this.#ended.fire(outcome);
        return;
      }
      case 'copy-text':
        await env.clipboard.writeText(this.#end?.[message.text] ?? '');
        this.#say({ type: 'say', message: l10n.t('Copied.') });
        return;
      case 'record':
        if (this.#end?.record != null) await showDocument(Uri.parse(this.#end.record, true), null);
    }
  }

  async #follow(target: string): Promise<void> {
    const said = await followLink(this.#parts.requests, this.#view, target);
    if (said !== undefined) this.#say({ type: 'say', message: said });
  }

  /** Shows the document; where it is gone, the notice says so already. */
  async #reveal(line: number | null): Promise<void> {
    const { notice } = this.#document;
    try {
      await showDocument(Uri.parse(this.#view.textDocument.uri, true), line);
    } catch (error) {
      this.#say({ type: 'say', message: notice ?? messageOf(error) });
    }
  }

  async #put(command: string): Promise<void> {
    // a key that is pressed twice puts one line
    if (this.#isPutting) {
      this.#say({ type: 'say', message: l10n.t('The previous line is still being sent to the terminal.') });
      return;
    }
    this.#isPutting = true;
    try {
      const { requests, terminals } = this.#parts;
      const show = (view: RunView): void => {
        this.#show(view);
      };
      const said = await putCommand({ requests, terminals, show }, this.#view, command);
      this.#say({ type: 'say', message: said ?? l10n.t('Nothing was put into the terminal.') });
      // the question took the focus
      this.#panel.reveal();
    } finally {
      this.#isPutting = false;
    }
  }

  async #act(act: RunAct): Promise<void> {
    const { view, refused } = await this.#parts.requests.act(this.run, act);
    // what is done afterwards is in the summary, too
    if (this.#end !== null) this.#end = await this.#parts.requests.texts(this.run);
    this.#show(view);
    if (refused !== null) this.#say({ type: 'refused', act, refusal: refused });
    else if (act.act === 'who') await this.#parts.memory.update(whoKey, act.who);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
