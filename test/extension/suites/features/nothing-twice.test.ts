import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually.js';
import { cursorIn, inWords } from '../../support/places.js';
import {
  actionsAt,
  completionsAt,
  definitionsAt,
  foldingOf,
  highlightsAt,
  hoversAt,
  insertedBy,
  labelOf,
  referencesAt,
  renamePlaceAt,
  symbolsOf,
  workspaceSymbols,
} from '../../support/providers.js';
import { discardEdits, rangeOf, replace, runbookApi } from '../../support/session.js';
import { openDocument } from '../../support/workspace.js';

const operations = 'SoT.OPERATIONS.md';

function assertNoneTwice(shown: readonly string[]): void {
  assert.deepEqual(
    shown.filter((one, index) => shown.indexOf(one) !== index),
    [],
    shown.join('\n'),
  );
}

/** The row of a list that a person sees a place as: its file and line. */
const lineOf = ({ uri, range }: vscode.Location): string =>
  `${vscode.workspace.asRelativePath(uri)}:${String(range.start.line + 1)}`;

/** No two places are one thing to a reader: they overlap, or nothing but punctuation is between them, as in a link. */
async function assertApart(found: readonly vscode.Location[]): Promise<void> {
  const sorted = found.toSorted((a, b) => a.range.start.compareTo(b.range.start));
  for (const [index, first] of sorted.entries()) {
    const document = await vscode.workspace.openTextDocument(first.uri);
    for (const second of sorted.slice(index + 1)) {
      if (lineOf(first) !== lineOf(second)) continue;
      assert.ok(second.range.start.isAfterOrEqual(first.range.end), `${lineOf(first)} twice`);
      const between = document.getText(new vscode.Range(first.range.end, second.range.start));
      assert.match(between, / /, `${lineOf(first)} twice`);
    }
  }
}

/** Where VS Code's own Markdown support may answer too. */
const places: readonly (readonly [what: string, cursor: string, after?: string])[] = [
  ['an id in a heading', '## RUN-|001'],
  ['the words of an entry’s heading', '## RUN-001: Ca|rds'],
  ['the heading of a section', '### Th|resholds'],
  ['the words of a link', '- [RUN-|001]'],
  ['the target of a link', '#run-0|01-cards'],
  ['a link to a file', '(runbooks/RUN-|101'],
  ['an id in running text', 'RUN-|001', 'Follow'],
];

suite('Beside the built-in Markdown support', () => {
  suiteSetup(async () => {
    await runbookApi();
    const { document } = await openDocument(operations);
    await eventually(async () => (await symbolsOf(document.uri)).length > 0, 'it outlines the document');
  });
  teardown(discardEdits);

  test('which is there, and awake', () => {
    assert.equal(vscode.extensions.getExtension('vscode.markdown-language-features')?.isActive, true);
  });

  for (const [what, cursor, after] of places) {
    test(`nothing shows twice on ${what}`, async () => {
      const { document } = await openDocument(operations);
      const position = cursorIn(document, cursor, after);
      const { uri } = document;
      assertNoneTwice((await definitionsAt(uri, position)).map(lineOf));
      await assertApart(await referencesAt(uri, position));
      assertNoneTwice((await highlightsAt(uri, position)).map(({ range }) => JSON.stringify(range)));
      assert.ok((await hoversAt(uri, position)).length <= 1);
      assertNoneTwice((await actionsAt(uri, new vscode.Range(position, position))).map(({ title }) => title));
    });

    test(`there is one jump from ${what}`, async () => {
      const { document } = await openDocument(operations);
      const found = await definitionsAt(document.uri, cursorIn(document, cursor, after));
      assert.equal(found.length, 1, (await Promise.all(found.map(inWords))).join('; '));
    });
  }

  test('the outline and the folding have every section once', async () => {
    const { document } = await openDocument(operations);
    const rows = (symbols: readonly vscode.DocumentSymbol[]): string[] =>
      symbols.flatMap(({ name, range, children }) => [
        `${name} ${String(range.start.line)}`,
        ...rows(children),
      ]);
    const symbols = await symbolsOf(document.uri);
    assert.equal(symbols.length, 1);
    assertNoneTwice(rows(symbols));
    assertNoneTwice((await foldingOf(document.uri)).map(({ start }) => String(start)));
  });

  test('every symbol of the workspace is found once', async () => {
    for (const query of ['RUN-001', 'cards', 'print', 'm1dc']) {
      const found = await workspaceSymbols(query);
      assert.notEqual(found.length, 0, query);
      assertNoneTwice(found.map(({ location }) => lineOf(location)));
    }
  });

  for (const [what, typed, trigger, wanted] of [
    ['the path of a link', 'See [x](', '(', 'SoT.OPERATIONS.md#run-001-cards-are-declined'],
    ['an anchor', 'See [x](#', '#', '#risk-001-provider-declines-cards'],
    ['an anchor of another file', 'See [x](SoT.OPERATIONS.md#', '#', '#run-001-cards-are-declined'],
    ['a heading of the workspace', 'See [x](##', '#', 'SoT.OPERATIONS.md#run-001-cards-are-declined'],
    ['a snippet', '', undefined, undefined],
  ] as const) {
    test(`completion of ${what} offers nothing twice`, async () => {
      const editor = await openDocument('SoT.RISKS.md');
      await replace(editor, 'Nobody can pay. The answer is RUN-001.', typed);
      const line = rangeOf(editor.document, '## RISK-002').start.line - 2;
      const position = editor.document.lineAt(line).range.end;
      assert.equal(editor.document.lineAt(line).text, typed);
      await eventually(
        async () => {
          const items = await completionsAt(editor.document.uri, position, trigger);
          const own = items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
          assertNoneTwice(own.map(insertedBy));
          assertNoneTwice(own.map((item) => `${labelOf(item)} ${insertedBy(item)}`));
          return own.length > 0 && (wanted === undefined || own.map(insertedBy).includes(wanted));
        },
        `${String(wanted)} is offered`,
      );
    });
  }

  test('a heading is renamed by it, an id by us', async () => {
    const { document } = await openDocument(operations);
    const renamed = async (cursor: string): Promise<string> =>
      (await renamePlaceAt(document.uri, cursorIn(document, cursor))).placeholder;
    assert.equal(await renamed('### Th|resholds'), 'Thresholds');
    assert.equal(await renamed('## RUN-|001'), 'RUN-001');
    assert.equal(await renamed('#run-0|01-cards'), 'RUN-001');
  });

  test('links are underlined once', async () => {
    const { document } = await openDocument(operations);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    assert.notEqual(links.length, 0);
    assertNoneTwice(links.map(({ range }) => JSON.stringify(range)));
  });
});
