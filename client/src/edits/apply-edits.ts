/** Applies edits that the server worked out, as one undo step, with their tab stops alive. */
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

/** Shows a document in the active editor: only there do the tab stops of an edit come alive. */
export async function showActive(uri: Uri): Promise<TextEditor> {
  const document = await workspace.openTextDocument(uri);
  const visible = window.visibleTextEditors.find((editor) => editor.document === document);
  return window.showTextDocument(document, {
    viewColumn: visible?.viewColumn ?? ViewColumn.Active,
    preview: false,
  });
}

/**
 * Edits the document of an editor, and others with it; the cursor goes to the first slot.
 * Throws when a document changed faster than the server answered, or the editor refuses the edit.
 */
export async function applyEdits(editor: TextEditor, documents: readonly PartEdits[]): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const { uri, version, edits } of documents) {
    const target = Uri.parse(uri, true);
    const open = workspace.textDocuments.find((one) => one.uri.toString() === target.toString());
    if (version !== null && open !== undefined && open.version !== version)
      throw new Error(
        l10n.t('{0} has changed in the meantime. Nothing was inserted. Try again.', open.fileName),
      );
    edit.set(target, edits.map(toTextEdit));
  }
  if (!(await workspace.applyEdit(edit)))
    throw new Error(
      l10n.t(
        'Could not edit {0}. Nothing was inserted. Check that the file is writable.',
        editor.document.fileName,
      ),
    );
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
