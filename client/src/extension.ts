/**
 * The second stage of the extension, the same on every host: wires the language server, the Phases tree, the status item
 * and the commands. How the server is started comes in from the host (`node/start.ts`, `browser/start.ts`); when, is said
 * by the first stage (`wake/wake.ts`).
 */
import { commands, extensions, l10n, window, workspace, type ExtensionContext } from 'vscode';
import { commandIds } from '../../protocol/src/contributions.js';
import { ActiveOutline } from './active-outline.js';
import { registerCommands } from './commands/register-commands.js';
import { RunbookServer, type ServerHost } from './language-client.js';
import { extendMarkdownIt } from './preview/extend-markdown-it.js';
import { PreviewedDocuments } from './preview/previewed-documents.js';
import { translatedWords } from './preview/translated-words.js';
import { registerOverview } from './overview/register-overview.js';
import type { RunbookApi } from './runbook-api.js';
import { Status } from './status.js';
import { PhasesView } from './views/phases-view.js';

/** Returns at once; the server starts behind. */
export function startRunbook(context: ExtensionContext, host: ServerHost): RunbookApi {
  // Search for symbols is left to VS Code's own Markdown support, which wakes up with the first document otherwise.
  void extensions.getExtension('vscode.markdown-language-features')?.activate();
  const output = window.createOutputChannel('Runbook', { log: true });
  const server = new RunbookServer(output, host);
  const previewed = new PreviewedDocuments(server, output);
  const outline = new ActiveOutline(server, output, previewed);
  const phases = new PhasesView(server, outline);
  const status = new Status(server, outline);
  const overview = registerOverview(context, server, output);
  context.subscriptions.push(
    output,
    server,
    previewed,
    outline,
    phases,
    status,
    registerCommands(context, server, outline, phases, output),
    overview,
    // what happened in other windows: a branch was switched, and not every change was told of
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) server.rescan();
    }),
    // a folder of another file system: the server is told at its start of which ones it gets documents
    workspace.onDidChangeWorkspaceFolders(() => {
      if (server.lacksSchemes()) void server.restart();
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
    entries: () => overview.entries(),
    lacks: () => overview.lacks(),
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
