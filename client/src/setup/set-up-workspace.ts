/**
 * The command "Set Up Runbook in This Workspace": shows what would be written, asks one question, and writes both files as one
 * edit. What the runbooks are, is the server's business.
 */
import {
  ProgressLocation,
  Uri,
  WorkspaceEdit,
  l10n,
  window,
  workspace,
  type QuickPickItem,
  type WorkspaceFolder,
} from 'vscode';
import {
  setupBaselineRequest,
  setupRequest,
  type SetupBaselineParams,
  type SetupFileText,
  type SetupOffer,
  type SetupParams,
  type SetupResult,
} from '../../../protocol/src/setup.js';
import { whileStarting } from '../commands/while-starting.js';
import type { RunbookServer } from '../language-client.js';
import { exists } from '../new/exists.js';

const scheme = 'runbook-setup';

/** @returns The URI of the configuration; undefined where nothing was written. */
export async function setUpWorkspace(server: RunbookServer): Promise<Uri | undefined> {
  // what decides about all documents is not written in a folder that nobody has said to trust
  if (!workspace.isTrusted) {
    void window.showWarningMessage(
      l10n.t('Trust this workspace first: its configuration decides about all documents.'),
    );
    return undefined;
  }
  const folder = await pickFolder();
  if (folder === undefined) return undefined;
  const file = Uri.joinPath(folder.uri, '.runbook.yaml');
  if (await exists(file)) {
    await window.showTextDocument(file);
    void window.showInformationMessage(
      l10n.t('This folder is set up: {0} is there already.', '.runbook.yaml'),
    );
    return undefined;
  }
  await whileStarting(server);
  const offers = await withProgress(l10n.t('Looking for runbooks…'), async () => {
    const params: SetupParams = { folder: folder.uri.toString() };
    return (await server.request<SetupResult>(setupRequest.method, params)).offers;
  });
  if (offers.length === 0) {
    void window.showInformationMessage(
      l10n.t('No document of this folder looks like a runbook, so there is nothing to set up.'),
    );
    return undefined;
  }
  const picked = await ask(offers);
  if (picked === undefined) return undefined;
  const baseline = await withProgress(l10n.t('Accepting what is there…'), () => {
    const params: SetupBaselineParams = { configuration: picked.configuration };
    return server.request<SetupFileText | null>(setupBaselineRequest.method, params);
  });
  await write([picked.configuration, ...(baseline === null ? [] : [baseline])]);
  await window.showTextDocument(file);
  return file;
}

async function pickFolder(): Promise<WorkspaceFolder | undefined> {
  const { workspaceFolders: folders = [] } = workspace;
  if (folders.length <= 1) return folders[0];
  return window.showWorkspaceFolderPick({ placeHolder: l10n.t('Which folder is to be set up?') });
}

function withProgress<T>(title: string, work: () => Promise<T>): Promise<T> {
  return Promise.resolve(window.withProgress({ location: ProgressLocation.Window, title }, work));
}

interface OfferItem extends QuickPickItem {
  readonly offer: SetupOffer;
}

/** The one question, with what would be written on show behind it. */
async function ask(offers: readonly SetupOffer[]): Promise<SetupOffer | undefined> {
  const texts = new Map(
    offers.map(({ choice, configuration }) => [previewOf(choice).toString(), configuration.text]),
  );
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  const show = async ({ choice }: SetupOffer): Promise<void> => {
    await window.showTextDocument(previewOf(choice), { preview: true, preserveFocus: true });
  };
  const pick = window.createQuickPick<OfferItem>();
  try {
    pick.title = l10n.t('Set Up Runbook');
    pick.placeholder = l10n.t('Write .runbook.yaml, and accept what is found today?');
    pick.ignoreFocusOut = true;
    pick.items = offers.map((offer) => ({
      offer,
      label:
        offer.choice === 'sure' ? l10n.t('Only the certain ones') : l10n.t('Also those that may be runbooks'),
      description: offer.documents === 1 ? l10n.t('1 document') : l10n.t('{0} documents', offer.documents),
    }));
    const answered = new Promise<SetupOffer | undefined>((resolve) => {
      pick.onDidChangeActive(([item]) => {
        if (item !== undefined) void show(item.offer);
      });
      pick.onDidAccept(() => {
        resolve(pick.activeItems[0]?.offer);
      });
      pick.onDidHide(() => {
        resolve(undefined);
      });
    });
    pick.show();
    return await answered;
  } finally {
    pick.dispose();
    provider.dispose();
  }
}

function previewOf(choice: SetupOffer['choice']): Uri {
  return Uri.from({ scheme, path: `/${choice}/.runbook.yaml` });
}

/** Creates the files as one edit. @throws when they cannot be written. */
async function write(files: readonly SetupFileText[]): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const { uri, text } of files)
    edit.createFile(Uri.parse(uri, true), {
      contents: new TextEncoder().encode(text),
      // a baseline without a configuration accepts nothing
      overwrite: uri.endsWith('.json'),
    });
  if (!(await workspace.applyEdit(edit)))
    throw new Error(l10n.t('The files could not be edited. Check that they are writable.'));
}
