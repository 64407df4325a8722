import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../../../protocol/src/contributions.js';
import { eventually } from '../../support/eventually.js';
import { diagnosticsOf, openDocument } from '../../support/workspace.js';
import { codeOf, discardEdits, rangeOf, runbookApi } from '../../support/session.js';

suite('Insert RUN- entry', () => {
  const title = 'Costs of $HOME rise: ${sum} is > 5';
  const insert = async (uri: vscode.Uri): Promise<string | undefined> =>
    vscode.commands.executeCommand<string | undefined>(commandIds.insertRunEntry, {
      title,
      category: 'Maintenance',
      uri: uri.toString(),
    });

  suiteSetup(async () => {
    const api = await runbookApi();
    await openDocument('SoT.DEPLOYMENT.md');
    await eventually(() => api.phases().length > 0, 'the server knows the SoT file');
  });
  teardown(discardEdits);

  test('adds the entry with the next free id, in id order, with its bullet and its change-log row', async () => {
    const { document } = await openDocument('SoT.DEPLOYMENT.md');
    assert.equal(await insert(document.uri), 'RUN-002');

    const text = document.getText();
    assertInOrder(text, ['- [RUN-001](', '- [RUN-002](', '- [MON-001](']);
    assertInOrder(text, [
      '## RUN-001:',
      `## RUN-002: ${title}`,
      '## MON-001:',
      '## Change Log',
      '| RUN-002 ',
    ]);
    assert.match(text, /^\*\*Category\*\*: Maintenance$/m);
  });

  for (const [name, eol] of [
    ['LF', vscode.EndOfLine.LF],
    ['CRLF', vscode.EndOfLine.CRLF],
  ] as const) {
    test(`one undo restores the text byte for byte, line ends ${name}`, async () => {
      const editor = await openDocument('SoT.DEPLOYMENT.md');
      await editor.edit((edit) => {
        edit.setEndOfLine(eol);
      });
      await editor.edit((edit) => {
        edit.insert(rangeOf(editor.document, 'Replaces the six').start, 'An edit of before. ');
      });
      const before = editor.document.getText();

      await insert(editor.document.uri);
      const after = editor.document.getText();
      assert.notEqual(after, before);
      const foreignEnds = eol === vscode.EndOfLine.LF ? /\r/ : /[^\r]\n/;
      assert.doesNotMatch(after, foreignEnds);

      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), before);
    });
  }

  test('leaves tab stops to walk through', async () => {
    const { document } = await openDocument('SoT.DEPLOYMENT.md');
    await insert(document.uri);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, document);
    const first = editor.selection;
    assert.ok(first.start.line >= rangeOf(document, '## RUN-002').start.line, 'the cursor is in the entry');

    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await eventually(() => editor.selection.start.isAfter(first.start), 'the next tab stop is selected');
  });

  test('leaves no finding but what is still to fill in', async () => {
    const editor = await openDocument('SoT.DEPLOYMENT.md');
    const { document } = editor;
    await insert(document.uri);
    // A dangling id tells when the findings are those of the text with the entry.
    assert.ok(
      await editor.edit((edit) => {
        edit.insert(rangeOf(document, 'Replaces the six').start, 'See RUN-088. ');
      }),
    );
    const findings = (): string[] => diagnosticsOf(document.uri).map(codeOf);
    await eventually(() => findings().includes('dangling-id'), 'the new text has been looked at');

    const filled = findings().filter(
      (code) => !['placeholder', 'stub-entry', 'unfilled-template'].includes(code),
    );
    assert.deepEqual(filled, ['dangling-id']);
  });

  for (const [question, known] of [
    ['the title', {}],
    ['the category', { title }],
  ] as const) {
    test(`changes nothing when someone backs out of the question for ${question}`, async () => {
      const { document } = await openDocument('SoT.DEPLOYMENT.md');
      const before = document.version;
      let answer: string | undefined = 'none yet';
      const asking = vscode.commands
        .executeCommand<string | undefined>(commandIds.insertRunEntry, known)
        .then((id) => (answer = id));
      await eventually(async () => {
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        return answer === undefined;
      }, 'the question is gone and no other one follows');
      await asking;
      assert.equal(document.version, before);
    });
  }

  test('also works from another file and leaves that one alone', async () => {
    const { document: playbook } = await openDocument('playbooks/move-tracking-to-the-new-region.md');
    const before = playbook.getText();
    const owner = rootFile(playbook, 'SoT.DEPLOYMENT.md');

    assert.equal(await insert(owner), 'RUN-002');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), owner.toString());
    assert.equal(playbook.getText(), before);
  });
});

function assertInOrder(text: string, parts: readonly string[]): void {
  const places = parts.map((part) => text.indexOf(part));
  assert.ok(!places.includes(-1), `not found: ${parts.filter((part) => !text.includes(part)).join(' and ')}`);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
}

function rootFile(document: vscode.TextDocument, name: string): vscode.Uri {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, name);
}
