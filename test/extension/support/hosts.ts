/** In which of VS Code's extension hosts tests run: Node's, on a copy of a folder, or the web's, on a mounted one. */
import * as vscode from 'vscode';

/** The embedded editor shows its Node host in a browser too, but that is a remote one. */
export const inWeb = vscode.env.uiKind === vscode.UIKind.Web && vscode.env.remoteName === undefined;

/** A test of what cannot be in the web extension host; there, the results list it with the reason. */
export function testWithNode(reason: string, title: string, body: () => Promise<void> | void): void {
  if (inWeb) test.skip(`${title} (not in the web: ${reason})`);
  else test(title, body);
}
