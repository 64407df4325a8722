import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually.js';
import { actionsAt, completionsAt, hoversAt, labelOf } from '../../support/providers.js';
import { readFiles, restoreFiles } from '../../support/restored-files.js';
import { codeOf, discardEdits, rangeOf, runbookApi } from '../../support/session.js';
import { diagnosticsOf, openDocument, workspaceFile } from '../../support/workspace.js';

const rule = 'dangling-id';
const file = 'SoT.OPERATIONS.md';

/** The undefined id with its finding, once it is shown. */
async function finding(): Promise<{ readonly editor: vscode.TextEditor; readonly range: vscode.Range }> {
  const editor = await openDocument(file);
  const range = rangeOf(editor.document, 'RUN-404');
  await eventually(() => isFound(editor.document.uri), `${rule} is found`);
  editor.selection = new vscode.Selection(range.start, range.start);
  return { editor, range };
}

function isFound(uri: vscode.Uri): boolean {
  return diagnosticsOf(uri).some((one) => codeOf(one) === rule);
}

function titled(actions: readonly vscode.CodeAction[], start: string): vscode.CodeAction {
  const found = actions.find(({ title }) => title.startsWith(start));
  assert.ok(found, `${start} is among ${actions.map(({ title }) => title).join(', ')}`);
  return found;
}

async function run({ command }: vscode.CodeAction): Promise<void> {
  assert.ok(command);
  const given: readonly unknown[] = command.arguments ?? [];
  await vscode.commands.executeCommand(command.command, ...given);
}

/** What the tab on show is, as VS Code names kinds of editors, with its file. */
function tabOnShow(): string {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputCustom) return `${input.viewType} ${input.uri.toString()}`;
  return input instanceof vscode.TabInputText ? `text ${input.uri.toString()}` : String(input);
}

suite('The menu of a finding', () => {
  let files: Awaited<ReturnType<typeof readFiles>>;
  suiteSetup(async () => {
    await runbookApi();
    files = await readFiles();
  });
  teardown(() => restoreFiles(files));

  test('has repairs first, then comment, severity and page', async () => {
    const { editor, range } = await finding();
    let actions: readonly vscode.CodeAction[] = [];
    const ours = (): string[] => actions.map(({ title }) => title).filter((title) => title.includes(rule));
    // in a window that has just opened, findings may show before the editor asks for their menus
    await eventually(async () => {
      actions = await actionsAt(editor.document.uri, range, vscode.CodeActionKind.QuickFix);
      return ours().length > 0;
    }, 'the finding has a menu');
    assert.deepEqual(ours(), [
      `Silence ${rule} here`,
      `Set severity of ${rule} in .runbook.yaml…`,
      `Turn ${rule} off in .runbook.yaml`,
      `Explain ${rule}`,
    ]);
    assert.ok(
      actions[0]?.title.includes('RUN-404') === true || actions[0]?.isPreferred === true,
      actions[0]?.title,
    );
  });

  test('silences a finding by one undo step', async () => {
    const { editor, range } = await finding();
    const before = editor.document.getText();
    const action = titled(await actionsAt(editor.document.uri, range), `Silence ${rule}`);
    assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
    await eventually(() => !isFound(editor.document.uri), 'the finding is gone');
    assert.ok(!diagnosticsOf(editor.document.uri).some((one) => codeOf(one) === 'unused-suppression'));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  test('turns a rule off in a file that it creates and saves', async () => {
    const { editor, range } = await finding();
    await run(titled(await actionsAt(editor.document.uri, range), `Turn ${rule} off`));
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile('.runbook.yaml')));
    assert.equal(text, `rules:\n  ${rule}: off\n`);
    await eventually(() => !isFound(editor.document.uri), 'the finding is gone');
  });

  test('asks for a severity, and keeps what the file says', async () => {
    await vscode.workspace.fs.writeFile(
      workspaceFile('.runbook.yaml'),
      new TextEncoder().encode('# ours\nrules:\n  orphan-id: hint # why\n'),
    );
    const { editor, range } = await finding();
    const asked = run(titled(await actionsAt(editor.document.uri, range), `Set severity of ${rule}`));
    // the list is on show when the key for the next row is taken
    const picking = setInterval(() => {
      void vscode.commands
        .executeCommand('workbench.action.quickOpenSelectNext')
        .then(() => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'));
    }, 300);
    try {
      await asked;
    } finally {
      clearInterval(picking);
    }
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile('.runbook.yaml')));
    assert.match(text, new RegExp(`^# ours\nrules:\n {2}orphan-id: hint # why\n {2}${rule}: \\w+\n$`));
  });

  test('explains a rule on a page of the package', async () => {
    const { editor, range } = await finding();
    await run(titled(await actionsAt(editor.document.uri, range), `Explain ${rule}`));
    const page = `vscode.markdown.preview.editor runbook-pages:/rules/${rule}.md`;
    await eventually(() => tabOnShow() === page, `the page is on show, not ${tabOnShow()}`);
  });

  test('leads from the code of the finding to the same page', async () => {
    const { editor } = await finding();
    const found = diagnosticsOf(editor.document.uri).find((one) => codeOf(one) === rule);
    const target = typeof found?.code === 'object' ? found.code.target : undefined;
    assert.equal(target?.toString(), `runbook-pages:/rules/${rule}.md`);
    await vscode.commands.executeCommand('vscode.open', target);
    const page = `vscode.markdown.preview.editor runbook-pages:/rules/${rule}.md`;
    await eventually(() => tabOnShow() === page, `the page is on show, not ${tabOnShow()}`);
    const text = (await vscode.workspace.openTextDocument(target)).getText();
    assert.match(text, /^# dangling-id\n/);
    await assert.rejects(async () => vscode.workspace.fs.writeFile(target, new Uint8Array()));
  });
});

