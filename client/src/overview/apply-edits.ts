/** Applies what the server worked out, as one edit: one undo step a document. Refuses what is not for the texts as they are. */
import { Uri, WorkspaceEdit, l10n, window, workspace, type TextEditor } from 'vscode';
import type { NewEntryResult } from '../../../protocol/src/messages.js';
import { toTextEdit } from '../to-text-edit.js';

/** The edit of a document with the version that it is for; null for a text that was not open. */
interface VersionedDocument {
  readonly uri: Uri;
  readonly version: number | null;
}

/** @throws when a document has another version than the edit is for, or when the edit cannot be made. */
export async function applyVersioned(
  edit: WorkspaceEdit,
  documents: readonly VersionedDocument[],
): Promise<void> {
  for (const { uri, version } of documents) {
    const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (version !== null && open !== undefined && open.version !== version)
      throw new Error(
        l10n.t(
          '{0} has changed in the meantime. Nothing was edited. Try again.',
          workspace.asRelativePath(uri),
        ),
      );
  }
  if (!(await workspace.applyEdit(edit)))
    throw new Error(l10n.t('The files could not be edited. Check that they are writable.'));
}

/** Applies the edits of a new entry; the first document is shown for it, since tab stops live in the active editor only. */
export async function applyEntryEdits(results: readonly NewEntryResult[]): Promise<TextEditor | undefined> {
  const [first] = results;
  if (first === undefined) return undefined;
  const editor = await window.showTextDocument(Uri.parse(first.uri, true), { preview: false });
  const edit = new WorkspaceEdit();
  for (const { uri, edits } of results) edit.set(Uri.parse(uri, true), edits.map(toTextEdit));
  await applyVersioned(
    edit,
    results.map(({ uri, version }) => ({ uri: Uri.parse(uri, true), version })),
  );
  return editor;
}
