/** What can be done to an entry from a row of a view. What an edit is, is the server's business. */
import { TextEditorRevealType, Uri, commands, l10n, window, workspace } from 'vscode';
import { newEntryRequest, type NewEntryParams, type NewEntryResult } from '../../../protocol/src/messages.js';
import {
  changeEntriesRequest,
  type ChangedEntries,
  type ChangeEntriesParams,
  type EntryChange,
  type EntryPlace,
  type Place,
} from '../../../protocol/src/overview.js';
import { showAndApply } from '../edits/apply-edits.js';
import { applyServerEdit, type ServerEdit } from '../edits/apply-server-edit.js';
import { titleProblemIn } from '../insert/entry-questions.js';
import type { RunbookServer } from '../language-client.js';
import { toRange } from '../to-range.js';
import type { EntryRow } from './entries-view.js';

/** Shows a place with its words selected. */
export async function openPlace({ uri, range }: Place): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  const editor = await window.showTextDocument(document, { selection: toRange(range) });
  editor.revealRange(toRange(range), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Shows who refers to an entry, in the editor's own list. */
export async function findEntryReferences({ entry }: EntryRow): Promise<void> {
  await openPlace(entry);
  await commands.executeCommand('editor.action.goToReferences');
}

/** Adds an entry of the same prefix to the file of an entry, with the next free id. */
export async function insertBeside(server: RunbookServer, { entry }: EntryRow): Promise<void> {
  const title = await askTitle(l10n.t('Insert {0} Entry', entry.prefix), '');
  if (title === undefined) return;
  const params: NewEntryParams = {
    textDocument: { uri: entry.uri },
    prefix: entry.prefix,
    title,
    category: null,
  };
  await showAndApply([await server.request<NewEntryResult>(newEntryRequest.method, params)]);
}

/** Asks for the title of an entry; undefined when someone backed out. */
export async function askTitle(dialog: string, value: string): Promise<string | undefined> {
  const title = await window.showInputBox({
    title: dialog,
    prompt: l10n.t('Title of the entry'),
    value,
    ignoreFocusOut: true,
    validateInput: titleProblemIn,
  });
  return title?.trim();
}

/** Deprecates an entry, and shows where a replacement is to be named. */
export async function deprecateEntry(server: RunbookServer, { entry }: EntryRow): Promise<void> {
  const { ids } = await changeEntries(server, 'deprecate', [entry]);
  if (ids.length === 0) sayNothingChanged();
  else await openPlace(entry);
}

/** Tells that an edit was none. */
export function sayNothingChanged(): void {
  void window.showInformationMessage(
    l10n.t('Nothing was changed: the entries are no longer as they were when they were listed.'),
  );
}

/** Changes entries as one edit; returns the ids of those that were changed. @throws when the documents have changed. */
export async function changeEntries(
  server: RunbookServer,
  change: EntryChange,
  entries: readonly EntryPlace[],
): Promise<ChangedEntries> {
  const params: ChangeEntriesParams = {
    change,
    entries: entries.map(({ uri, range, id }) => ({ uri, range, id })),
  };
  const { edit, ids } = await server.request<ChangedEntries & { readonly edit: ServerEdit }>(
    changeEntriesRequest.method,
    params,
  );
  return { ids: ids.length > 0 && (await applyServerEdit(server, edit)) ? ids : [] };
}
