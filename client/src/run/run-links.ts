/** Where links of a run lead. Only what the view holds is followed: a page only claims to be what it is. */
import {
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  env,
  l10n,
  window,
  workspace,
  type TextEditor,
} from 'vscode';
import type { RunView } from '../../../protocol/src/run-view.js';
import { toRange } from '../to-range.js';
import { addressOf, idsIn, linksIn } from './link-targets.js';
import type { RunRequests } from './run-requests.js';

/**
 * Opens an address in the browser, and an entry, a heading or a file of the workspace beside the page.
 * @returns What is to be said where it leads nowhere
 */
export async function followLink(
  requests: RunRequests,
  view: RunView,
  target: string,
): Promise<string | undefined> {
  if (!linksIn(view).has(target) && !idsIn(view).has(target)) return undefined;
  const address = addressOf(target);
  if (address !== undefined) {
    await env.openExternal(Uri.parse(address, true));
    return undefined;
  }
  const [place = null] = await requests.places(view.textDocument.uri, [target]);
  if (place !== null) {
    const range = toRange(place.range);
    const editor = await showDocument(Uri.parse(place.uri, true), range.start.line);
    editor.selection = new Selection(range.start, range.start);
    return undefined;
  }
  const file = fileOf(view, target);
  if (file === undefined) return l10n.t('This link leads out of the workspace: {0}', target);
  try {
    await showDocument(file, null);
    return undefined;
  } catch {
    return l10n.t('This link leads to nothing that can be shown: {0}', target);
  }
}

/** A file of the workspace that a link names by its path. */
function fileOf({ textDocument }: RunView, target: string): Uri | undefined {
  const document = Uri.parse(textDocument.uri, true);
  const [path = ''] = target.split('#', 1);
  const file = path === '' ? document : Uri.joinPath(document, '..', decoded(path));
  return workspace.getWorkspaceFolder(file) === undefined ? undefined : file;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // a percent sign that stands for itself
    return path;
  }
}

/** Shows a document where it is shown already, else in the first column: the page is beside it. */
export async function showDocument(uri: Uri, line: number | null): Promise<TextEditor> {
  const document = await workspace.openTextDocument(uri);
  const visible = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, {
    viewColumn: visible?.viewColumn ?? ViewColumn.One,
    preview: false,
  });
  if (line === null) return editor;
  const { range } = document.lineAt(Math.min(line, document.lineCount - 1));
  editor.revealRange(range, TextEditorRevealType.AtTop);
  return editor;
}
