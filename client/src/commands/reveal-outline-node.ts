/** Command behind a row of the Phases tree: shows the words that the row stands for. */
import { ViewColumn, window, workspace, type Range as VsRange, type TextDocument, type Uri } from 'vscode';
import type { Range } from '../../../protocol/src/messages.js';
import { toRange } from '../to-range.js';

/** Selects `range` in the editor that already shows the document, or in the active column. */
export async function revealOutlineNode(uri: Uri, range: Range): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  await showBeside(document, toRange(range));
}

/** Shows a document where it is shown already, else in the active column. */
export async function showBeside(document: TextDocument, selection?: VsRange): Promise<void> {
  const visible = window.visibleTextEditors.find((editor) => editor.document === document);
  await window.showTextDocument(document, {
    viewColumn: visible?.viewColumn ?? ViewColumn.Active,
    ...(selection === undefined ? {} : { selection }),
  });
}
