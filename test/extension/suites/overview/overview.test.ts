import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { overviewCommandIds as ids, viewIds } from '../../../../protocol/src/contributions.js';
import type { LackRow } from '../../../../client/src/overview/coverage-view.js';
import type { LocatedEntry } from '../../../../client/src/overview/entry-groups.js';
import { eventually } from '../../support/eventually.js';
import { discardEdits, runbookApi } from '../../support/session.js';
import { openDocument } from '../../support/workspace.js';

const file = 'SoT.OPERATIONS.md';

async function lacks(group: string): Promise<readonly LackRow[]> {
  return (await (await runbookApi()).lacks()).filter((row) => row.group === group);
}

async function labels(group: string): Promise<readonly string[]> {
  return (await lacks(group)).map(({ row }) => row.label);
}

async function entry(id: string): Promise<{ kind: 'entry'; entry: LocatedEntry }> {
  const found = (await (await runbookApi()).entries()).find((one) => one.id === id);
  assert.ok(found, `there is an entry ${id}`);
  return { kind: 'entry', entry: found };
}

/** Answers the one input box that a command asks with. */
async function answering(command: Thenable<unknown>): Promise<void> {
  let done = false;
  const finished = Promise.resolve(command).finally(() => {
    done = true;
  });
  await eventually(async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return done;
  }, 'the command is done');
  await finished;
}

suite('The workspace as a whole', () => {
  suiteSetup(async () => {
    await openDocument(file);
    await vscode.commands.executeCommand(`${viewIds.coverage}.focus`);
    await vscode.commands.executeCommand(`${viewIds.entries}.focus`);
    await eventually(async () => (await (await runbookApi()).entries()).length > 0, 'entries are listed');
  });

  teardown(discardEdits);

  test('lists all entries, deprecated ones as such', async () => {
    const all = await (await runbookApi()).entries();
    assert.deepEqual(
      all.map(({ id, deprecated }) => `${id}${deprecated ? ' deprecated' : ''}`),
      ['MON-001', 'MON-002', 'RUN-001', 'RUN-002', 'RUN-003 deprecated'],
    );
  });

  test('says what lacks a runbook, and what is not tested', async () => {
    assert.deepEqual(await labels('alerts'), ['MON-002 Paper is out']);
    assert.deepEqual(await labels('stale'), ['RUN-001 Tills are slow']);
    assert.deepEqual(await labels('never'), ['RUN-002 Printers are silent']);
  });

  test('marks a runbook as tested, which one undo takes back to the same bytes', async () => {
    const editor = await openDocument(file);
    const before = editor.document.getText();
    const [row] = await lacks('never');
    await vscode.commands.executeCommand(ids.markTested, row);
    const after = editor.document.getText();
    assert.match(after, /## RUN-002[^]*?\*\*Last Tested\*\*: 2026-11-20/);
    assert.match(after, /\| 2026-11-20 \| RUN-002 \| Tested Printers are silent \|/);
    await eventually(async () => (await labels('never')).length === 0, 'the row is gone');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
    await eventually(async () => (await labels('never')).length === 1, 'the row is back');
  });

  test('writes the runbook that an alert lacks, both connected', async () => {
    const editor = await openDocument(file);
    const before = editor.document.getText();
    const [row] = await lacks('alerts');
    await answering(vscode.commands.executeCommand(ids.writeRunbook, row));
    const after = editor.document.getText();
    assert.match(after, /## RUN-004: Paper is out/);
    assert.match(after, /### Related\n\n- RUN-004 - Paper is out/);
    assert.match(after, /### Related\n\n- MON-002 - Paper is out/);
    await eventually(async () => (await labels('alerts')).length === 0, 'the row is gone');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  test('deprecates an entry from its row', async () => {
    const editor = await openDocument(file);
    await vscode.commands.executeCommand(ids.deprecateEntry, await entry('RUN-002'));
    assert.match(editor.document.getText(), /RUN-002: \[DEPRECATED\] Printers are silent/);
    await eventually(async () => (await entry('RUN-002')).entry.deprecated, 'the row says so');
  });

  test('goes to an entry from its row', async () => {
    await eventually(async () => {
      await vscode.commands.executeCommand(ids.openEntry, await entry('MON-002'));
      const editor = vscode.window.activeTextEditor;
      return editor?.document.getText(editor.selection) === 'MON-002';
    }, 'its id is selected');
  });

  test('Go to Entry shows a place while someone moves, and leaves all as it was on Escape', async () => {
    const editor = await openDocument(file);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const command = vscode.commands.executeCommand(ids.goToEntry);
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      return (
        vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection) ===
        'MON-002'
      );
    }, 'the place is shown');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await command;
    await eventually(
      () => vscode.window.activeTextEditor?.selection.isEqual(new vscode.Selection(0, 0, 0, 0)) === true,
      'the cursor is where it was',
    );
  });

  test('filters and groups the entries', async () => {
    await vscode.commands.executeCommand(ids.clearEntriesFilter);
    const asked = { isOver: false };
    void vscode.commands.executeCommand(ids.groupEntries).then(() => {
      asked.isOver = true;
    });
    // it opens in its own time
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return asked.isOver;
    }, 'the question is closed');
  });

  test('shows the report as a page, once', async () => {
    const tabs = (): readonly vscode.Tab[] =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(
          ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('runbook.report'),
        );
    await vscode.commands.executeCommand(ids.showReport);
    await eventually(() => tabs().length === 1, 'the page is open');
    await vscode.commands.executeCommand(ids.showReport);
    assert.equal(tabs().length, 1);
  });
});
