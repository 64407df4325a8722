import { workspace } from 'vscode';

/** Those of the open folders, wherever they are, and of local files, which some browsers let the editor open. */
export function folderSchemes(): readonly string[] {
  return [...new Set(['file', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)])];
}