suite('Templates', () => {
  suiteSetup(async () => {
    await runbookApi();
  });
  teardown(discardEdits);

  /** Types a prefix at a place and accepts the first item of the list, as people do. */
  async function accept(editor: vscode.TextEditor, before: string, prefix: string): Promise<void> {
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf(before));
    editor.selection = new vscode.Selection(at, at);
    await editor.edit((edit) => {
      edit.insert(at, '\n\n');
    });
    const line = at.translate(0);
    editor.selection = new vscode.Selection(line, line);
    await vscode.commands.executeCommand('type', { text: prefix });
    await eventually(
      async () =>
        (await completionsAt(document.uri, editor.selection.active)).some((item) => labelOf(item) === prefix),
      `${prefix} is offered`,
    );
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    const accepting = setInterval(() => void vscode.commands.executeCommand('acceptSelectedSuggestion'), 300);
    try {
      // edits elsewhere come before it
      await eventually(() => !document.getText().includes(`\n${prefix}\n`), `${prefix} is inserted`);
    } finally {
      clearInterval(accepting);
    }
  }

  test('a phase behind the fourth is the fifth, requires the fourth and is in the log', async () => {
    const editor = await openDocument('move.md');
    await accept(editor, '## Execution Log', 'phase');
    const text = editor.document.getText();
    assert.match(text, /\n### Phase 5: \[Name of the phase\]\n/);
    assert.match(text, /- Requires Phase 4 completion\n/);
    assert.match(text, /\| 4 {5}\| {9}\| {8}\|\n\| 5 {5}\| {9}\| {8}\|\n/);
    // the editor tells of the selection in its own time
    await eventually(
      () => editor.document.getText(editor.selection) === '[Name of the phase]',
      'the first slot is selected',
    );
  });

  test('are offered once', async () => {
    const { document } = await openDocument('move.md');
    const items = await completionsAt(document.uri, rangeOf(document, '\n## Execution Log').start);
    const labels = items.map(labelOf);
    for (const label of ['phase', 'step', 'execution-log-row'])
      assert.equal(labels.filter((one) => one === label).length, 1, label);
  });

  test('of whole documents come first in an empty file', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    await vscode.window.showTextDocument(document);
    const labels = (await completionsAt(document.uri, new vscode.Position(0, 0))).map(labelOf);
    assert.deepEqual(labels.slice(0, 5).toSorted(), [
      'runbook-feature',
      'runbook-playbook',
      'runbook-release',
      'runbook-run-file',
      'runbook-sot',
    ]);
  });
});

suite('.runbook.yaml', () => {
  suiteSetup(async () => {
    await runbookApi();
  });
  teardown(discardEdits);

  test('is completed and explained by our own server', async () => {
    await vscode.workspace.fs.writeFile(
      workspaceFile('docs/.runbook.yaml'),
      new TextEncoder().encode('rules:\n  dangling-id: \n'),
    );
    const { document: saved } = await openDocument('docs/.runbook.yaml');
    await eventually(
      async () =>
        (await completionsAt(saved.uri, new vscode.Position(1, 15))).some((item) => labelOf(item) === 'hint'),
      'severities are offered',
    );
    const hovers = await hoversAt(saved.uri, new vscode.Position(1, 5));
    assert.match(hovers.join('\n'), /\*\*dangling-id\*\*/);
    await vscode.workspace.fs.delete(workspaceFile('docs'), { recursive: true });
  });
});
