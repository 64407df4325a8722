import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { completionsAt, labelOf } from '../../support/providers.js';
import { discardEdits, runbookApi } from '../../support/session.js';
import { openDocument } from '../../support/workspace.js';

suite('Templates of whole documents', () => {
  teardown(discardEdits);

  test('come first in an empty file, and start no server', async () => {
    const api = await runbookApi();
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    await vscode.window.showTextDocument(document);
    const items = await completionsAt(document.uri, new vscode.Position(0, 0));
    assert.deepEqual(items.slice(0, 5).map(labelOf).toSorted(), [
      'runbook-feature',
      'runbook-playbook',
      'runbook-release',
      'runbook-run-file',
      'runbook-sot',
    ]);
    assert.equal(api.isAwake(), false);
  });

  test('are not offered where something is written', async () => {
    const { document } = await openDocument('README.md');
    const items = await completionsAt(document.uri, document.lineAt(document.lineCount - 1).range.end);
    assert.deepEqual(
      items.map(labelOf).filter((label) => label.startsWith('runbook-')),
      [],
    );
  });
});
