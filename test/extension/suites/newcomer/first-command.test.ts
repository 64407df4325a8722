import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../../../protocol/src/contributions.js';
import { eventually } from '../../support/eventually.js';
import { runbookApi } from '../../support/session.js';
import { openDocument } from '../../support/workspace.js';

suite('A folder with a README only', () => {
  test('takes a command before the language server runs', async () => {
    await openDocument('README.md');
    const api = await runbookApi();
    assert.equal(api.isAwake(), false);
    // backed out of right away, whatever it asks
    const closing = setInterval(
      () => void vscode.commands.executeCommand('workbench.action.closeQuickOpen'),
      200,
    );
    try {
      await vscode.commands.executeCommand(commandIds.insertRunEntry);
    } finally {
      clearInterval(closing);
    }
    assert.equal(api.isAwake(), true);
  });

  test('stays as it is', async () => {
    const { document } = await openDocument('README.md');
    assert.equal(document.isDirty, false);
    await eventually(
      async () => (await vscode.workspace.findFiles('**/*')).length === 1,
      'there is no new file',
    );
  });
});
