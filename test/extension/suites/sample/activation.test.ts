import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../../../protocol/src/contributions.js';
import type { RunbookApi } from '../../../../client/src/runbook-api.js';
import { eventually } from '../../support/eventually.js';
import { runbookApi } from '../../support/session.js';
import { extensionId } from '../../support/workspace.js';

suite('A workspace with SoT files', () => {
  test('wakes the extension without a document being opened', async () => {
    await eventually(
      () => vscode.extensions.getExtension<RunbookApi>(extensionId)?.isActive === true,
      'the extension is active',
    );
    const api = await runbookApi();
    await eventually(() => api.isAwake(), 'the language server is started');
  });

  test('has every command', async () => {
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(
      Object.values(commandIds).filter((id) => !known.includes(id)),
      [],
    );
  });
});
