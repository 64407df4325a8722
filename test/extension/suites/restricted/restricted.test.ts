import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually.js';
import { cursorIn } from '../../support/places.js';
import { definitionsAt } from '../../support/providers.js';
import { codeOf, discardEdits, replace, runbookApi } from '../../support/session.js';
import { diagnosticsOf, openDocument } from '../../support/workspace.js';

suite('In Restricted Mode', () => {
  teardown(discardEdits);

  test('the workspace is not trusted, and the extension is active', async () => {
    await runbookApi();
    assert.equal(vscode.workspace.isTrusted, false);
  });

  test('findings and jumps across files are there: nothing of a document is run', async () => {
    const editor = await openDocument('SoT.RISKS.md');
    const { document } = editor;
    await eventually(async () => {
      const found = await definitionsAt(document.uri, cursorIn(document, 'RUN-|001', 'The answer is'));
      return found.some(({ uri }) => uri.path.endsWith('/SoT.DEPLOYMENT.md'));
    }, 'RUN-001 has its definition in another file');
    await replace(editor, 'The answer is RUN-001', 'The answer is RUN-055');
    await eventually(
      () => diagnosticsOf(document.uri).some((finding) => codeOf(finding) === 'dangling-id'),
      'RUN-055 is underlined',
    );
  });
});
