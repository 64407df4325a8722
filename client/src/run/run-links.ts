/** Where links of a run lead. Only what the view holds is followed: a page only claims to be what it is. */
import { TextEditorRevealType, Uri, ViewColumn, env, window, workspace } from 'vscode';
import type { RunView } from '../../../protocol/src/run-view.js';
import { addressOf, linksIn } from './link-targets.js';

/** Opens an address in the browser, a file of the workspace beside the page; nothing for anything else. */
export async function followLink(view: RunView, target: string): Promise<void> {
  if (!linksIn(view).has(target)) return;
  const address = addressOf(target);
  if (address !== undefined) {
    await env.openExternal(Uri.parse(address, true));
    return;
  }
  const document = Uri.parse(view.textDocument.uri, true);
  const [path = ''] = target.split('#', 1);
  const file = path === '' ? document : Uri.joinPath(document, '..', decodeURIComponent(path));
  if (workspace.getWorkspaceFolder(file) === undefined) return;
  await showDocument(file, null);
}

/** Shows a document where it is shown already, else in the first column: the page is beside it. */
export async function showDocument(uri: Uri, line: number | null): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const visible = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, {
    viewColumn: visible?.viewColumn ?? ViewColumn.One,
    preview: false,
  });
  if (line === null) return;
  const { range } = document.lineAt(Math.min(line, document.lineCount - 1));
  editor.revealRange(range, TextEditorRevealType.AtTop);
}
