/**
 * The runs of this workspace that have not ended: asked for when the server runs, when it says that they may differ, and
 * when the window gets the focus. Says so
 * in the status bar, and to the view of runs; no pop-up. Who takes one up again is the third stage's business.
 */
import {
  Disposable,
  EventEmitter,
  StatusBarAlignment,
  commands,
  l10n,
  window,
  type LogOutputChannel,
} from 'vscode';
import { contextKeys, runCommandIds } from '../../../protocol/src/contributions.js';
import { openRunsRequest, type OpenRun } from '../../../protocol/src/run.js';
import type { RunbookServer } from '../language-client.js';
import { runsText } from './runs-text.js';

export class OpenRuns implements Disposable {
  readonly #server: RunbookServer;
  readonly #output: LogOutputChannel;
  readonly #item = window.createStatusBarItem('runbook.run', StatusBarAlignment.Left, 0);
  readonly #changed = new EventEmitter<void>();
  /** Fires when {@link all} has changed. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: Disposable;
  #all: readonly OpenRun[] = [];
  #asked = 0;

  constructor(server: RunbookServer, output: LogOutputChannel) {
    this.#server = server;
    this.#output = output;
    this.#item.name = l10n.t('Runbook: Runs');
    this.#item.command = runCommandIds.resumeRun;
    this.#subscriptions = Disposable.from(
      this.#item,
      this.#changed,
      server.onDidChangeRuns(() => {
        void this.#ask();
      }),
      server.onDidChangeState((state) => {
        if (state === 'running') void this.#ask();
      }),
      // what happens in another window, nobody tells
      window.onDidChangeWindowState(({ focused }) => {
        if (focused && server.state === 'running') void this.#ask();
      }),
    );
  }

  get all(): readonly OpenRun[] {
    return this.#all;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #ask(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const all = await this.#server.request<readonly OpenRun[]>(openRunsRequest.method, {});
      if (asked === this.#asked) this.#take(all);
    } catch (error) {
      this.#output.warn(`Could not get the runs that have not ended: ${String(error)}`);
    }
  }

  #take(all: readonly OpenRun[]): void {
    const had = this.#all.length > 0;
    this.#all = all;
    const text = runsText(all, l10n);
    if (text === undefined) this.#item.hide();
    else {
      this.#item.text = text.text;
      this.#item.tooltip = text.tooltip;
      this.#item.accessibilityInformation = { label: text.spoken, role: 'button' };
      this.#item.show();
    }
    if (had !== all.length > 0)
      void commands.executeCommand('setContext', contextKeys.hasRuns, all.length > 0);
    this.#changed.fire();
  }
}
