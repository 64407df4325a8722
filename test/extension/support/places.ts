/** Places in the documents of the workspace, in words: `SoT.RISKS.md:15 «RISK-001»`. */
import * as vscode from 'vscode';
import { rangeOf } from './session.js';

/**
 * A position inside of the first occurrence of a text.
 * @param cursor the text with `|` where the cursor is
 * @param after Looks only behind the first occurrence of this text.
 */
export function cursorIn(document: vscode.TextDocument, cursor: string, after = ''): vscode.Position {
  const before = cursor.indexOf('|');
  const { start } = rangeOf(document, cursor.slice(0, before) + cursor.slice(before + 1), after);
  return document.positionAt(document.offsetAt(start) + before);
}

/** `file:line «words»`, lines from 1, ranges over lines without their words. */
export async function inWords({ uri, range }: vscode.Location): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  const line = `${vscode.workspace.asRelativePath(uri)}:${String(range.start.line + 1)}`;
  return range.isSingleLine ? `${line} «${document.getText(range)}»` : line;
}
