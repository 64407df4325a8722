/** Each feature of the server once over the protocol, on one small workspace of every kind of document. */
import { beforeEach, describe, expect, it } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  LinkedEditingRanges,
  Location,
  LocationLink,
  Position,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
  TextEdit,
} from 'vscode-languageserver/node';
import { LineIndex } from '../../../server/src/text/line-index';
import { pushClient, startClient, type TestClient } from '../../support/language-client';
import { texts } from './every-feature';

type Path = keyof typeof texts;

let client: TestClient;
beforeEach(async () => {
  client = await startClient(texts, { capabilities: pushClient });
});

/** The place in words: `Fol|low` is behind "Fol". */
function at(path: Path, words: string): Position {
  const offset = texts[path].indexOf(words.replace('|', ''));
  if (offset < 0) throw new Error(`no "${words}" in ${path}`);
  return new LineIndex(texts[path]).positionAt(offset + words.indexOf('|'));
}

function ask<T>(method: string, path: Path, words: string, more: object = {}): Promise<T> {
  return client.at<T>(`textDocument/${method}`, path, at(path, words), more);
}

function ofDocument<T>(method: string, path: Path, more: object = {}): Promise<T> {
  return client.request<T>(`textDocument/${method}`, { textDocument: { uri: client.uri(path) }, ...more });
}

const lineOf = (path: Path, words: string): number => at(path, `${words}|`).line;

describe('navigation', () => {
  it.each<[Path, string, Path, string]>([
    ['move.md', '[RUN-|001]', 'SoT.OPS.md', '## RUN-001'],
    ['SoT.OPS.md', '**Runbook**: RUN|-001', 'SoT.OPS.md', '## RUN-001'],
    ['move.md', 'Requires Phase |1', 'move.md', '### Phase 1'],
    ['move.md', 'From Ph|ase 2', 'move.md', '### Phase 2'],
    ['move.md', '|1     |', 'move.md', '### Phase 1'],
  ])('%s «%s» leads to %s «%s», by definition and declaration', async (path, words, target, heading) => {
    const [link] = await ask<LocationLink[]>('definition', path, words);
    expect([link?.targetUri, link?.targetSelectionRange.start.line]).toEqual([
      client.uri(target),
      lineOf(target, heading),
    ]);
    const [place] = await ask<Location[]>('declaration', path, words);
    expect([place?.uri, place?.range]).toEqual([link?.targetUri, link?.targetSelectionRange]);
  });

  it('references and highlights find what names an entry and a phase', async () => {
    const places = await ask<Location[]>('references', 'SoT.OPS.md', '## RUN-|001', {
      context: { includeDeclaration: false },
    });
    expect(places.map(({ uri, range }) => `${client.path(uri)} ${String(range.start.line)}`)).toEqual([
      `SoT.OPS.md ${String(lineOf('SoT.OPS.md', 'Deprecated, replaced by RUN-001'))}`,
      `SoT.OPS.md ${String(lineOf('SoT.OPS.md', '**Runbook**'))}`,
      `SoT.OPS.md ${String(lineOf('SoT.OPS.md', 'Follow RUN-001'))}`,
      `move.md ${String(lineOf('move.md', '**Objective:**'))}`,
    ]);
    const phases = await ask<Location[]>('references', 'move.md', 'Phase |1: Copy', {
      context: { includeDeclaration: true },
    });
    expect(phases).toHaveLength(3);
    expect(await ask<DocumentHighlight[]>('documentHighlight', 'move.md', 'Phase |1: Copy')).toHaveLength(3);
  });

  it('call hierarchy tells what leads to a runbook, and where it leads', async () => {
    const [item] = await ask<CallHierarchyItem[]>('prepareCallHierarchy', 'SoT.OPS.md', '## RUN-|001');
    expect(item?.name).toContain('RUN-001');
    const incoming = await client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item,
    });
    expect(incoming.map(({ from }) => from.name.slice(0, 7)).sort()).toEqual(
      expect.arrayContaining(['DEP-001', 'MON-001']),
    );
    const outgoing = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item,
    });
    expect(outgoing.map(({ to }) => to.name.slice(0, 7))).toEqual(['MON-001', 'RUN-002']);
  });
});

