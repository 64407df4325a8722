import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../../../protocol/src/contributions.js';
import { eventually } from '../../support/eventually.js';
import { extensionId } from '../../support/workspace.js';

suite('A workspace with SoT files', () => {
  test('wakes the extension without a document being opened', async () => {
    await eventually(
      () => vscode.extensions.getExtension(extensionId)?.isActive === true,
      'the extension is active',
    );
  });

  test('has every command', async () => {
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(
      Object.values(commandIds).filter((id) => !known.includes(id)),
      [],
    );
  });
});
