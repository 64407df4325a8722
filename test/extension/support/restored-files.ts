/** The files of the workspace as they were, for tests that save, move and create files. */
import * as vscode from 'vscode';
import { discardEdits } from './session.js';

type Files = ReadonlyMap<string, Uint8Array>;

/** Reads every file of the workspace. */
export async function readFiles(): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  for (const uri of await vscode.workspace.findFiles('**/*'))
    files.set(uri.toString(), await vscode.workspace.fs.readFile(uri));
  return files;
}

/** Takes back every edit, and every change of the files since they were read. */
export async function restoreFiles(files: Files): Promise<void> {
  await discardEdits();
  const added = new vscode.WorkspaceEdit();
  for (const uri of await vscode.workspace.findFiles('**/*'))
    if (!files.has(uri.toString())) added.deleteFile(uri);
  // as people delete them: the editor lets go of their text too
  await vscode.workspace.applyEdit(added);
  for (const [uri, content] of files) {
    const file = vscode.Uri.parse(uri);
    const now = await vscode.workspace.fs.readFile(file).then(
      (read) => read,
      () => null,
    );
    if (now === null || !areEqual(now, content)) await vscode.workspace.fs.writeFile(file, content);
  }
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
