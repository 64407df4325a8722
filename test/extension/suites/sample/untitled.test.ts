import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RunbookApi } from '../../../../client/src/runbook-api.js';
import { eventually } from '../../support/eventually.js';
import { discardEdits, flatten, runbookApi } from '../../support/session.js';

suite('A document that was never saved', () => {
  let api: RunbookApi;

  suiteSetup(async () => {
    api = await runbookApi();
  });
  teardown(discardEdits);

  test('becomes a playbook while it is written', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await eventually(() => api.phases().length === 0, 'an empty document has no phases');

    assert.ok(
      await editor.edit((edit) => {
        edit.insert(
          new vscode.Position(0, 0),
          '# Playbook: Change the door code\n\n### Phase 1: Tell people\n\n### Phase 2: Change it\n',
        );
      }),
    );
    await eventually(
      () => flatten(api.phases()).filter(({ kind }) => kind === 'phase').length === 2,
      'both phases are in the tree',
    );
    assert.match(String(api.status()), /Playbook/);
  });

  test('of odd content does no harm', async () => {
    for (const content of [
      '\0\u0001\u{10ffff}',
      '---\n',
      '```\n',
      '\r\n\t# RUN-\r\n',
      '# RUN-001: ä'.repeat(999),
    ]) {
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
      await vscode.window.showTextDocument(document);
    }
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '# Playbook: Still alive\n\n### Phase 1: Answer\n\n### Phase 2: Rest\n',
    });
    await vscode.window.showTextDocument(document);
    await eventually(
      () => flatten(api.phases()).some(({ label }) => label.includes('Answer')),
      'the server still answers',
    );
  });
});
