import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, pause } from '../../support/eventually.js';
import { diagnosticsOf, extensionId, openDocument } from '../../support/workspace.js';

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

  test('does not activate the extension', () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, 'the extension is installed');
    assert.equal(extension.isActive, false);
  });

  test('has no findings', () => {
    const findings = vscode.languages.getDiagnostics().flatMap(([uri]) => diagnosticsOf(uri));
    assert.deepEqual(findings, []);
  });
});
