import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, pause } from '../../support/eventually.js';
import { discardEdits, runbookApi } from '../../support/session.js';
import { diagnosticsOf, openDocument, workspaceFile } from '../../support/workspace.js';

suite('A folder of ordinary Markdown notes', () => {
  const notes = ['README.md', 'meeting-notes.md', 'recipes/bread.md'];

  suiteSetup(async () => {
    for (const note of notes) await openDocument(note);
    // The built-in Markdown extension is active once it answers; ours has had the same events by then.
    await eventually(async () => {
      const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        vscode.window.activeTextEditor?.document.uri,
      );
      return symbols !== undefined && symbols.length > 0;
    }, 'the built-in Markdown outline of the open note appears');
    await pause(1000);
  });

  test('starts no language server', async () => {
    assert.equal((await runbookApi()).isAwake(), false);
  });

  test('has no findings', () => {
    const findings = vscode.languages.getDiagnostics().flatMap(([uri]) => diagnosticsOf(uri));
    assert.deepEqual(findings, []);
  });

  test('is rendered by the preview as it is', async () => {
    await openDocument('README.md');
    await vscode.commands.executeCommand('markdown.showPreview');
    assert.doesNotMatch(await render('README.md'), /runbook-/);
    assert.equal((await runbookApi()).isAwake(), false);
  });

  test('has findings as soon as a note becomes a runbook', async () => {
    const api = await runbookApi();
    const editor = await openDocument('meeting-notes.md');
    await editor.edit((edit) => {
      edit.insert(
        new vscode.Position(0, 0),
        '# Playbook: Move the shop\n\n## Phase 1: Copy\n\n- [ ] Rows match\n\n## Phase 2: Switch\n\n',
      );
    });
    await eventually(() => api.isAwake(), 'the language server is started');
    await eventually(() => api.status()?.includes('Playbook') === true, 'the status item shows the kind');
    await eventually(
      () => diagnosticsOf(editor.document.uri).length > 0,
      'what the playbook lacks is reported',
    );
    assert.ok(api.phases().some(({ label }) => label.includes('Phase 1')));
    await eventually(
      async () => (await render('meeting-notes.md')).includes('runbook-progress'),
      'the preview, which is older than the language server, shows how much of a phase is done',
    );
    await discardEdits();
  });
});

/** What the built-in preview shows of a note. */
async function render(path: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(path));
  return vscode.commands.executeCommand<string>('markdown.api.render', document);
}
