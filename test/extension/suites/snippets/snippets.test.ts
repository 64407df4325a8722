import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RunbookApi } from '../../../../client/src/runbook-api.js';
import {
  fillTemplate,
  toPlainText,
  type TemplateName,
} from '../../../../server/src/templates/expand-template.js';
import type { Template } from '../../../../server/src/templates/template.js';
import { TEMPLATES } from '../../../../server/src/templates/templates.js';
import { eventually } from '../../support/eventually.js';
import { diagnosticsOf } from '../../support/workspace.js';
import { codeOf, discardEdits, runbookApi } from '../../support/session.js';

const names = Object.keys(TEMPLATES).filter((name): name is TemplateName => name in TEMPLATES);

/** What a whole document is taken for, and the findings it has while nothing is filled in. */
const documents: readonly (readonly [name: TemplateName, kind: string, findings: readonly string[]])[] = [
  ['playbook', 'Playbook', ['unfilled-template']],
  ['feature-runbook', 'Feature runbook', ['unfilled-template']],
  ['run-entry', 'Runbook entry', ['stub-entry']],
  ['sot-file', 'SoT file', ['stub-entry', 'stub-entry', 'stub-entry', 'stub-entry']],
  ['release-runbook', 'Release runbook', ['unfilled-template']],
];

suite('Snippets', () => {
  let api: RunbookApi;

  suiteSetup(async () => {
    api = await runbookApi();
  });
  teardown(discardEdits);

  test('are inserted as they are shown', async () => {
    const editor = await openEmpty();
    for (const name of names) {
      const before = textOf(name);
      await insert(editor, name);
      const text = editor.document.getText();
      // the editor writes today's date, which may have become tomorrow's meanwhile
      assert.ok([before, textOf(name)].includes(text), `${name}: ${text}`);
      await vscode.commands.executeCommand('leaveSnippet');
      await editor.edit((edit) => {
        edit.delete(new vscode.Range(0, 0, editor.document.lineCount, 0));
      });
    }
  });

  for (const [name, kind, findings] of documents) {
    test(`${name} is recognised as what it is, and known to be still empty`, async () => {
      const { document } = await insert(await openEmpty(), name);
      await eventually(() => api.status()?.includes(kind) === true, `the status says ${kind}`);
      await eventually(() => diagnosticsOf(document.uri).length > 0, 'the new document has been looked at');
      assert.deepEqual(diagnosticsOf(document.uri).map(codeOf), findings);
      const severe = diagnosticsOf(document.uri).filter(
        ({ severity }) => severity < vscode.DiagnosticSeverity.Information,
      );
      assert.deepEqual(severe, []);
    });
  }

  test('of whole documents are all told of here', () => {
    const whole = names.filter((name) => {
      const template: Template = TEMPLATES[name];
      return template.document;
    });
    assert.deepEqual(whole.toSorted(), documents.map(([name]) => name).toSorted());
  });
});

/** A new document that was never saved. */
async function openEmpty(): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
  return vscode.window.showTextDocument(document);
}

/** Inserts a snippet into a document in which nothing is. */
async function insert(editor: vscode.TextEditor, name: TemplateName): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('editor.action.insertSnippet', {
    langId: 'markdown',
    name: TEMPLATES[name].title,
  });
  await eventually(() => editor.document.getText() !== '', `${name} has been inserted`);
  return editor;
}

/** What the template shows today. */
function textOf(name: TemplateName): string {
  const now = new Date();
  return toPlainText(fillTemplate(name, {}), {
    CURRENT_YEAR: String(now.getFullYear()),
    CURRENT_MONTH: String(now.getMonth() + 1).padStart(2, '0'),
    CURRENT_DATE: String(now.getDate()).padStart(2, '0'),
  });
}