describe('hover', () => {
  it.each<[string, Path, string, string[]]>([
    [
      'an entry',
      'move.md',
      '[RUN-|001]',
      ['Queue is stuck', 'Recovery', 'Platform team', '2026-11-01', '19 days', 'Score', 'MON-001', 'RUN-002'],
    ],
    ['a phase', 'move.md', 'Requires Phase |1', ['Phase 1: Copy', 'The copy is there', '0 of 1']],
    ['a field', 'SoT.OPS.md', '**Sta|tus**: Active', ['Active', 'Deprecated', 'Draft']],
    ['a rule', 'move.md', 'missing-roll|back -->', ['rollback']],
    ['a gap', 'move.md', '[Name of the |person]', ['emplate']],
  ])('tells of %s', async (_what, path, words, expected) => {
    const hover = JSON.stringify(await ask<Hover>('hover', path, words));
    for (const one of expected) expect(hover).toContain(one);
  });
});

describe('completion', () => {
  const complete = async (text: string): Promise<CompletionItem[]> => {
    const offset = text.indexOf('|');
    const plain = text.replace('|', '');
    await client.open('move.md', plain);
    return client.at('textDocument/completion', 'move.md', new LineIndex(plain).positionAt(offset));
  };
  const into = (from: string, to: string): string => texts['move.md'].replace(from, to);

  it.each<[string, string, string[]]>([
    ['ids', into('**From Phase 2:**', 'See RUN-|'), ['RUN-001', 'RUN-002']],
    ['ids for a field', into('**From Phase 2:**', '**Runbook**: |'), ['RUN-001']],
    ['whole links', into('**From Phase 2:**', 'See [RUN-001](|'), ['RUN-001']],
    ['paths', into('**From Phase 2:**', 'See [it](SoT|'), ['SoT.OPS.md']],
    ['anchors', into('**From Phase 2:**', 'See [it](SoT.OPS.md#|)'), ['RUN-001', '#steps']],
    ['values', into('risk_level: low', 'risk_level: |'), ['low', 'medium', 'high']],
    ['keys of front matter', into('risk_level: low', 'risk_level: low\nest|'), ['estimated_duration']],
    ['headings that are missing', into('## Execution Log', '## |'), ['Validation', 'Communication Plan']],
    ['fields of a phase', into('**Dependencies:**', '|'), ['Tasks', 'Gate Criteria', 'Rollback']],
    ['owners', into('**Dependencies:**', '**Owner**: |'), ['Platform team']],
    ['dates', into('**Dependencies:**', '**Last Updated**: |'), ['2026-11-20']],
    ['rules', into('missing-rollback -->', '| -->'), ['missing-rollback', 'dangling-id']],
    ['snippets', into('**Dependencies:**', '|'), ['phase']],
  ])('offers %s', async (_what, text, labels) => {
    const items = await complete(text);
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(labels));
  });
});

