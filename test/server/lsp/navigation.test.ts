import type {
  CompletionItem,
  CompletionList,
  Hover,
  Location,
  LocationLink,
  Position,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import type { EntryTargetsResult, NewEntryResult, OutlineResult } from '../../../protocol/src/messages';
import { pushClient, startClient, type TestClient } from '../../support/language-client';
import { owner, run001, runbookSaying, wordsLine } from './operations';

/** A line for each form of reference, with the character at which the reference to RUN-001 begins. */
const forms: readonly (readonly [form: string, line: string, at: string])[] = [
  ['bare text', 'Then RUN-001 helps.', 'RUN-001'],
  ['a code span', 'Then `RUN-001` helps.', 'RUN-001'],
  ['brackets', 'Then [RUN-001] helps.', 'RUN-001'],
  ['a list that looks like link definitions', '- [RUN-001]: the errors', 'RUN-001'],
  ['a local link', 'Then [RUN-001](#run-001) helps.', 'RUN-001'],
  ['a cross-file link', 'Then [RUN-001](SoT.X.md#run-001) helps.', 'RUN-001'],
  ['the target of a link', 'Then [this](SoT.X.md#run-001-something-else) helps.', 'run-001'],
  ['linked ids', 'Linked IDs: MON-001 (alert), RUN-001', 'RUN-001'],
  ['related ids', '**Related IDs**: RUN-001', 'RUN-001'],
  ['a slash list', 'Then RUN-010/001 help.', '001'],
  ['a reference in words', 'For errors see RUN-001.', 'RUN-001'],
  ['a typed link', '- RUN-001 — validated-by: MON-001', 'RUN-001'],
  ['text behind an emoji', '🧯🧯 ü RUN-001', 'RUN-001'],
];

const text = runbookSaying(forms.map(([, line]) => line).join('\n'));
const content = { 'SoT.X.md': owner, 'docs/a b.md': text, 'plain/notes.md': 'See RUN-010.\n' };

function inside(index: number): Position {
  const [, line = '', at = ''] = forms[index] ?? [];
  return { line: wordsLine + index, character: line.indexOf(at) + 1 };
}

describe('requests about ids', () => {
  it('find the definition from every form of reference', async () => {
    const client = await startClient(content);
    for (const [index, [form, line, at]] of forms.entries()) {
      const links = await client.at<LocationLink[]>('textDocument/definition', 'docs/a b.md', inside(index));
      const start = { line: wordsLine + index, character: line.indexOf(at) };
      expect(links, form).toEqual([
        {
          originSelectionRange: { start, end: { line: start.line, character: start.character + at.length } },
          targetUri: client.uri('SoT.X.md'),
          targetRange: { start: { line: 6, character: 0 }, end: { line: 11, character: 0 } },
          targetSelectionRange: run001,
        },
      ]);
    }
  });

  it('give plain locations to clients without links', async () => {
    const client = await startClient(content, { capabilities: {} });
    expect(await client.at<Location[]>('textDocument/definition', 'docs/a b.md', inside(0))).toEqual([
      { uri: client.uri('SoT.X.md'), range: run001 },
    ]);
  });

  it('find every reference, each once', async () => {
    const client = await startClient(content);
    const found = await client.at<Location[]>('textDocument/references', 'SoT.X.md', run001.start, {
      context: { includeDeclaration: true },
    });
    const places = found.map(({ uri, range }) => `${client.path(uri)} ${String(range.start.line)}`);
    expect(places).toEqual([
      'SoT.X.md 6',
      ...forms.map((_form, index) => `docs/a%20b.md ${String(wordsLine + index)}`),
    ]);
  });

  it('show the entry behind every form of reference', async () => {
    const client = await startClient(content);
    for (const index of forms.keys()) {
      const hover = await client.at<Hover>('textDocument/hover', 'docs/a b.md', inside(index));
      expect(JSON.stringify(hover.contents)).toContain('API answers with errors');
    }
  });

  it('answer about documents that recognise nothing as well', async () => {
    const client = await startClient(content);
    const links = await client.at<LocationLink[]>('textDocument/definition', 'plain/notes.md', {
      line: 0,
      character: 6,
    });
    expect(links.map(({ targetSelectionRange }) => targetSelectionRange.start.line)).toEqual([11]);
  });

  it('complete in text, fields and links', async () => {
    const lines = ['The answer is RUN-', 'Linked IDs: ', 'See [RUN-](SoT.X.md)', 'See [RUN-001]('];
    const client = await startClient({ ...content, 'new.md': '' });
    await client.open('new.md', lines.join('\n'));
    const at = async (line: number, character: number, trigger: string): Promise<CompletionItem[]> => {
      const answer = await client.at<CompletionList | CompletionItem[]>(
        'textDocument/completion',
        'new.md',
        { line, character },
        { context: { triggerKind: 2, triggerCharacter: trigger } },
      );
      return Array.isArray(answer) ? answer : answer.items;
    };
    const labels = (items: readonly CompletionItem[]): string[] => items.map(({ label }) => label);
    expect(labels(await at(0, 18, '-'))).toEqual(expect.arrayContaining(['RUN-001', 'RUN-010', 'RUN-020']));
    expect(labels(await at(1, 12, ' '))).toEqual(expect.arrayContaining(['RUN-001', 'MON-001']));
    expect(labels(await at(2, 9, '-'))).toContain('RUN-001');
    const target = (await at(3, 14, '(')).find(({ label }) => label === 'RUN-001');
    expect(target?.textEdit).toEqual({
      range: { start: { line: 3, character: 14 }, end: { line: 3, character: 14 } },
      newText: 'SoT.X.md#run-001-api-answers-with-errors',
    });
    const resolved = await client.request<CompletionItem>('completionItem/resolve', target);
    expect(JSON.stringify(resolved.documentation)).toContain('API answers with errors');
  });

  it('list symbols of documents and of the workspace', async () => {
    const client = await startClient(content);
    const symbols = await client.request<{ name: string; children?: { name: string }[] }[]>(
      'textDocument/documentSymbol',
      { textDocument: { uri: client.uri('SoT.X.md') } },
    );
    expect(symbols.flatMap(({ children = [] }) => children.map(({ name }) => name))).toEqual([
      'RUN-001: API answers with errors',
      'RUN-010: Disk is full',
      'MON-001: Error rate',
    ]);
    const found = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'disk' });
    expect(found.map(({ name, location }) => [name, client.path(location.uri)])).toEqual([
      ['RUN-010: Disk is full', 'SoT.X.md'],
    ]);
  });
});

