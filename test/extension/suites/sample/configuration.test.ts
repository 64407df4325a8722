import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually.js';
import { diagnosticsOf, openDocument, workspaceFile, writeText } from '../../support/workspace.js';
import { codeOf, discardEdits, rangeOf, replace, runbookApi } from '../../support/session.js';

suite('.runbook.yaml', () => {
  const file = workspaceFile('.runbook.yaml');
  const write = (text: string): Thenable<void> => writeText(file, text);

  suiteSetup(runbookApi);
  teardown(async () => {
    await discardEdits();
    await vscode.workspace.fs.delete(file);
  });

  test('has its mistakes underlined while it is written', async () => {
    await write('rules:\n  missing-rollback: warning\n');
    const editor = await openDocument('.runbook.yaml');
    const { document } = editor;
    await replace(editor, 'missing-rollback', 'missing-rolback');
    await eventually(() => diagnosticsOf(document.uri).length === 1, 'the misspelled rule is underlined');
    assert.deepEqual(diagnosticsOf(document.uri)[0]?.range, rangeOf(document, 'missing-rolback'));

    await replace(editor, 'missing-rolback', 'missing-rollback');
    await eventually(() => diagnosticsOf(document.uri).length === 0, 'the underline is gone');
  });

  test('has the styles that it extends completed, explained and judged', async () => {
    const style = workspaceFile('styles/ours.yml');
    await writeText(style, 'kinds:\n  - name: page\n    rolez: {}\n');
    await write('extends: ./styles/ours.yml\n');
    await eventually(() => diagnosticsOf(style).length === 1, 'the misspelled key is underlined');
    const editor = await openDocument('styles/ours.yml');
    await replace(editor, 'rolez: {}', 'roles: {}');
    await eventually(() => diagnosticsOf(style).length === 0, 'the underline is gone while it is not saved');
    const at = rangeOf(editor.document, 'roles').start;
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      style,
      at,
    );
    assert.ok(items.some(({ label }) => label === 'sections'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      style,
      at,
    );
    assert.ok(hovers.length > 0);
    await discardEdits();
    await vscode.workspace.fs.delete(style);
  });

  test('decides what is underlined elsewhere, once it is saved', async () => {
    const editor = await openDocument('SoT.RISKS.md');
    const { uri } = editor.document;
    const dangling = (): boolean => diagnosticsOf(uri).some((finding) => codeOf(finding) === 'dangling-id');
    await replace(editor, 'The answer is RUN-001', 'The answer is RUN-055');
    await eventually(dangling, 'RUN-055 is underlined');
    await write('rules:\n  dangling-id: off\n');
    await eventually(() => !dangling(), 'the rule is silent');
    await write('rules: {}\n');
    await eventually(dangling, 'RUN-055 is underlined again');
  });
});
