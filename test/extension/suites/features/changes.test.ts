import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually.js';
import { cursorIn } from '../../support/places.js';
import { definitionsAt, renameAt, renamePlaceAt } from '../../support/providers.js';
import { readFiles, restoreFiles } from '../../support/restored-files.js';
import { codeOf, runbookApi } from '../../support/session.js';
import { diagnosticsOf, openDocument, workspaceFile } from '../../support/workspace.js';

const operations = 'SoT.OPERATIONS.md';
const playbook = 'playbooks/move-the-shop.md';
// never opened by itself: the editor would keep its text beyond the file
const tills = 'runbooks/tills/RUN-102-tills-are-locked.md';
const printers = 'runbooks/RUN-101-printers-are-silent.md';

async function textOf(file: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(file));
  return document.getText();
}

async function findings(): Promise<string[]> {
  const files = await vscode.workspace.findFiles('**/*.md');
  return files.flatMap((uri) =>
    diagnosticsOf(uri).map((one) => `${vscode.workspace.asRelativePath(uri)} ${codeOf(one)}`),
  );
}

suite('Changing what belongs together', () => {
  let files: Awaited<ReturnType<typeof readFiles>>;

  suiteSetup(async () => {
    await runbookApi();
    files = await readFiles();
  });
  teardown(async () => {
    await restoreFiles(files);
    const { document } = await openDocument('SoT.RISKS.md');
    await eventually(async () => {
      const found = await definitionsAt(document.uri, cursorIn(document, 'RUN-|102'));
      assert.deepEqual(
        found.map(({ uri }) => vscode.workspace.asRelativePath(uri)),
        [tills],
      );
      return true;
    }, 'the server knows the files as they were');
  });

  test('an id has its new number everywhere, and nothing is underlined', async () => {
    const { document } = await openDocument('SoT.RISKS.md');
    const position = cursorIn(document, 'RUN-|001', 'The answer is');
    assert.equal((await renamePlaceAt(document.uri, position)).placeholder, 'RUN-001');
    assert.ok(await vscode.workspace.applyEdit(await renameAt(document.uri, position, 'RUN-007')));
    for (const file of [operations, 'SoT.RISKS.md', playbook, printers]) {
      const text = await textOf(file);
      assert.ok(text.includes('RUN-007') && !/RUN-001(?! to)/i.test(text), file);
    }
    assert.match(await textOf(operations), /- \[RUN-007\]\(#run-007-cards-are-declined\)/);
    await eventually(async () => {
      const found = await findings();
      // the entry keeps its place: moving it behind RUN-002 is somebody else's decision
      return found.every((one) => one.endsWith('entry-order'));
    }, 'nothing but the order is underlined');
  });

  test('an id that is taken is refused, and the heading around it stays as it is', async () => {
    const { document } = await openDocument(operations);
    const edit = await renameAt(document.uri, cursorIn(document, '## RUN-|001'), 'RUN-002');
    assert.equal(edit.size, 0);
  });

  test('a phase has its new number wherever the document names it', async () => {
    const { document } = await openDocument(playbook);
    const position = cursorIn(document, '### Phase |2: Open');
    assert.equal((await renamePlaceAt(document.uri, position)).placeholder, '2');
    assert.ok(await vscode.workspace.applyEdit(await renameAt(document.uri, position, '3')));
    const text = document.getText();
    for (const words of ['### Phase 3: Open the counters', '### From Phase 3', '| Phase 3 |'])
      assert.ok(text.includes(words), words);
  });

  test('a heading has its new words, and the links to it follow', async () => {
    const { document } = await openDocument(printers);
    const position = cursorIn(document, '## Proce|dure');
    assert.ok(await vscode.workspace.applyEdit(await renameAt(document.uri, position, 'What to do')));
    assert.match(document.getText(), /^## What to do$/m);
    assert.match(await textOf('SoT.RISKS.md'), /\(runbooks\/RUN-101-printers-are-silent\.md#what-to-do\)/);
  });

  test('ordinary words are nobody’s name', async () => {
    const { document } = await openDocument(operations);
    await assert.rejects(async () => renamePlaceAt(document.uri, cursorIn(document, 'con|tainers')));
  });

  for (const setting of ['never', 'always']) {
    test(`links follow a file that moves, once, with markdown.updateLinksOnFileMove.enabled ${setting}`, async () => {
      const markdown = vscode.workspace.getConfiguration('markdown');
      await markdown.update('updateLinksOnFileMove.enabled', setting, vscode.ConfigurationTarget.Global);
      try {
        const move = new vscode.WorkspaceEdit();
        const moved = 'runbooks/hall/RUN-102-tills-are-locked.md';
        move.renameFile(workspaceFile(tills), workspaceFile(moved));
        assert.ok(await vscode.workspace.applyEdit(move));
        await eventually(
          async () => (await textOf(operations)).includes(`- [RUN-102](${moved}) - Tills are locked`),
          'the navigation leads to the new place',
        );
        assert.ok((await textOf('SoT.RISKS.md')).includes(`[its steps](${moved}#procedure)`));
        await eventually(async () => {
          assert.deepEqual(await findings(), []);
          return true;
        }, 'nothing is underlined');
      } finally {
        await markdown.update('updateLinksOnFileMove.enabled', undefined, vscode.ConfigurationTarget.Global);
      }
    });
  }

  test('links in and out follow a folder that moves', async () => {
    const move = new vscode.WorkspaceEdit();
    move.renameFile(workspaceFile('runbooks/tills'), workspaceFile('answers'));
    assert.ok(await vscode.workspace.applyEdit(move));
    await eventually(async () => {
      assert.match(await textOf('SoT.RISKS.md'), /\(answers\/RUN-102-tills-are-locked\.md#procedure\)/);
      assert.match(
        await textOf('answers/RUN-102-tills-are-locked.md'),
        /\(\.\.\/SoT\.OPERATIONS\.md#run-001-/,
      );
      return true;
    }, 'links lead to the new place and out of it');
  });

  test('a file that goes leaves its ids dangling', async () => {
    const { document } = await openDocument('SoT.RISKS.md');
    const remove = new vscode.WorkspaceEdit();
    remove.deleteFile(workspaceFile(tills));
    assert.ok(await vscode.workspace.applyEdit(remove));
    await eventually(
      () => diagnosticsOf(document.uri).some((one) => codeOf(one) === 'dangling-id'),
      'RUN-102 is underlined',
    );
  });
});
