/** What tests of a workspace with runbooks share: the extension's API, and a clean slate after each test. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RunbookApi } from '../../../client/src/runbook-api.js';
import type { OutlineNode } from '../../../protocol/src/messages.js';
import { extensionId } from './workspace.js';

/** The API of the extension, which the workspace has activated or activates now. */
export async function runbookApi(): Promise<RunbookApi> {
  const extension = vscode.extensions.getExtension<RunbookApi>(extensionId);
  assert.ok(extension, 'the extension is installed');
  return extension.activate();
}

/** All nodes of a tree, parents before their children. */
export function flatten(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}

/** Takes back every unsaved edit and closes every editor. */
export async function discardEdits(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/**
 * Where `text` stands first in a document.
 * @param after Looks only behind the first occurrence of this text.
 */
export function rangeOf(document: vscode.TextDocument, text: string, after = ''): vscode.Range {
  const content = document.getText();
  const offset = content.indexOf(text, content.indexOf(after));
  assert.notEqual(offset, -1, `${document.fileName} holds ${text}`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

/** Replaces the first occurrence of `from`, as typing does. */
export async function replace(
  editor: vscode.TextEditor,
  from: string,
  to: string,
  after?: string,
): Promise<void> {
  const range = rangeOf(editor.document, from, after);
  assert.ok(
    await editor.edit((edit) => {
      edit.replace(range, to);
    }),
  );
}

/** The code of a finding as text: `dangling-id`. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
