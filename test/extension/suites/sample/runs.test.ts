/** A run outlives its page and the server: journals are files, or in the storage of the browser. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RunbookApi } from '../../../../client/src/runbook-api.js';
import { commandIds, runCommandIds } from '../../../../protocol/src/contributions.js';
import { eventually } from '../../support/eventually.js';
import { discardEdits, runbookApi } from '../../support/session.js';
import { openDocument } from '../../support/workspace.js';

suite('A run', () => {
  let api: RunbookApi;

  suiteSetup(async () => {
    api = await runbookApi();
  });
  teardown(discardEdits);

  test('is resumed where it was after its page was closed and the server started again', async () => {
    const { document } = await openDocument('runbooks/RUN-101-queue-is-stuck.md');
    const run = await vscode.commands.executeCommand<string>(runCommandIds.run, document.uri);
    const [begun] = await api.runs();
    assert.equal(begun?.run, run);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(async () => (await api.runs()).length === 0, 'its page is closed');
    await vscode.commands.executeCommand(commandIds.restartServer);
    await vscode.commands.executeCommand(runCommandIds.resumeRun, run);
    await eventually(async () => (await api.runs()).length === 1, 'its page is there again');
    const [resumed] = await api.runs();
    assert.deepEqual(resumed?.at, begun.at);
    assert.equal(resumed.startedAt, begun.startedAt);
  });
});
