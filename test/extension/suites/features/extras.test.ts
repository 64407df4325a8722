import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../../../protocol/src/contributions.js';
import { eventually, pause } from '../../support/eventually.js';
import { cursorIn } from '../../support/places.js';
import { hintsOf, lensesOf } from '../../support/providers.js';
import { discardEdits, replace, runbookApi } from '../../support/session.js';
import { openDocument } from '../../support/workspace.js';

const operations = 'SoT.OPERATIONS.md';
const playbook = 'playbooks/move-the-shop.md';

const titlesOf = (lenses: readonly vscode.CodeLens[]): (string | undefined)[] =>
  lenses.map(({ command }) => command?.title);

/** Switches a setting off, waits, and on again. */
async function whileOff(setting: string, check: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('runbook');
  await settings.update(setting, false, vscode.ConfigurationTarget.Global);
  try {
    await check();
  } finally {
    await settings.update(setting, undefined, vscode.ConfigurationTarget.Global);
  }
}

suite('Lines above entries', () => {
  suiteSetup(runbookApi);
  teardown(discardEdits);

  test('tell who routes there, the score and the age of the last test', async () => {
    const { document } = await openDocument(operations);
    const lenses = await lensesOf(document.uri);
    const { line } = cursorIn(document, '## RUN-|001');
    assert.deepEqual(titlesOf(lenses.filter(({ range }) => range.start.line === line)), [
      'Run…',
      '14 references · from DEP-001, MON-001, RISK-001, RUN-002 and 3 more',
      'score 7 of 7',
      'last tested 31 days ago',
    ]);
    const phases = await lensesOf((await openDocument(playbook)).document.uri);
    assert.deepEqual(titlesOf(phases), ['Run…', 'Gate: 1 of 2 checked', 'Gate: 0 of 1 checked']);
  });

  test('show the references that they count', async () => {
    const editor = await openDocument(operations);
    const [lens] = (await lensesOf(editor.document.uri)).filter(
      ({ range }) => range.start.line === cursorIn(editor.document, '## MON-|002').line,
    );
    assert.equal(lens?.command?.command, commandIds.showReferences);
    const given: readonly unknown[] = lens.command.arguments ?? [];
    await vscode.commands.executeCommand(lens.command.command, ...given);
    let rest = 300;
    await eventually(async () => {
      await pause(rest); // the list opens in its own time, and takes no command before
      await vscode.commands.executeCommand('goToNextReference');
      await pause(rest);
      rest = Math.min(2 * rest, 5000);
      const active = vscode.window.activeTextEditor;
      if (active === undefined || active.document === editor.document) return false;
      const { start } = active.selection;
      return active.document.getText(new vscode.Range(start, start.translate(0, 7))) === 'MON-002';
    }, 'the list leads to a reference');
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  test('go while they are switched off', async () => {
    const { document } = await openDocument(operations);
    await whileOff('codeLens.enabled', () =>
      eventually(async () => (await lensesOf(document.uri)).length === 0, 'there are no lines'),
    );
    await eventually(async () => (await lensesOf(document.uri)).length > 0, 'the lines are back');
  });
});

suite('Hints', () => {
  suiteSetup(runbookApi);
  teardown(discardEdits);

  test('tell the title behind a bare id and the name of a phase', async () => {
    const { document } = await openDocument(playbook);
    const shown = (await hintsOf(document)).map(
      ({ label, position }) =>
        `${document.lineAt(position.line).text.slice(0, position.character)} ${typeof label === 'string' ? label : ''}`,
    );
    assert.deepEqual(shown, [
      '- Requires Phase 1 Copy the tickets',
      '- [ ] MON-001 Declined cards',
      '- **If more cards are declined**: Follow RUN-001 Cards are declined',
    ]);
  });

  test('go while they are switched off', async () => {
    const { document } = await openDocument(playbook);
    await whileOff('inlayHints.enabled', () =>
      eventually(async () => (await hintsOf(document)).length === 0, 'there are no hints'),
    );
    await eventually(async () => (await hintsOf(document)).length > 0, 'the hints are back');
  });
});

suite('Formatting', () => {
  const options = { tabSize: 2, insertSpaces: true };

  suiteSetup(runbookApi);
  teardown(discardEdits);

  test('of a document aligns its tables and leaves the rest', async () => {
    const editor = await openDocument(operations);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await eventually(
      () => editor.document.getText().includes('| Warning  | 5 %       | Look at the provider |'),
      'the table is aligned',
    );
    assert.ok(editor.document.getText().includes('2. **Mitigate**: Switch to the second provider'));
  });

  test('of a selection changes the touched part only', async () => {
    const editor = await openDocument(operations);
    await replace(editor, '2. **Mitigate**', '5. **Mitigate**');
    const position = cursorIn(editor.document, '5. **Miti|gate**');
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatRangeProvider',
      editor.document.uri,
      new vscode.Range(position, position),
      options,
    );
    assert.deepEqual(
      edits.map(({ range, newText }) => [range.start.line, newText]),
      [[position.line, '2']],
    );
  });

  for (const [what, file, from, typed] of [
    ['a checklist', operations, '- [ ] Nobody else is deploying', '- [ ] Nobody else is deploying\n- [ ] '],
    [
      'numbered steps',
      playbook,
      '2. Wait until the copy is complete',
      '2. Wait until the copy is complete\n3. ',
    ],
  ] as const) {
    test(`while typing goes on with ${what}`, async () => {
      const editor = await openDocument(file);
      const end = cursorIn(editor.document, `${from}|`);
      editor.selection = new vscode.Selection(end, end);
      await vscode.commands.executeCommand('type', { text: '\n' });
      await eventually(() => editor.document.getText().includes(typed), 'the next item is begun');
    });
  }
});
