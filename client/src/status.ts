/**
 * What kind of document this is and how many findings it has: in the status bar, and in the editor's list of what is known of
 * the language. One state for both; the words are in `status-text.ts`.
 */
import {
  Disposable,
  DiagnosticSeverity,
  StatusBarAlignment,
  ThemeColor,
  commands,
  l10n,
  languages,
  window,
  type LanguageStatusItem,
  type StatusBarItem,
  type TextDocument,
} from 'vscode';
import { commandIds, contextKeys, diagnosticSource } from '../../protocol/src/contributions.js';
import type { ActiveOutline, DocumentOutline } from './active-outline.js';
import type { RunbookServer } from './language-client.js';
import { canRun } from './run/can-run.js';
import { statusText, type FindingCounts, type StatusState, type StatusText } from './status-text.js';

const clickCommands: Readonly<Record<StatusText['click'], string>> = {
  explain: commandIds.explainKind,
  restart: commandIds.restartServer,
  showOutput: commandIds.showOutput,
};

/** Said where a command stands as a link. */
const clickTitles = (): Readonly<Record<StatusText['click'], string>> => ({
  explain: l10n.t('Explain…'),
  restart: l10n.t('Restart'),
  showOutput: l10n.t('Show Output'),
});

export class Status implements Disposable {
  readonly #server: RunbookServer;
  readonly #outline: ActiveOutline;
  readonly #item: StatusBarItem;
  readonly #language: LanguageStatusItem;
  readonly #subscriptions: Disposable;
  #shown: StatusText | undefined;
  #contextKind: string | undefined;
  #canRun = false;

  constructor(server: RunbookServer, outline: ActiveOutline) {
    this.#server = server;
    this.#outline = outline;
    this.#item = window.createStatusBarItem('runbook.status', StatusBarAlignment.Right, 100);
    this.#item.name = 'Runbook';
    this.#language = languages.createLanguageStatusItem('runbook.status', []);
    this.#language.name = 'Runbook';
    this.#subscriptions = Disposable.from(
      this.#item,
      this.#language,
      server.onDidChangeState(() => {
        this.#update();
      }),
      outline.onDidChange(() => {
        this.#update();
      }),
      languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = outline.document?.uri.toString();
        if (uris.some((uri) => uri.toString() === shown)) this.#update();
      }),
    );
    this.#update();
  }

  /** The text of the item, undefined while it is hidden. */
  get text(): string | undefined {
    return this.#shown?.text;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #update(): void {
    const state = this.#state();
    const shown = statusText(state, l10n);
    this.#shown = shown;
    this.#setContext(state.state === 'document' ? state.kind : undefined);
    this.#setCanRun(state.state === 'document' ? this.#outline.current : undefined);
    // the list shows an item where it is about the language of the editor
    this.#language.selector = shown === undefined ? [] : [{ language: 'markdown' }];
    if (shown === undefined) {
      this.#item.hide();
      return;
    }
    this.#language.text = shown.name;
    this.#language.detail = shown.detail;
    this.#language.busy = state.state === 'starting';
    this.#language.accessibilityInformation = { label: shown.spoken };
    this.#language.command = { command: clickCommands[shown.click], title: clickTitles()[shown.click] };
    this.#item.text = shown.text;
    this.#item.tooltip = shown.tooltip;
    this.#item.accessibilityInformation = { label: shown.spoken, role: 'button' };
    this.#item.backgroundColor = shown.alarming ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    this.#item.command = clickCommands[shown.click];
    this.#item.show();
  }

  #state(): StatusState {
    const { document, current } = this.#outline;
    if (document === undefined) return { state: 'hidden' };
    if (this.#server.state !== 'running') return { state: this.#server.state };
    if (current?.document !== document) return { state: 'hidden' };
    const { kind, ownKind, reasons } = current.result;
    return { state: 'document', kind, ownKind, reasons, counts: countFindings(document) };
  }

  #setCanRun(outline: DocumentOutline | undefined): void {
    const can = outline !== undefined && canRun(outline.result);
    if (can === this.#canRun) return;
    this.#canRun = can;
    void commands.executeCommand('setContext', contextKeys.canRun, can);
  }

  #setContext(kind: string | undefined): void {
    if (kind === this.#contextKind) return;
    this.#contextKind = kind;
    void commands.executeCommand('setContext', contextKeys.documentKind, kind);
  }
}

function countFindings({ uri }: TextDocument): FindingCounts {
  const ours = languages.getDiagnostics(uri).filter(({ source }) => source === diagnosticSource);
  const count = (wanted: DiagnosticSeverity): number =>
    ours.filter(({ severity }) => severity === wanted).length;
  return {
    errors: count(DiagnosticSeverity.Error),
    warnings: count(DiagnosticSeverity.Warning),
    infos: count(DiagnosticSeverity.Information),
  };
}
