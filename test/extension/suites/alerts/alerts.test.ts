/** Alert rules and their runbooks: from one to the other and back, and what changes in both. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually.js';
import { cursorIn, inWords } from '../../support/places.js';
import {
  actionsAt,
  definitionsAt,
  foldingOf,
  lensesOf,
  referencesAt,
  renameAt,
} from '../../support/providers.js';
import { readFiles, restoreFiles } from '../../support/restored-files.js';
import { codeOf, runbookApi } from '../../support/session.js';
import { diagnosticsOf, openDocument, workspaceFile } from '../../support/workspace.js';

const alerts = 'deploy/alerts.yaml';
const runbooks = 'docs/SoT.RUNBOOKS.md';

async function textOf(file: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(file));
  return document.getText();
}

function codes(file: string): string[] {
  return diagnosticsOf(workspaceFile(file)).map(codeOf);
}

suite('Alerts', () => {
  let files: Awaited<ReturnType<typeof readFiles>>;

  suiteSetup(async () => {
    await runbookApi();
    files = await readFiles();
  });
  teardown(() => restoreFiles(files));

  test('lead to their runbook, and the runbook back to them', async () => {
    const { document } = await openDocument(alerts);
    let places: string[] = [];
    await eventually(async () => {
      const found = await definitionsAt(document.uri, cursorIn(document, 'runbook_url: RUN|-001'));
      places = await Promise.all(found.map(inWords));
      return places.length > 0;
    }, 'the address leads somewhere');
    assert.deepEqual(places, [`${runbooks}:11 «RUN-001»`]);

    const runbook = await openDocument(runbooks);
    const references = await referencesAt(runbook.document.uri, cursorIn(runbook.document, '## RUN-|001'));
    assert.ok((await Promise.all(references.map(inWords))).includes(`${alerts}:12 «RUN-001»`));
    await eventually(async () => {
      const lenses = await lensesOf(runbook.document.uri);
      const titles = lenses.map(({ command }) => command?.title);
      return titles.includes('1 alert leads here: ShopDown (page) on up{job="shop"} == 0');
    }, 'a lens says which alerts lead here');
  });

  test('have the new number of an id, and the old one when that is undone', async () => {
    const before = [await textOf(alerts), await textOf(runbooks)];
    const { document } = await openDocument(alerts);
    const position = cursorIn(document, 'runbook_url: RUN|-001');
    let edit: vscode.WorkspaceEdit | undefined;
    await eventually(async () => {
      edit = await renameAt(document.uri, position, 'RUN-007');
      return edit.size === 2;
    }, 'the rename changes both files');
    assert.ok(edit !== undefined && (await vscode.workspace.applyEdit(edit)));
    assert.equal(await textOf(alerts), before[0]?.replace('runbook_url: RUN-001', 'runbook_url: RUN-007'));
    assert.match(await textOf(runbooks), /^## RUN-007: Restart the shop$/m);
    await vscode.commands.executeCommand('undo');
    assert.deepEqual([await textOf(alerts), await textOf(runbooks)], before);
  });

  test('get the runbook that they lack, and nothing is left but what is to be filled in', async () => {
    const { document } = await openDocument(alerts);
    await eventually(() => codes(alerts).includes('paging-alert-without-runbook'), 'the alert is underlined');
    const position = cursorIn(document, 'alert: Queue|Stuck');
    let action: vscode.CodeAction | undefined;
    await eventually(async () => {
      const actions = await actionsAt(document.uri, new vscode.Range(position, position));
      action = actions.find(({ title }) => title.startsWith('Create a runbook for this alert: RUN-002'));
      return action?.edit !== undefined;
    }, 'the runbook is offered');
    assert.ok(action?.edit !== undefined && (await vscode.workspace.applyEdit(action.edit)));
    assert.match(document.getText(), /summary: Orders wait\n {10}runbook_url: RUN-002\n/);
    const text = await textOf(runbooks);
    assert.match(text, /^- \[RUN-002\]\(#run-002-queuestuck\) - QueueStuck$/m);
    assert.match(text, /^The alert `QueueStuck` fires \(page\): `sum\(queue_length\) > 1000`\.$/m);
    await eventually(() => codes(alerts).length === 0, 'nothing is underlined in the alert file');
    await eventually(
      () => codes(runbooks).includes('stub-entry') || codes(runbooks).includes('placeholder'),
      'the entry is to be filled in',
    );
    assert.deepEqual(
      codes(runbooks).filter((code) => code !== 'stub-entry' && code !== 'placeholder'),
      [],
    );
  });

  test('leave YAML to its own support', async () => {
    const { document } = await openDocument('deploy/values.yaml');
    assert.deepEqual(await definitionsAt(document.uri, cursorIn(document, 'notes: RUN|-001')), []);
    assert.deepEqual(diagnosticsOf(document.uri), []);
    const formatters = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    assert.equal(formatters, undefined);
    const runbook = await openDocument(runbooks);
    assert.ok((await foldingOf(runbook.document.uri)).length > 0, 'runbooks are folded as before');
  });
});