describe('requests of our own', () => {
  const outlineOf = (client: TestClient, path: string): Promise<OutlineResult> =>
    client.request('runbook/outline', { textDocument: { uri: client.uri(path) } });

  it('outline a document', async () => {
    const client = await startClient(content);
    expect(await outlineOf(client, 'docs/a b.md')).toMatchObject({
      kind: 'entry',
      nodes: [{ kind: 'entry', label: 'RUN-020: Restart the workers' }],
    });
    expect(await outlineOf(client, 'gone.md')).toEqual({
      kind: 'none',
      reasons: [],
      nodes: [],
      summary: '',
      version: null,
    });
  });

  it('say where an entry may go, and write it', async () => {
    const client = await startClient(content);
    const { targets, categories } = await client.request<EntryTargetsResult>('runbook/entryTargets', {
      prefix: 'RUN',
      textDocument: { uri: client.uri('docs/a b.md') },
    });
    expect(targets.map(({ uri, nextId }) => [uri, nextId])).toEqual([
      [client.uri('SoT.X.md'), 'RUN-021'],
      [client.uri('docs/a b.md'), 'RUN-021'],
    ]);
    expect(categories).toContain('Recovery');
    const params = {
      textDocument: { uri: client.uri('SoT.X.md') },
      prefix: 'RUN',
      title: '  Two\nlines ',
      category: null,
    };
    const closed = await client.request<NewEntryResult>('runbook/newEntry', params);
    expect(closed).toMatchObject({ id: 'RUN-021', uri: client.uri('SoT.X.md'), version: null });
    expect(closed.edits[0]?.newText).toContain('## RUN-021: Two lines');
    await client.open('SoT.X.md', owner);
    expect((await client.request<NewEntryResult>('runbook/newEntry', params)).version).toBe(1);
  });

  it('refuse a prefix that is none and a document that is not there, in words', async () => {
    const client = await startClient(content, { capabilities: pushClient });
    const params = { textDocument: { uri: client.uri('SoT.X.md') }, title: 'T', category: null };
    await expect(client.request('runbook/newEntry', { ...params, prefix: 'run-' })).rejects.toThrow(
      'Invalid ID prefix "run-"',
    );
    await expect(
      client.request('runbook/newEntry', {
        ...params,
        prefix: 'RUN',
        textDocument: { uri: client.uri('no.md') },
      }),
    ).rejects.toThrow('is not a Markdown document of this workspace');
  });
});
