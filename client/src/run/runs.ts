/** Starts runs and takes them up again: one page each, as many as there are. */
import {
  Disposable,
  EventEmitter,
  Uri,
  ViewColumn,
  l10n,
  window,
  workspace,
  type ExtensionContext,
  type LogOutputChannel,
} from 'vscode';
import { runCommandIds as ids } from '../../../protocol/src/contributions.js';
import type { RunTarget } from '../../../protocol/src/run.js';
import type { RunOutcome, RunView } from '../../../protocol/src/run-view.js';
import type { ActiveOutline } from '../active-outline.js';
import type { RunCommandTable } from '../commands/command-table.js';
import { whileStarting } from '../commands/while-starting.js';
import type { RunbookServer } from '../language-client.js';
import { askAboutOpen, askAboutTicks, chooseTarget } from './choose-target.js';
import { passedRun } from './passed-target.js';
import { RunPanel, whoKey, type RunPanelParts } from './run-panel.js';
import { RunRequests } from './run-requests.js';
import { RunTerminals } from './run-terminals.js';
import { nameOf } from './runs-text.js';

/** What runs work with. */
export interface RunsParts {
  readonly context: ExtensionContext;
  readonly server: RunbookServer;
  readonly outline: ActiveOutline;
  readonly output: LogOutputChannel;
}

export class Runs implements Disposable {
  readonly requests: RunRequests;
  readonly commands: RunCommandTable;
  readonly #parts: RunsParts;
  readonly #panelParts: RunPanelParts;
  readonly #terminals = new RunTerminals();
  readonly #panels = new Map<string, RunPanel>();
  readonly #ended = new EventEmitter<{ readonly run: string; readonly outcome: RunOutcome }>();
  /** Fires when someone ends a run in this window. */
  readonly onDidEnd = this.#ended.event;
  readonly #subscriptions: Disposable;

  constructor(parts: RunsParts) {
    const { context, server, output } = parts;
    this.#parts = parts;
    this.requests = new RunRequests(server);
    this.#panelParts = {
      requests: this.requests,
      terminals: this.#terminals,
      output,
      extension: context.extensionUri,
      memory: context.globalState,
    };
    this.#subscriptions = Disposable.from(
      this.#terminals,
      this.#ended,
      server.onDidChangeRuns((changed) => {
        for (const run of changed) void this.#panels.get(run)?.refresh();
      }),
      server.onDidChangeState((state) => {
        if (state !== 'running') return;
        for (const panel of this.#panels.values()) if (panel.view.status !== 'ended') void panel.takeUp();
      }),
    );
    this.commands = {
      [ids.run]: (...passed: unknown[]) => this.#begin(passed, false),
      [ids.runAsDrill]: (...passed: unknown[]) => this.#begin(passed, true),
      [ids.resumeRun]: (passed?: unknown, column?: ViewColumn) => this.#resume(passed, column),
    };
  }

  /** The runs that have a page here, as they are on show. */
  get shown(): readonly RunView[] {
    return [...this.#panels.values()].map(({ view }) => view);
  }

  /** Starts a run of a target that was chosen, with its document and its page; undefined when someone backed out. */
  async start(target: RunTarget, drill: boolean): Promise<RunView | undefined> {
    const { textDocument, entry } = target;
    const open = (await this.requests.open()).filter(
      (run) => run.textDocument.uri === textDocument.uri && run.entry === entry,
    );
    if (open.length > 0) {
      const wanted = await askAboutOpen(open);
      if (wanted === undefined) return undefined;
      if (wanted !== 'another') {
        await this.#resume(wanted, undefined);
        return undefined;
      }
    }
    const clear = await askAboutTicks(target);
    if (clear === undefined) return undefined;
    const who = this.#parts.context.globalState.get<string>(whoKey, '');
    const view = await this.requests.start({ textDocument, entry, drill, who, clear });
    await this.#show(view, undefined);
    return view;
  }

  dispose(): void {
    for (const panel of this.#panels.values()) panel.dispose();
    this.#subscriptions.dispose();
  }

  async #begin(passed: readonly unknown[], drill: boolean): Promise<string | undefined> {
    await whileStarting(this.#parts.server);
    const target = await chooseTarget(this.requests, this.#parts.outline, passed);
    return target === undefined ? undefined : (await this.start(target, drill))?.run;
  }

  async #resume(passed: unknown, column: ViewColumn | undefined): Promise<void> {
    await whileStarting(this.#parts.server);
    const run = passedRun(passed) ?? (await this.#chooseOpen());
    if (run === undefined) return;
    const panel = this.#panels.get(run);
    if (panel !== undefined) panel.reveal();
    else await this.#show(await this.requests.resume(run), column);
  }

  /** The one that has not ended, or the one that someone picks. */
  async #chooseOpen(): Promise<string | undefined> {
    const open = await this.requests.open();
    const [first] = open;
    if (open.length === 1) return first?.run;
    if (first === undefined) {
      void window.showInformationMessage(l10n.t('No run is waiting to be resumed.'));
      return undefined;
    }
    const items = open.map((run) => ({ label: nameOf(run), description: run.position, run: run.run }));
    const picked = await window.showQuickPick(items, {
      title: l10n.t('Resume Run'),
      placeHolder: l10n.t('Run to resume'),
    });
    return picked?.run;
  }

  /** Shows the page beside the document, which comes to sight where it is not. */
  async #show(view: RunView, column: ViewColumn | undefined): Promise<void> {
    // several runs are tabs of one group, beside the documents
    const group = [...this.#panels.values()].map((other) => other.column).find((one) => one !== undefined);
    if (column === undefined) await showDocumentOf(view, group);
    const panel = new RunPanel(this.#panelParts, view, column ?? group ?? ViewColumn.Beside);
    const { run } = panel;
    this.#panels.set(run, panel);
    panel.onDidEnd((outcome) => {
      this.#ended.fire({ run, outcome });
    });
    panel.onDidClose(() => {
      if (this.#panels.get(run) === panel) this.#panels.delete(run);
    });
  }
}

/** `group`: of the pages of runs, which no document covers where there are any. */
async function showDocumentOf({ textDocument }: RunView, group: ViewColumn | undefined): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(textDocument.uri, true));
  const visible = window.visibleTextEditors.find((editor) => editor.document === document);
  await window.showTextDocument(document, {
    viewColumn: visible?.viewColumn ?? (group === undefined ? ViewColumn.Active : ViewColumn.One),
    preview: false,
  });
}
