import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually.js';
import { cursorIn } from '../../support/places.js';
import { actionsAt } from '../../support/providers.js';
import { readFiles, restoreFiles } from '../../support/restored-files.js';
import { codeOf, discardEdits, replace, runbookApi } from '../../support/session.js';
import { diagnosticsOf, openDocument, workspaceFile, writeText } from '../../support/workspace.js';

const operations = 'SoT.OPERATIONS.md';
const brokenAnchor = ['(#run-001-cards-are-declined)', '(#run-001-cards)'] as const;

function codesOf(uri: vscode.Uri): string[] {
  return diagnosticsOf(uri).map(codeOf);
}

/** The only finding of a rule in a file, once it is there. */
async function finding(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  await eventually(() => codesOf(uri).includes(rule), `${rule} is underlined`);
  const found = diagnosticsOf(uri).find((one) => codeOf(one) === rule);
  assert.ok(found);
  return found;
}

suite('Findings', () => {
  suiteSetup(runbookApi);
  teardown(discardEdits);

  test('of the workspace are none: what the other tests underline is theirs', async () => {
    const files = await vscode.workspace.findFiles('**/*.md');
    assert.ok(files.length > 4);
    await eventually(() => files.every((uri) => codesOf(uri).length === 0), 'no file has findings');
  });

  test('name the rule with a link to its page, and the other place where there are two', async () => {
    const editor = await openDocument('SoT.RISKS.md');
    const { document } = editor;
    await replace(editor, '## RISK-002: Printers', '## RISK-001: Printers');
    const { code, relatedInformation = [] } = await finding(document.uri, 'duplicate-id');
    assert.ok(typeof code === 'object', 'the code is a link');
    assert.match(code.target.path, /\/rules\/duplicate-id\.md$/);
    assert.equal(relatedInformation.length, 1);
    assert.equal(relatedInformation[0]?.location.uri.toString(), document.uri.toString());
  });

  test('stand on their words after an edit, and go with a quick fix', async () => {
    const editor = await openDocument(operations);
    const { document } = editor;
    await replace(editor, ...brokenAnchor);
    const { range } = await finding(document.uri, 'anchor-mismatch');
    assert.equal(document.getText(range), 'run-001-cards');

    const fixes = await actionsAt(document.uri, range, vscode.CodeActionKind.QuickFix);
    const fix = fixes.find(({ title }) => title === 'Change link target to #run-001-cards-are-declined');
    assert.ok(fix?.edit, fixes.map(({ title }) => title).join('; '));
    assert.equal(fix.isPreferred, true);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await eventually(() => codesOf(document.uri).length === 0, 'the underline is gone');
  });

  test('offer to create the entry behind an id, then what to do about the rule', async () => {
    const editor = await openDocument('SoT.RISKS.md');
    const { document } = editor;
    await replace(editor, 'The answer is RUN-101', 'The answer is RUN-103');
    const { range } = await finding(document.uri, 'dangling-id');
    const fixes = await actionsAt(document.uri, range, vscode.CodeActionKind.QuickFix);
    const titles = fixes.map(({ title }) => title);
    assert.deepEqual(titles, [
      'Replace RUN-103 with RUN-102 (Tills are locked)',
      'Create RUN-103 in SoT.OPERATIONS.md from the template',
      'Silence dangling-id here',
      'Set severity of dangling-id in .runbook.yaml…',
      'Turn dangling-id off in .runbook.yaml',
      'Explain dangling-id',
    ]);
    const create = fixes[1]?.edit;
    assert.ok(create);
    assert.ok(await vscode.workspace.applyEdit(create));
    await eventually(() => !codesOf(document.uri).includes('dangling-id'), 'the underline is gone');
  });
});

suite('Findings of saved files', () => {
  let files: Awaited<ReturnType<typeof readFiles>>;
  const diagnostics = (): vscode.WorkspaceConfiguration =>
    vscode.workspace.getConfiguration('runbook.diagnostics');

  suiteSetup(async () => {
    await runbookApi();
    files = await readFiles();
  });
  teardown(() => restoreFiles(files));

  test('are fixed on save where that is asked for', async () => {
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
    const onSave = (value: object | undefined): Thenable<void> =>
      settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Global, true);
    await onSave({ 'source.fixAll.runbook': 'explicit' });
    try {
      const editor = await openDocument(operations);
      await replace(editor, ...brokenAnchor);
      await finding(editor.document.uri, 'anchor-mismatch');
      await vscode.commands.executeCommand('workbench.action.files.save');
      await eventually(() => !editor.document.isDirty, 'the document is saved');
      assert.equal(
        editor.document.getText(),
        new TextDecoder().decode(files.get(editor.document.uri.toString())),
      );
    } finally {
      await onSave(undefined);
    }
  });

  test('are shown for the whole workspace, or for open files if so set', async () => {
    const broken = workspaceFile('runbooks/RUN-150.md');
    const text = '# RUN-150: Doors do not open\n\nCategory: Incident\nTrigger: MON-099\nOwner: Shop team\n';
    await writeText(broken, text);
    await eventually(() => codesOf(broken).includes('dangling-id'), 'a file that nobody opened is looked at');

    await diagnostics().update('scope', 'openFiles', vscode.ConfigurationTarget.Global);
    try {
      await eventually(() => codesOf(broken).length === 0, 'the closed file has no findings');
      const editor = await openDocument('runbooks/RUN-150.md');
      await eventually(() => codesOf(broken).includes('dangling-id'), 'the opened file has its findings');
      editor.selection = new vscode.Selection(0, 0, 0, 0);
    } finally {
      await diagnostics().update('scope', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('come and go with a comment that silences the rule', async () => {
    const editor = await openDocument('SoT.RISKS.md');
    await replace(editor, 'The answer is RUN-101', 'The answer is RUN-188');
    await finding(editor.document.uri, 'dangling-id');
    const start = cursorIn(editor.document, '|Nobody gets');
    await editor.edit((edit) => {
      edit.insert(start, '<!-- runbook-disable-next-line dangling-id -->\n');
    });
    await eventually(() => codesOf(editor.document.uri).length === 0, 'the rule is silent');
  });
});
