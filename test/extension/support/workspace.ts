/** The open workspace in extension tests: its files, editors and diagnostics. */
import * as vscode from 'vscode';

/** The extension under test, as VS Code names it. */
export const extensionId = 'runbook.vscode-runbook';

/**
 * A file of the workspace that the test session has opened.
 * @param relativePath with `/`: `operations/SoT.DEPLOYMENT.md`
 */
export function workspaceFile(relativePath: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('the test session has no folder open');
  return vscode.Uri.joinPath(folder.uri, relativePath);
}

/**
 * Opens a file of the workspace in an editor.
 * @param relativePath with `/`: `operations/SoT.DEPLOYMENT.md`
 */
export async function openDocument(relativePath: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(relativePath));
  return vscode.window.showTextDocument(document, { preview: false });
}

/**
 * The findings of this extension on a file, without those of other extensions.
 * @param uri of a document
 */
export function diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'runbook');
}

/** Writes a file as a program does that is not the editor's user. */
export function writeText(file: vscode.Uri, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}
