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
