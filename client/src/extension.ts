/**
 * The second stage of the extension, the same on every host: wires the language server, the Phases tree and the status item.
 * How the server is started comes in from the host (`node/start.ts`, `browser/start.ts`); when, is said by the first stage
 * (`wake/wake.ts`). What people ask for is the third stage, which is loaded when they do (`on-demand.ts`).
 */
import {
  Uri,
  commands,
  extensions,
  l10n,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
} from 'vscode';
import {
  commandIds,
  overviewCommandIds,
  runCommandIds,
  viewIds,
  webviewIds,
} from '../../protocol/src/contributions.js';
import type { OpenRun } from '../../protocol/src/run.js';
import { ActiveOutline } from './active-outline.js';
import { RunbookServer, type ServerHost } from './language-client.js';
import type { OnDemand } from './on-demand.js';
import { extendMarkdownIt } from './preview/extend-markdown-it.js';
import { PreviewedDocuments } from './preview/previewed-documents.js';
import { translatedWords } from './preview/translated-words.js';
import { FindingsBadge } from './overview/findings-badge.js';
import type { OverviewTrees } from './overview/overview.js';
import { drillController } from './run/drill-controller.js';
import { OpenRuns } from './run/open-runs.js';
import type { RunbookApi } from './runbook-api.js';
import { Status } from './status.js';
import { LateTree } from './views/late-tree.js';
import { PhasesView } from './views/phases-view.js';

/** Returns at once; the server starts behind. */
export function startRunbook(context: ExtensionContext, host: ServerHost): RunbookApi {
  // Search for symbols is left to VS Code's own Markdown support, which wakes up with the first document otherwise.
  void extensions.getExtension('vscode.markdown-language-features')?.activate();
  const output = window.createOutputChannel('Runbook', { log: true });
  // that of the workspace is another one in each window on the same folder
  const runStorage = Uri.joinPath(context.globalStorageUri, 'runs').toString();
  const server = new RunbookServer(output, host, runStorage);
  const previewed = new PreviewedDocuments(server, output);
  const outline = new ActiveOutline(server, output, previewed);
  const phases = new PhasesView(server, outline);
  const status = new Status(server, outline);
  const openRuns = new OpenRuns(server, output);
  const runs = new LateTree<OpenRun>(viewIds.runs, false, async () => (await onDemand()).runsView);
  const trees: OverviewTrees = {
    entries: new LateTree(viewIds.entries, false, async () => (await onDemand()).overview.entriesView),
    coverage: new LateTree(viewIds.coverage, true, async () => (await onDemand()).overview.coverageView),
  };
  const onDemand = onceUntilItFails(async () => {
    const { startOnDemand } = await import('./on-demand.js');
    return startOnDemand({ context, server, outline, phases, trees, openRuns, output });
  });
  context.subscriptions.push(
    output,
    server,
    previewed,
    outline,
    phases,
    status,
    trees.entries,
    trees.coverage,
    openRuns,
    runs,
    openRuns.onDidChange(() => {
      runs.refresh();
    }),
    drillController(async () => (await onDemand()).drills),
    new FindingsBadge(trees.entries.view),
    ...registerStubs(onDemand),
    // what happened in other windows: a branch was switched, and not every change was told of
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) server.rescan();
    }),
    // a folder of another file system: the server is told at its start of which ones it gets documents
    workspace.onDidChangeWorkspaceFolders(() => {
      if (server.lacksSchemes()) void server.start();
    }),
    server.onDidChangeState((state) => {
      if (state === 'stopped') void offerRestart();
    }),
  );
  void server.start();
  return {
    isAwake: () => true,
    phases: () => phases.nodes,
    status: () => status.text,
    extendMarkdownIt: (md) => extendMarkdownIt(md, translatedWords(), (uri) => previewed.contentsOf(uri)),
    entries: async () => (await onDemand()).overview.allEntries(),
    lacks: async () => (await onDemand()).overview.lacks(),
    runs: async () => (await onDemand()).runs.shown,
  };
}

/** Commands, and pages that were open when the window was closed, load what they need. */
function registerStubs(onDemand: () => Promise<OnDemand>): readonly Disposable[] {
  const ids = [
    ...Object.values(commandIds),
    ...Object.values(overviewCommandIds),
    ...Object.values(runCommandIds),
  ];
  return [
    ...ids.map((id) =>
      commands.registerCommand(id, async (...passed: unknown[]): Promise<unknown> => {
        const { commands: table } = await onDemand();
        return table[id](...passed);
      }),
    ),
    window.registerWebviewPanelSerializer(webviewIds.report, {
      deserializeWebviewPanel: async (panel) => {
        (await onDemand()).overview.report.fill(panel);
      },
    }),
    window.registerWebviewPanelSerializer(webviewIds.run, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const { viewColumn } = panel;
        panel.dispose();
        await commands.executeCommand(runCommandIds.resumeRun, state, viewColumn);
      },
    }),
  ];
}

/** What `make` gives, made once; where that fails, the next call tries again. */
function onceUntilItFails<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

async function offerRestart(): Promise<void> {
  const showOutput = l10n.t('Show Output');
  const restart = l10n.t('Restart');
  const picked = await window.showErrorMessage(
    l10n.t(
      'The Runbook language server failed to start or has stopped: findings, phases and navigation are unavailable. Check the output for the cause.',
    ),
    showOutput,
    restart,
  );
  if (picked === showOutput) await commands.executeCommand(commandIds.showOutput);
  if (picked === restart) await commands.executeCommand(commandIds.restartServer);
}
