/**
 * The packaged extension asks for nothing that the oldest VS Code has not which `engines` names: its Node bundles are run
 * against a module `vscode` that has what the declarations of that version say, with the real server behind them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { URI } from 'vscode-uri';
import { LineIndex } from '../../server/src/text/line-index';
import { CancellationTokenSource, Position, Range } from '../support/oldest-api/classes';
import { OldEditor, type Manifest } from '../support/oldest-api/editor';
import { unzip } from '../support/unzip';
import { dangling } from '../server/cli/sample-folder';
import { folderWith, removesFolders } from './installed';

const require = createRequire(import.meta.url);
const declarations = require.resolve('@types/vscode/index.d.ts');
const { version } = JSON.parse(
  readFileSync(path.join(path.dirname(declarations), 'package.json'), 'utf8'),
) as {
  readonly version: string;
};

removesFolders();

interface Extension {
  readonly activate: (context: object) => {
    readonly isAwake: () => boolean;
    readonly entries: () => Promise<readonly { readonly id: string }[]>;
    readonly lacks: () => Promise<readonly unknown[]>;
    readonly runs: () => Promise<readonly unknown[]>;
  };
}

it('the declarations are those of the oldest version that `engines` names', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { vscode: string } };
  expect(engines.vscode).toBe(`^${version}`);
});

describe('the packaged extension in the oldest VS Code', () => {
  const root = folderWith({ 'shop/SoT.RUNBOOKS.md': dangling });
  const extension = path.join(root, 'extension');
  const file = path.join(root, 'shop', 'SoT.RUNBOOKS.md');
  const subscriptions: { readonly dispose: () => unknown }[] = [];
  let editor: OldEditor;
  let api: ReturnType<Extension['activate']>;
  let document: object;

  beforeAll(async () => {
    unzip(inject('vsix'), 'extension/', extension);
    const manifest = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8')) as Manifest;
    editor = new OldEditor(declarations, version, path.join(root, 'shop'), manifest);
    // the bundles find the module above their own folder, as packages are found
    mkdirSync(path.join(root, 'node_modules'));
    Reflect.set(globalThis, 'runbookOldestApi', editor.module);
    writeFileSync(
      path.join(root, 'node_modules', 'vscode.js'),
      'module.exports = globalThis.runbookOldestApi;\n',
    );
    const memento = editor.api.make('Memento');
    const context = editor.api.make('ExtensionContext', {
      subscriptions,
      extensionPath: extension,
      extensionUri: URI.file(extension),
      globalStorageUri: URI.file(path.join(root, 'global')),
      storageUri: URI.file(path.join(root, 'storage')),
      workspaceState: memento,
      globalState: memento,
      extension: editor.api.make('Extension', { id: 'runbook.vscode-runbook', packageJSON: manifest }),
    });
    const { activate } = require(path.join(extension, 'dist', 'extension.js')) as Extension;
    api = activate(context);
    document = editor.open(file, dangling);
    await editor.finding(document, 'dangling-id');
  });

  afterAll(async () => {
    for (const one of subscriptions.toReversed()) await one.dispose();
    Reflect.deleteProperty(globalThis, 'runbookOldestApi');
  });

  /** Nothing was asked for that this version has not, and nobody was told of an error. */
  const expectNoWord = (): void => {
    expect(editor.api.undeclared).toEqual([]);
    expect(editor.errors).toEqual([]);
  };

  it('starts with a runbook and finds what is wrong in it', async () => {
    expect(api.isAwake()).toBe(true);
    expect((await api.entries()).map(({ id }) => id)).toContain('RUN-001');
    expect(await api.lacks()).toEqual(expect.any(Array));
    expect(await api.runs()).toEqual([]);
    expectNoWord();
  });

  const { token } = new CancellationTokenSource();
  const lines = new LineIndex(dangling);
  const { line, character } = lines.positionAt(dangling.indexOf('RUN-077') + 2);
  const position = new Position(line, character);
  const range = new Range(0, 0, line, character);
  const options = { tabSize: 2, insertSpaces: true };
  const asked: Readonly<Record<string, readonly [method: string, ...passed: unknown[]]>> = {
    Hover: ['provideHover', position, token],
    Definition: ['provideDefinition', position, token],
    Declaration: ['provideDeclaration', position, token],
    Reference: ['provideReferences', position, { includeDeclaration: true }, token],
    DocumentHighlight: ['provideDocumentHighlights', position, token],
    CodeActions: ['provideCodeActions', range, { diagnostics: [], triggerKind: 1 }, token],
    CodeLens: ['provideCodeLenses', token],
    CompletionItem: ['provideCompletionItems', position, token, { triggerKind: 0 }],
    Rename: ['prepareRename', position, token],
    FoldingRange: ['provideFoldingRanges', {}, token],
    SelectionRange: ['provideSelectionRanges', [position], token],
    LinkedEditingRange: ['provideLinkedEditingRanges', position, token],
    InlayHints: ['provideInlayHints', range, token],
    DocumentFormattingEdit: ['provideDocumentFormattingEdits', options, token],
    DocumentRangeFormattingEdit: ['provideDocumentRangeFormattingEdits', range, options, token],
    OnTypeFormattingEdit: ['provideOnTypeFormattingEdits', position, '\n', options, token],
    DocumentSemanticTokens: ['provideDocumentSemanticTokens', token],
  };

  it('has a question here for whatever it offers in a document', () => {
    const offered = [...editor.providers.keys()].map((name) => name.replace(/^register|Provider$/g, ''));
    expect(offered.filter((name) => !(name in asked))).toEqual(['WorkspaceSymbol']);
  });

  it.each(Object.entries(asked))('answers as provider of %s', async (name, [method, ...passed]) => {
    const answers = (editor.providers.get(`register${name}Provider`) ?? []).map((provider): unknown =>
      call(provider, method, document, ...passed),
    );
    expect(answers).not.toEqual([]);
    await Promise.all(answers);
    expectNoWord();
  });

  it('says in a hover what is not defined, and leaves the search for symbols to the editor', async () => {
    const [hover] = editor.providers.get('registerHoverProvider') ?? [];
    expect(JSON.stringify(await call(hover, 'provideHover', document, position, token))).toContain('RUN-077');
    const [symbols] = editor.providers.get('registerWorkspaceSymbolProvider') ?? [];
    expect(await call(symbols, 'provideWorkspaceSymbols', 'RUN-001', token)).toEqual([]);
  });

  it('fills its views', async () => {
    expect(editor.trees.size).toBeGreaterThan(2);
    for (const tree of editor.trees.values())
      for (const row of toList(await call(tree, 'getChildren'))) await call(tree, 'getTreeItem', row);
    expectNoWord();
  });

  it.each(['runbook.showOutput', 'runbook.showReport', 'runbook.groupEntries', 'runbook.restartServer'])(
    'runs the command %s',
    async (command) => {
      expect([...editor.commands.keys()]).toContain(command);
      await editor.commands.get(command)?.();
      expectNoWord();
    },
  );

  it('shows the report, and works on with a server that was started again', async () => {
    expect(editor.panels).toContain('runbook.report');
    expect((await api.entries()).map(({ id }) => id)).toContain('RUN-001');
  });

  it('is refused what came later, and that is noted', () => {
    expect(editor.api.undeclared).toEqual([]);
    const { module } = editor;
    const windowOf: object = Reflect.get(module, 'window');
    const TreeItem = Reflect.get(module, 'TreeItem') as new (label: string) => object;
    const later: readonly (readonly [object, string, string])[] = [
      [windowOf, 'onDidChangeTerminalShellIntegration', 'window.onDidChangeTerminalShellIntegration'],
      [module, 'LanguageModelToolResult', 'LanguageModelToolResult'],
      [Reflect.get(module, 'CompletionItemKind'), 'Later', 'CompletionItemKind.Later'],
      [new TreeItem('x'), 'later', 'TreeItem.later'],
      [TreeItem, 'later', 'TreeItem.later'],
      [document, 'encoding', 'TextDocument.encoding'],
    ];
    for (const [on, name, said] of later)
      expect((): unknown => Reflect.get(on, name)).toThrow(`this version of VS Code has no ${said}`);
    expect(editor.api.undeclared).toEqual(later.map(([, , said]) => said));
    expect('onDidChangeTerminalShellIntegration' in windowOf).toBe(false);
    expect(Reflect.get(windowOf, 'createTerminal')).toEqual(expect.any(Function));
  });
});

function call(on: object | undefined, method: string, ...passed: readonly unknown[]): unknown {
  const member: unknown = on === undefined ? undefined : Reflect.get(on, method);
  if (typeof member !== 'function') throw new Error(`there is no ${method}`);
  return Reflect.apply(member, on, passed);
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
