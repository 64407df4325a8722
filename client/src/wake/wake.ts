/**
 * The first stage of the extension, which is loaded with the first Markdown document: it waits for a reason to load the
 * rest and to start the language server. A folder of other Markdown costs a look at each document, and no process.
 *
 * Reasons are a document that may be one of ours, a file of the workspace whose name says so, a command and a view.
 */
import type MarkdownIt from 'markdown-it';
import {
  Disposable,
  commands,
  l10n,
  window,
  workspace,
  type CancellationToken,
  CancellationTokenSource,
  type ExtensionContext,
  type TextDocument,
} from 'vscode';
import type { RunbookApi } from '../runbook-api.js';
import { contributedIds, workspaceGlob } from './contributed.js';
import { offerFirstTemplates } from './first-templates.js';
import { mayBeOurs } from './may-be-ours.js';
import { serveRulePages } from './rule-pages.js';

/** Milliseconds of rest in typing before a document is looked at again. */
const typingPause = 500;

/** What the host's entry knows. */
export interface Sleeper {
  /** Schemes of the file systems whose documents can be ours, besides those that were never saved. */
  schemes(): readonly string[];
  /** Loads the second stage. Called once; what it gives starts the language server and returns at once. */
  load(): Promise<() => RunbookApi>;
}

/** @returns What other extensions and tests see; says that there is nothing as long as nothing was a reason. */
export function wakeWhenNeeded(context: ExtensionContext, sleeper: Sleeper): RunbookApi {
  let running: RunbookApi | undefined;
  let loading: Promise<void> | undefined;
  const search = new CancellationTokenSource();
  /** Parsers of the preview, which ask once and cannot wait. */
  const parsers: MarkdownIt[] = [];

  /** Rejects when the second stage cannot be loaded; the next reason tries again. */
  const wake = (): Promise<void> => {
    loading ??= (async () => {
      try {
        const start = await sleeper.load();
        stopWaiting.dispose();
        running = start();
      } catch (error) {
        if (running === undefined) loading = undefined;
        throw new Error(l10n.t('Runbook could not be loaded: {0}', wordsOf(error)), { cause: error });
      }
      for (const md of parsers) running.extendMarkdownIt(md);
    })();
    return loading;
  };
  /** For reasons that nobody waits for: whoever types is told once. */
  let hasTold = false;
  const wakeAside = (): void => {
    wake().catch((error: unknown) => {
      if (!hasTold) void window.showErrorMessage(wordsOf(error));
      hasTold = true;
    });
  };
  const look = (document: TextDocument): void => {
    if (isReason(document, sleeper.schemes())) wakeAside();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const { commandIds, viewIds } = contributedIds(context.extension.packageJSON);
  const stopWaiting = Disposable.from(
    search,
    new Disposable(() => {
      search.cancel();
      clearTimeout(timer);
    }),
    offerFirstTemplates(context),
    workspace.onDidOpenTextDocument(look),
    workspace.onDidSaveTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document !== window.activeTextEditor?.document) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        look(document);
      }, typingPause);
    }),
    // The second stage has commands and views of the same names, which take over.
    ...commandIds.map((id) =>
      commands.registerCommand(id, async (...passed: unknown[]) => {
        await wake();
        return commands.executeCommand(id, ...passed);
      }),
    ),
    ...viewIds.map((id) =>
      window.registerTreeDataProvider(id, {
        // the view shows that it loads, not that there is nothing
        getChildren: () => wake().then(() => []),
        getTreeItem: (row: never) => row,
      }),
    ),
    // A report that was open when the window was closed: another one takes its place.
    window.registerWebviewPanelSerializer('runbook.report', {
      deserializeWebviewPanel: async (panel) => {
        const { viewColumn } = panel;
        panel.dispose();
        await wake();
        await commands.executeCommand('runbook.showReport', viewColumn);
      },
    }),
    // so does the page of a run, which says which one it is
    window.registerWebviewPanelSerializer('runbook.run', {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const { viewColumn } = panel;
        panel.dispose();
        await wake();
        await commands.executeCommand('runbook.resumeRun', state, viewColumn);
      },
    }),
  );
  context.subscriptions.push(stopWaiting, serveRulePages(context));

  if (workspace.textDocuments.some((document) => isReason(document, sleeper.schemes()))) wakeAside();
  else
    void hasNamedFile(context, search.token).then((found) => {
      if (found) wakeAside();
    });
  return {
    isAwake: () => loading !== undefined,
    phases: () => running?.phases() ?? [],
    status: () => running?.status(),
    extendMarkdownIt: (md) => {
      if (running !== undefined) return running.extendMarkdownIt(md);
      parsers.push(md);
      return md;
    },
    entries: async () => (await running?.entries()) ?? [],
    lacks: async () => (await running?.lacks()) ?? [],
    runs: async () => (await running?.runs()) ?? [],
  };
}

function isReason(document: TextDocument, schemes: readonly string[]): boolean {
  const { uri, languageId } = document;
  if (uri.scheme !== 'untitled' && !schemes.includes(uri.scheme)) return false;
  if (languageId !== 'markdown' && !uri.path.endsWith('/.runbook.yaml')) return false;
  return mayBeOurs(uri.path, document.getText());
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether the workspace has a file of one of the names that activate the extension. */
async function hasNamedFile(context: ExtensionContext, token: CancellationToken): Promise<boolean> {
  const glob = workspaceGlob(context.extension.packageJSON);
  try {
    return (await workspace.findFiles(glob, '**/node_modules/**', 1, token)).length > 0;
  } catch {
    return false; // A file system that cannot be searched: a document that is opened tells.
  }
}
