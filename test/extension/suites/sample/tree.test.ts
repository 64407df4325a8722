/** What is done in the Phases tree: by its menus, its keys and its boxes, each as one step that can be undone. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../../../protocol/src/contributions.js';
import type { RunbookApi } from '../../../../client/src/runbook-api.js';
import type { OutlineNode } from '../../../../protocol/src/messages.js';
import { eventually } from '../../support/eventually.js';
import { cursorIn } from '../../support/places.js';
import { diagnosticsOf, openDocument } from '../../support/workspace.js';
import { codeOf, discardEdits, flatten, rangeOf, replace, runbookApi } from '../../support/session.js';

suite('In the Phases tree', () => {
  const playbook = 'playbooks/move-tracking-to-the-new-region.md';
  let api: RunbookApi;
  let editor: vscode.TextEditor;
  let before: string;

  const find = (words: string): OutlineNode | undefined =>
    flatten(api.phases()).find(({ label }) => label.includes(words));
  const nodeOf = async (words: string): Promise<OutlineNode> => {
    await eventually(() => find(words) !== undefined, `the tree shows ${words}`);
    const node = find(words);
    assert.ok(node);
    return node;
  };
  const text = (): string => editor.document.getText();
  const undone = async (): Promise<void> => {
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    assert.equal(text(), before);
  };
  const selected = (): string =>
    vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection) ?? '';

  suiteSetup(async () => {
    api = await runbookApi();
  });
  setup(async () => {
    editor = await openDocument(playbook);
    before = text();
    await nodeOf('Move the traffic');
    await vscode.commands.executeCommand('runbook.phases.focus');
  });
  teardown(discardEdits);

  test('a phase is added behind another, numbered and registered, and its first slot is selected', async () => {
    await vscode.commands.executeCommand(commandIds.addPhase, await nodeOf('Move the traffic'));
    assert.match(text(), /### Phase 3: \[Name of the phase\]\n\n\*\*Objective:\*\*/);
    assert.match(text(), /- Requires Phase 2 completion\n\n\*\*Gate Criteria:\*\*\n\n- \[ \] \[Check/);
    assert.match(text(), /### From Phase 3\n/);
    assert.match(text(), /\| Phase 2 .*\n\| Phase 3 /);
    await eventually(() => selected() === '[Name of the phase]', 'the first slot is selected');
    await eventually(() => find('Phase 3') !== undefined, 'the phase is in the tree');
    await undone();
  });

  test('a phase between two others makes the later one count on', async () => {
    await vscode.commands.executeCommand(commandIds.addPhase, await nodeOf('Copy the data'));
    assert.match(text(), /### Phase 3: Move the traffic/);
    assert.match(text(), /### Phase 2: \[Name of the phase\]/);
    await undone();
  });

  test('a step and a verification are added where the menu was opened', async () => {
    await vscode.commands.executeCommand(commandIds.addStep, await nodeOf('Create the replica'));
    assert.match(text(), /north`\n2\. \[What to do\]\n3\. Wait until/);
    await eventually(() => selected() === '[What to do]', 'the slot is selected');
    await eventually(() => find('[What to do]') !== undefined, 'the step is in the tree');
    await undone();

    await eventually(() => find('[What to do]') === undefined, 'the tree is as before');
    await vscode.commands.executeCommand(commandIds.addVerification, await nodeOf('Create the replica'));
    assert.match(text(), /north`\n {3}- Verify: \[What shows that it worked\]\n2\. Wait until/);
    await eventually(() => selected() === '[What shows that it worked]', 'the slot is selected');
    await undone();
  });

  test('a rollback that was added is to be filled in, in the tree as in the findings', async () => {
    const rollback = rangeOf(editor.document, '**Rollback:**');
    const rest = rangeOf(editor.document, '**Estimated Duration:** 4h');
    await editor.edit((edit) => {
      edit.delete(new vscode.Range(rollback.start, rest.start));
    });
    before = text();
    await eventually(
      () => find('Copy the data')?.missing.includes('no rollback') === true,
      'the phase is marked',
    );
    await vscode.commands.executeCommand(commandIds.addRollback, await nodeOf('Copy the data'));
    await eventually(() => selected() === '[First step back]', 'the slot is selected');
    await eventually(
      () => find('Copy the data')?.unwritten.includes('rollback to be filled in') === true,
      'the tree says that it is to be filled in',
    );
    assert.deepEqual(find('Copy the data')?.missing, []);
    await eventually(
      () => diagnosticsOf(editor.document.uri).some((finding) => codeOf(finding) === 'empty-rollback'),
      'the finding says so',
    );
    await undone();
  });

  test('phases change places by a key, with their rows and their ways back', async () => {
    await vscode.commands.executeCommand(commandIds.moveDown, await nodeOf('Copy the data'));
    assert.match(text(), /### Phase 1: Move the traffic[^]*### Phase 2: Copy the data/);
    assert.match(text(), /- Requires Phase 2 completion/);
    assert.match(
      text(),
      /### From Phase 1\n\nMove all traffic back[^]*### From Phase 2\n\nDelete the replica/,
    );
    await undone();
  });

  test('commands are copied as they are pasted', async () => {
    await openDocument('runbooks/RUN-101-queue-is-stuck.md');
    const step = await nodeOf('Restart');
    await vscode.commands.executeCommand(commandIds.copyCommands, step);
    const copied = await vscode.env.clipboard.readText();
    assert.ok(copied.trim().length > 0);
    assert.doesNotMatch(copied, /```/);
  });

  test('the gate of a phase is opened', async () => {
    await vscode.commands.executeCommand(commandIds.openGate, await nodeOf('Move the traffic'));
    await eventually(() => selected() === 'Gate Criteria', 'the name of the gate is selected');
  });

  test('the first slot of a quick fix is selected, and one undo takes it back', async () => {
    const rollback = rangeOf(editor.document, '**Rollback:**');
    const rest = rangeOf(editor.document, '**Estimated Duration:** 4h');
    await editor.edit((edit) => {
      edit.delete(new vscode.Range(rollback.start, rest.start));
    });
    before = text();
    const { document } = await vscode.window.showTextDocument(editor.document);
    const at = cursorIn(document, '### Pha|se 1: Copy the data');
    await eventually(
      () => diagnosticsOf(document.uri).some((finding) => codeOf(finding) === 'missing-rollback'),
      'the rollback is missed',
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at, at),
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => title.startsWith('Add a rollback'));
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await eventually(() => selected() === '[First step back]', 'the first slot is selected');
    await undone();
  });

  test('an edit of a tree that is not up to date is refused, and says so', async () => {
    const node = await nodeOf('Copy the data');
    await replace(editor, 'Copy the data', 'Mirror the data');
    before = text();
    // nobody waits for the tree here
    await vscode.commands.executeCommand(commandIds.addPhase, node);
    assert.equal(text(), before);
  });
});
