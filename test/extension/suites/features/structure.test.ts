import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, pause } from '../../support/eventually.js';
import { cursorIn } from '../../support/places.js';
import { foldingOf, selectionsAt, symbolsOf } from '../../support/providers.js';
import { discardEdits, rangeOf, runbookApi } from '../../support/session.js';
import { extensionId, openDocument } from '../../support/workspace.js';

const operations = 'SoT.OPERATIONS.md';

suite('The structure of a document', () => {
  suiteSetup(runbookApi);
  teardown(discardEdits);

  test('is outlined', async () => {
    const { document } = await openDocument(operations);
    await eventually(async () => {
      const [title] = await symbolsOf(document.uri);
      const names = title?.children.map(({ name }) => name) ?? [];
      return names.includes('## RUN-001: Cards are declined') && names.includes('## Change Log');
    }, 'entries and sections are in the outline');
  });

  test('folds sections and leaves the rule behind them in sight', async () => {
    const { document } = await openDocument(operations);
    const { start } = rangeOf(document, '## RUN-001');
    const rule = rangeOf(document, '\n---\n', '## RUN-001');
    const section = (await foldingOf(document.uri)).find((one) => one.start === start.line);
    assert.ok(section);
    assert.ok(section.end <= rule.start.line, `${String(section.end)} before ${String(rule.start.line)}`);
  });

  test('is what a selection grows by: a command, its step, the steps, the entry', async () => {
    const { document } = await openDocument(operations);
    const ranges = await selectionsAt(document.uri, cursorIn(document, 'payctl use| second'));
    const texts = ranges.map((range) => document.getText(range).trim());
    for (const [index, range] of ranges.entries())
      assert.ok(index === 0 || range.contains(ranges[index - 1] ?? range), texts[index]);
    for (const start of ['`payctl use', '2. **Mitigate**', '1. **Assess**', '### Steps', '## RUN-001', '---'])
      assert.ok(
        texts.some((text) => text.startsWith(start)),
        `${start} in\n${texts.join('\n=====\n')}`,
      );
  });

  test('has an id that changes in its heading and its field at once', async () => {
    const editor = await openDocument(operations);
    const position = cursorIn(editor.document, '## RUN-002|: Cert');
    let rest = 300;
    await eventually(async () => {
      editor.selection = new vscode.Selection(position, position);
      await pause(rest); // the editor looks for linked ranges a moment after the cursor has come to rest
      await vscode.commands.executeCommand('type', { text: '5' });
      await pause(100);
      const text = editor.document.getText();
      if (text.includes('## RUN-0025: Cert') && text.includes('**ID**: RUN-0025')) return true;
      await vscode.commands.executeCommand('undo');
      rest = Math.min(2 * rest, 5000); // and a busy machine takes its time to answer
      return false;
    }, 'the field has the id that is typed in the heading');
  });
});

interface Token {
  readonly text: string;
  readonly type: string;
  readonly modifiers: readonly string[];
}

async function tokensOf(document: vscode.TextDocument): Promise<Token[]> {
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
    'vscode.provideDocumentSemanticTokensLegend',
    document.uri,
  );
  const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
    'vscode.provideDocumentSemanticTokens',
    document.uri,
  );
  const tokens: Token[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    line += lines;
    character = lines === 0 ? character + characters : characters;
    tokens.push({
      text: document.getText(new vscode.Range(line, character, line, character + length)),
      type: legend.tokenTypes[type] ?? '',
      modifiers: legend.tokenModifiers.filter((_, bit) => (modifiers >> bit) % 2 === 1),
    });
  }
  return tokens;
}

suite('Colours', () => {
  suiteSetup(runbookApi);
  teardown(discardEdits);

  test('tell ids by state, fields and values', async () => {
    const editor = await openDocument(operations);
    await editor.edit((edit) => {
      edit.insert(
        new vscode.Position(editor.document.lineCount, 0),
        '\nSee RUN-077.\n\nSee [the name of it].\n',
      );
    });
    await eventually(async () => {
      const tokens = await tokensOf(editor.document);
      const shown = tokens.map(({ text, type, modifiers }) => [text, type, ...modifiers].join(' '));
      const missing = [
        'RUN-001 runbookId',
        'RUN-001 runbookId declaration',
        'RUN-002 runbookId deprecated',
        'RUN-077 runbookId unknown',
        '[the name of it] runbookPlaceholder',
        'Owner runbookField',
        'Active runbookValue',
      ].filter((one) => !shown.includes(one));
      assert.deepEqual(missing, [], [...new Set(shown)].join('\n'));
      return true;
    }, 'every state has its token');
  });

  test('are declared, so that every theme has one for them', async () => {
    const { document } = await openDocument(operations);
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const manifest: unknown = vscode.extensions.getExtension(extensionId)?.packageJSON;
    const declared = JSON.stringify(manifest);
    for (const type of legend.tokenTypes) {
      assert.ok(declared.includes(`{"id":"${type}","superType":`), `${type} is declared`);
      assert.ok(declared.includes(`"${type}":["`), `${type} has a scope`);
    }
    const standard = ['declaration', 'deprecated'];
    for (const modifier of legend.tokenModifiers)
      assert.ok(standard.includes(modifier) || declared.includes(`{"id":"${modifier}",`), modifier);
    const rules: unknown = vscode.workspace
      .getConfiguration('editor')
      .get('semanticTokenColorCustomizations');
    assert.deepEqual(rules, { rules: { 'runbookId.deprecated': { strikethrough: true } } });
  });
});
