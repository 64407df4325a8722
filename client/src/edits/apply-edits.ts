/**
 * Applies edits that the server worked out: one undo step a document, with their tab stops alive. Refuses what is not for the
 * texts as they are.
 */
import {
  TextEditorRevealType,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  l10n,
  window,
  workspace,
  type TextEditor,
} from 'vscode';
import type { PartEdits } from '../../../protocol/src/insert-part.js';
import { toTextEdit } from '../to-text-edit.js';

/** A document that is edited, with the version that the edit is for; null for a text that was not open. */
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

/** Shows a document in the active editor: only there do the tab stops of an edit come alive. */
export async function showActive(uri: Uri): Promise<TextEditor> {
  const document = await workspace.openTextDocument(uri);
  const visible = window.visibleTextEditors.find((editor) => editor.document === document);
  return window.showTextDocument(document, {
    viewColumn: visible?.viewColumn ?? ViewColumn.Active,
    preview: false,
  });
}

/** Edits the document of the active editor, and others with it; the cursor goes to the first slot. Throws as {@link applyVersioned}. */
export async function applyEdits(editor: TextEditor, documents: readonly PartEdits[]): Promise<void> {
  const edit = new WorkspaceEdit();
  const versions = documents.map(({ uri, version, edits }) => {
    const target = Uri.parse(uri, true);
    edit.set(target, edits.map(toTextEdit));
    return { uri: target, version };
  });
  await applyVersioned(edit, versions);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Shows the first document, and edits it and the others. Throws as {@link applyVersioned}. */
export async function showAndApply(documents: readonly PartEdits[]): Promise<void> {
  const [first] = documents;
  if (first !== undefined) await applyEdits(await showActive(Uri.parse(first.uri, true)), documents);
}
