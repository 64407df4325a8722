import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually.js';
import { openDocument } from '../../support/workspace.js';
import { codeOf, runbookApi } from '../../support/session.js';

/** The findings of the extension by file, hints aside. */
function findings(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [uri, diagnostics] of vscode.languages.getDiagnostics()) {
    const codes = diagnostics
      .filter(({ source, severity }) => source === 'runbook' && severity !== vscode.DiagnosticSeverity.Hint)
      .map(codeOf);
    if (codes.length > 0) found.set(vscode.workspace.asRelativePath(uri), codes);
  }
  return found;
}

const broken = new Map([
  ['broken/SoT.DUPLICATE.md', ['duplicate-id', 'duplicate-id']],
  ['broken/SoT.STUB.md', ['stub-entry']],
  ['broken/dangling-id.md', ['dangling-id', 'dangling-id']],
  ['broken/missing-rollback.md', ['missing-rollback']],
  ['broken/missing-verification.md', ['missing-verification']],
  ['broken/unclosed-fence.md', ['unclosed-fence']],
  ['broken/unfilled-playbook.md', ['unfilled-template']],
]);

suite('The examples', () => {
  suiteSetup(runbookApi);

  test('show their broken documents in the list of problems, and no other', async () => {
    await eventually(() => findings().size >= broken.size, 'the broken documents are underlined');
    assert.deepEqual([...findings()].toSorted(), [...broken]);
  });

  test('stay as clean when they are opened', async () => {
    const files = await vscode.workspace.findFiles('**/*.md');
    assert.ok(files.length > 10);
    for (const file of files) await openDocument(vscode.workspace.asRelativePath(file));
    // the last one opened is broken on purpose: once its edit is underlined, the ones before have been looked at
    const editor = await openDocument('broken/dangling-id.md');
    await editor.edit((edit) => {
      edit.insert(editor.document.lineAt(editor.document.lineCount - 1).range.end, ', RUN-997\n');
    });
    await eventually(() => findings().get('broken/dangling-id.md')?.length === 3, 'the edit is underlined');
    const rest = findings();
    rest.set('broken/dangling-id.md', ['dangling-id', 'dangling-id']);
    assert.deepEqual([...rest].toSorted(), [...broken]);
  });
});
