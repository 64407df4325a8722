import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../../../protocol/src/contributions.js';
import type { RunbookApi } from '../../../../client/src/runbook-api.js';
import type { OutlineNode } from '../../../../protocol/src/messages.js';
import { eventually } from '../../support/eventually.js';
import { openDocument } from '../../support/workspace.js';
import { discardEdits, flatten, rangeOf, replace, runbookApi } from '../../support/session.js';

suite('Phases tree', () => {
  const playbook = 'playbooks/move-tracking-to-the-new-region.md';
  let api: RunbookApi;
  const phase = (words: string): OutlineNode | undefined =>
    flatten(api.phases()).find(({ kind, label }) => kind === 'phase' && label.includes(words));

  suiteSetup(async () => {
    api = await runbookApi();
  });
  teardown(discardEdits);

  test('shows the phases of a playbook with their parts', async () => {
    await openDocument(playbook);
    await eventually(() => phase('Move the traffic') !== undefined, 'the second phase is in the tree');

    const kinds = new Set(phase('Move the traffic')?.children.map(({ kind }) => kind));
    for (const kind of [
      'objective',
      'tasks',
      'dependencies',
      'gate-criteria',
      'decision-point',
      'rollback',
    ] as const) {
      assert.ok(kinds.has(kind), `the phase has ${kind}`);
    }
    assert.deepEqual(phase('Copy the data')?.missing, []);
  });

  test('follows an edit: a new title, and a mark when the rollback goes', async () => {
    const editor = await openDocument(playbook);
    await replace(editor, 'Phase 1: Copy the data', 'Phase 1: Mirror the data');
    await eventually(() => phase('Mirror the data') !== undefined, 'the new title is in the tree');

    const { document } = editor;
    const rollback = rangeOf(document, '**Rollback:**', 'Phase 1: Mirror the data');
    const rest = rangeOf(document, '**Estimated Duration:** 4h');
    assert.ok(
      await editor.edit((edit) => {
        edit.delete(new vscode.Range(rollback.start, rest.start));
      }),
    );
    await eventually(
      () => phase('Mirror the data')?.missing.some((lack) => lack.includes('rollback')) === true,
      'the phase is marked',
    );

    await vscode.commands.executeCommand('undo');
    await eventually(() => phase('Mirror the data')?.missing.length === 0, 'the mark is gone');
  });

  test('a click selects the words in the document', async () => {
    const { document } = await openDocument(playbook);
    await eventually(() => phase('Move the traffic') !== undefined, 'the second phase is in the tree');
    const node = phase('Move the traffic');

    await vscode.commands.executeCommand(commandIds.revealOutlineNode, document.uri, node?.selectionRange);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, document);
    assert.match(document.getText(editor.selection), /Move the traffic/);
  });

  test('shows the steps of a runbook entry and moves on with the active editor', async () => {
    await openDocument(playbook);
    await eventually(() => phase('Copy the data') !== undefined, 'the playbook is in the tree');
    await openDocument('runbooks/RUN-101-queue-is-stuck.md');
    await eventually(
      () => flatten(api.phases()).some(({ kind, label }) => kind === 'step' && label.includes('Restart')),
      'the steps of the runbook are in the tree',
    );
    assert.equal(phase('Copy the data'), undefined);
  });

  test('is empty for a document of another kind', async () => {
    await openDocument(playbook);
    await eventually(() => api.phases().length > 0, 'the playbook is in the tree');
    await openDocument('notes.md');
    await eventually(() => api.phases().length === 0, 'the tree is empty');
  });

  test('keeps the playbook while the output panel has the focus', async () => {
    await openDocument(playbook);
    await eventually(() => phase('Copy the data') !== undefined, 'the playbook is in the tree');
    await vscode.commands.executeCommand(commandIds.showOutput);
    await vscode.commands.executeCommand('workbench.panel.output.focus');
    assert.ok(phase('Copy the data'));
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  test('opens as a view and follows the cursor without taking the focus', async () => {
    const editor = await openDocument(playbook);
    await vscode.commands.executeCommand('runbook.phases.focus');
    await eventually(() => phase('Move the traffic') !== undefined, 'the second phase is in the tree');

    await vscode.window.showTextDocument(editor.document);
    const { start } = rangeOf(editor.document, 'dns weight north 0');
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('type', { text: '#' });
    assert.match(editor.document.lineAt(start.line).text, /^#dns/);
  });
});
