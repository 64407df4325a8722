import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually.js';
import { diagnosticsOf, openDocument, workspaceFile } from '../../support/workspace.js';
import { codeOf, discardEdits, rangeOf, replace, runbookApi } from '../../support/session.js';

suite('Findings', () => {
  suiteSetup(runbookApi);
  teardown(discardEdits);

  test('a reference to an id that does not exist is underlined while typing, and no longer once it is right', async () => {
    const editor = await openDocument('SoT.RISKS.md');
    const { document } = editor;

    await replace(editor, 'The answer is RUN-001', 'The answer is RUN-055');
    await eventually(
      () => diagnosticsOf(document.uri).some((finding) => codeOf(finding) === 'dangling-id'),
      'RUN-055 is underlined',
    );
    const [finding, ...others] = diagnosticsOf(document.uri);
    assert.deepEqual(others, []);
    assert.deepEqual(finding?.range, rangeOf(document, 'RUN-055'));

    await replace(editor, 'RUN-055', 'RUN-001');
    await eventually(() => diagnosticsOf(document.uri).length === 0, 'the underline is gone');
  });

  test('renumbering an entry underlines what refers to it in other files, before anything is saved', async () => {
    const referring = workspaceFile('runbooks/RUN-101-queue-is-stuck.md');
    const editor = await openDocument('SoT.RISKS.md');
    const danglingIds = (): number =>
      diagnosticsOf(referring).filter((finding) => codeOf(finding) === 'dangling-id').length;

    await replace(
      editor,
      '## RISK-002: Scans arrive late\n\n**ID**: RISK-002',
      '## RISK-003: Scans arrive late\n\n**ID**: RISK-003',
    );
    await eventually(() => danglingIds() > 0, 'the runbook that names RISK-002 is underlined');

    await vscode.commands.executeCommand('undo');
    await eventually(() => danglingIds() === 0, 'the underline is gone');
  });

  test('the code of a finding links to the page of its rule', async () => {
    const editor = await openDocument('SoT.RISKS.md');
    await replace(editor, 'The answer is RUN-001', 'The answer is RUN-055');
    await eventually(() => diagnosticsOf(editor.document.uri).length > 0, 'RUN-055 is underlined');

    const code = diagnosticsOf(editor.document.uri)[0]?.code;
    assert.ok(typeof code === 'object', 'the code is a link');
    assert.match(code.target.path, /\/rules\/dangling-id\.md$/);
  });
});