describe('the shape of a document', () => {
  it('is told by symbols, folds, selections and the workspace’s own search', async () => {
    const symbols = await ofDocument<DocumentSymbol[]>('documentSymbol', 'move.md');
    const names = (list: readonly DocumentSymbol[]): string[] =>
      list.flatMap(({ name, children = [] }) => [name, ...names(children)]);
    expect(names(symbols)).toEqual(
      expect.arrayContaining(['Phase 1: Copy', 'Phase 2: Switch', 'Execution Log']),
    );
    const folds = await ofDocument<FoldingRange[]>('foldingRange', 'move.md');
    expect(folds.map(({ startLine }) => startLine)).toEqual(
      expect.arrayContaining([0, lineOf('move.md', '### Phase 1')]),
    );
    const [selection] = await ofDocument<SelectionRange[]>('selectionRange', 'move.md', {
      positions: [at('move.md', 'Rows |match')],
    });
    expect(selection?.parent?.parent).toBeDefined();
    const found = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'qstuck' });
    expect(found.map(({ name }) => name)).toEqual(['RUN-001: Queue is stuck']);
  });

  it('is coloured by what ids stand for', async () => {
    const { data } = await ofDocument<SemanticTokens>('semanticTokens/full', 'SoT.OPS.md');
    const legend = client.initialized?.capabilities.semanticTokensProvider?.legend;
    const modifiers = new Set<number>();
    for (let i = 4; i < data.length; i += 5) modifiers.add(data[i] ?? 0);
    expect(legend?.tokenModifiers.length).toBeGreaterThan(0);
    // plain, deprecated and unknown ids at least
    expect(modifiers.size).toBeGreaterThan(2);
  });

  it('is annotated with references, tests and titles', async () => {
    const lenses = await ofDocument<CodeLens[]>('codeLens', 'SoT.OPS.md');
    const title = lenses.find(({ range }) => range.start.line === lineOf('SoT.OPS.md', '## RUN-001'))?.command
      ?.title;
    expect(title).toContain('references');
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await ofDocument<InlayHint[]>('inlayHint', 'SoT.OPS.md', { range });
    expect(hints.map(({ label }) => label)).toContain('Queue is stuck');
    const phaseHints = await ofDocument<InlayHint[]>('inlayHint', 'move.md', { range });
    expect(phaseHints.map(({ label }) => label)).toContain('Copy');
  });

  it('links the heading of an entry with its field', async () => {
    const { ranges } = await ask<LinkedEditingRanges>('linkedEditingRange', 'SoT.OPS.md', '## RUN-|001');
    expect(ranges.map(({ start }) => start.line)).toEqual([
      lineOf('SoT.OPS.md', '## RUN-001'),
      lineOf('SoT.OPS.md', '**ID**: RUN-001'),
    ]);
  });
});

describe('changes', () => {
  it.each<[Path, string, string[]]>([
    ['SoT.OPS.md', '## RUN-|001', ['Set Last Tested of RUN-001 to today', 'Deprecate RUN-001']],
    ['SoT.OPS.md', 'Follow RUN-|001', ['link']],
    ['SoT.OPS.md', 'RUN-|009', ['Create RUN-009']],
    ['move.md', '- [ ] Ro|ws', ['Tick']],
    ['move.md', '1. o|ne', ['Renumber the steps']],
    ['SoT.OPS.md', '1. R|un', ['Extract']],
  ])('%s «%s» offers %j', async (path, words, titles) => {
    const place = at(path, words);
    const actions = await ofDocument<CodeAction[]>('codeAction', path, {
      range: { start: place, end: place },
      context: { diagnostics: [] },
    });
    const offered = actions.map(({ title }) => title).join('\n');
    for (const title of titles) expect(offered.toLowerCase()).toContain(title.toLowerCase());
  });

  it('formatting numbers steps and lines up tables', async () => {
    const edits = await ofDocument<TextEdit[]>('formatting', 'move.md', {
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(Array.isArray(edits)).toBe(true);
    await client.open('move.md', `${texts['move.md']}\n- [ ] one\n`);
    const typed = { line: texts['move.md'].split('\n').length + 1, character: 0 };
    const [next] = await client.at<TextEdit[]>('textDocument/onTypeFormatting', 'move.md', typed, {
      ch: '\n',
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(next?.newText).toBe('- [ ] ');
  });
});

it('a file that is no runbook gets nothing from any of them', async () => {
  const position = { line: 2, character: 20 };
  const range = { start: { line: 0, character: 0 }, end: position };
  const context = { diagnostics: [], includeDeclaration: true };
  const options = { tabSize: 2, insertSpaces: true };
  for (const method of [
    'definition',
    'declaration',
    'references',
    'hover',
    'completion',
    'documentHighlight',
    'linkedEditingRange',
    'prepareRename',
    'prepareCallHierarchy',
    'documentSymbol',
    'foldingRange',
    'codeAction',
    'codeLens',
    'inlayHint',
    'formatting',
    'rangeFormatting',
    'onTypeFormatting',
  ]) {
    const answer = await ofDocument<unknown>(method, 'notes.md', {
      position,
      range,
      context,
      options,
      ch: '\n',
    });
    expect(answer ?? [], method).toEqual([]);
  }
  expect(await ofDocument('semanticTokens/full', 'notes.md')).toEqual({ data: [] });
  expect(await ofDocument<SelectionRange[]>('selectionRange', 'notes.md', { positions: [position] })).toEqual(
    [],
  );
  expect(client.pushed.has(client.uri('notes.md'))).toBe(false);
});
