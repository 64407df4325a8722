/**
 * Everything that the server shows to people is translated: each feature is asked all over the examples and a workspace of
 * every kind, by a client whose language puts our words in marks. What has none is words of documents or names.
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import type { CallHierarchyItem, DocumentSymbol, Position } from 'vscode-languageserver/node';
import type { NewDocumentResult } from '../../../protocol/src/new-document';
import type { OutlineNode, OutlineResult } from '../../../protocol/src/messages';
import { outlineActions } from '../../../protocol/src/messages';
import { exampleTexts } from '../../support/example-workspace';
import { pushClient, startClient, type TestClient } from '../../support/language-client';
import { lackOf } from '../../../server/src/features/outline/lack-words';
import { rules } from '../../../server/src/lint/registry';
import { ForeignWords, pseudoTranslations, shownIn } from '../../support/pseudo-language';
import { someOf, triesAll } from '../../support/runs';
import { texts as smallTexts } from './every-feature';

const broken = [
  'SoT.DUPLICATE.md',
  'SoT.STUB.md',
  'dangling-id.md',
  'missing-rollback.md',
  'missing-verification.md',
  'unclosed-fence.md',
  'unfilled-playbook.md',
].map((name): [string, string] => [
  `broken/${name}`,
  readFileSync(new URL(`../../../examples/broken/${name}`, import.meta.url), 'utf8'),
]);

/** What is wrong in every way that a configuration can be. */
const configuration = `wrong: 1
prefixes: { KPI: 3, bad-: x, RUN: C:/no }
kinds:
  - files: '!a'
    kind: sot
  - files: '../a'
    kind: nothing
  - kind: sot
  - x: 1
include: 3
exclude: ['', 'C:\\a', '{a', '[a', '[z-a]', 4]
rules: { dangling: warning, missing-owner: loud, too-many-steps: { max: many, more: 1 } }
overrides: [a]
categories: { RUN: 3, MON: [5] }
statuses: 3
staleAfterDays: 0
join: [/a, ., ../b]
---
more: true
`;

/** Kinds of a team's own: one that holds, and whatever can be wrong in others. */
const ownKinds = `words: { rollback: { add: [Back], more: 1 }, rolback: 3, steps: 4 }
language: [xx, de, ja, ko]
kinds:
  - name: page
    files: '*.md'
    title: 'Alert: *'
    headings: { atLeast: 1, of: [Meaning] }
    frontMatter: { type: page, weight: true }
    titleFrom: fileName
    roles: { steps: on, verification: on, rollback: on, escalation: on, owner: on, review: on }
    sections:
      - { name: Meaning, required: true }
      - { name: Impact, required: true, holds: [list, steps, code, boxes, table] }
      - { name: Fix, required: true, level: 2 }
      - { name: Calls, required: true, under: Fix }
      - { name: Notes, required: ifApplicable }
    order: fixed
    fields:
      - { name: Team, required: true, values: { channel: true } }
      - { name: Since, required: true, values: { date: true } }
      - { name: Window, values: { duration: true } }
      - { name: Every, values: { interval: true }, sets: reviewInterval }
      - { name: Level, values: { allowed: [P1, P2] } }
      - { name: Code, values: { pattern: 'X\\d' } }
    ids: 'A-\\d'
  - { name: other, files: '*.md', like: entry }
  - { name: entry }
  - { name: other }
  - { name: '/' }
  - { sections: [] }
  - name: wrong
    files: ['!a']
    title: '*'
    headings: { atLeast: 3, of: [A] }
    frontMatter: { a: [b] }
    like: entri
    roles: { stepz: on, steps: [1] }
    sections: [{ name: A, level: 9, required: 3, holds: [4, lists] }, { name: A }, { also: B }]
    fields: [{ name: A, required: 3, values: { pattern: '(a+)+', allowed: 3 } }, { name: A }]
    ids: '['
    template: /a
`;

const page = `---
type: page
weight: 1
---

# Alert: Full

**ID**: B-1
**Team**: Nobody
**Since**: Then
**Window**: Soon
**Every**: Often
**Level**: P3
**Code**: Y
**Last reviewed**: 2001-01-01

### Fix

Text.

## Impact

Text.

## Meaning
`;

const small = {
  ...smallTexts,
  '.runbook.yaml': configuration,
  'sub/.runbook.yaml': 'join: [../x]\n',
  'own/.runbook.yaml': ownKinds,
  'own/Pool.md': page,
  'own/Other.md': '---\nrunbook: page\n---\n\n# Other\n',
};

const capabilities = {
  ...pushClient,
  window: { showDocument: { support: true } },
  workspace: { ...pushClient.workspace, applyEdit: true },
};

type Texts = Readonly<Record<string, string>>;

// the examples are many of the kinds that the small workspace has one of
it.each<[string, Texts, typeof someOf]>([
  ['the examples', { ...exampleTexts(), ...Object.fromEntries(broken) }, someOf],
  ['a workspace of every kind', small, (all) => [...all]],
])('nothing is said in English about %s', { timeout: 300_000 }, async (_name, texts, asksAbout) => {
  const client = await startClient(texts, {
    capabilities,
    initializationOptions: { translations: pseudoTranslations(), builtInMarkdown: false },
  });
  const words = new ForeignWords(Object.entries(texts).flat());
  const found = new Set<string>();
  let seen = 0;
  const check = (of: string, answer: unknown): void => {
    const inserted = [...insertedIn(answer)];
    for (const [way, text] of shownIn(answer)) {
      seen++;
      for (const piece of words.unknownIn(text, inserted)) found.add(`${of}${way}: ${piece} ← ${text}`);
    }
  };
  const shown = ({ message }: { readonly message: string }): null => {
    check('message', message);
    return null;
  };
  client.connection.onNotification('window/showMessage', (params: { readonly message: string }) => {
    shown(params);
  });
  client.connection.onRequest('window/showMessageRequest', shown);
  client.connection.onRequest('workspace/applyEdit', () => ({ applied: false }));
  const asked = new Asked(client, check);
  for (const [path, text] of asksAbout(Object.entries(texts))) await asked.about(path, text);
  await asked.aboutWorkspace(Object.keys(texts));
  for (const [uri, pushed] of client.pushed) check(`diagnostics ${uri}`, pushed.at(-1)?.diagnostics);
  expect([...found]).toEqual([]);
  expect(seen).toBeGreaterThan(500);
});

it('words of ours without a translation are found, alone and in slots', () => {
  const words = new ForeignWords(['# Playbook: Move the mail server']);
  expect(words.unknownIn('⟦Fix ⟧3 findings⟦ of ⟧RUN-001⟦.⟧')).toEqual(['findings']);
  expect(words.unknownIn('⟦Step ⟧1⟦ of ⟧Move the mail server, Playbook')).toEqual([]);
  expect([...shownIn({ title: 'a', edit: { newText: 'b' }, data: 'c' })]).toEqual([['.title', 'a']]);
});

it('the tree has words for whatever a rule finds missing', () => {
  const names = rules.map(({ meta }) => meta.name).filter((name) => name.startsWith('missing-'));
  expect(names.filter((name) => lackOf(name) === null)).toEqual([]);
});

/** Asks a server whatever it can be asked. */
class Asked {
  readonly #client: TestClient;
  readonly #check: (of: string, answer: unknown) => void;
  /** What was asked about already: where not all is tried, other documents are asked about what is new in them. */
  #seen = new Set<string>();

  constructor(client: TestClient, check: (of: string, answer: unknown) => void) {
    this.#client = client;
    this.#check = check;
  }

  /** One document, or configuration file. */
  async about(path: string, text: string): Promise<void> {
    const client = this.#client;
    const uri = client.uri(path);
    const textDocument = { uri };
    await client.open(path, text, path.endsWith('.md') ? 'markdown' : 'yaml');
    if (triesAll) this.#seen = new Set();
    for (const position of placesIn(text, this.#seen)) {
      await this.#ask('textDocument/hover', { textDocument, position });
      await this.#ask('textDocument/prepareRename', { textDocument, position });
      await this.#ask('textDocument/rename', { textDocument, position, newName: '' });
      await this.#ask('textDocument/rename', { textDocument, position, newName: 'RUN-001' });
      await this.#ask('textDocument/rename', { textDocument, position, newName: '1' });
      await this.#ask('textDocument/rename', { textDocument, position, newName: 'swap 2' });
      await this.#ask('textDocument/codeAction', actionsAt(uri, position.line));
      await this.#ask('textDocument/completion', { textDocument, position });
      for (const item of await this.#hierarchyAt(uri, position)) {
        await this.#ask('callHierarchy/incomingCalls', { item });
        await this.#ask('callHierarchy/outgoingCalls', { item });
      }
      if (position.character < 4)
        for (const part of ['phase', 'step', 'verification', 'rollback', 'escalation'])
          await this.#ask('runbook/insertPart', { textDocument, position, part });
    }
    const all = actionsAt(uri, 0, 10_000);
    for (const only of [undefined, ['source.fixAll']])
      await this.#ask('textDocument/codeAction', { ...all, context: { diagnostics: [], only } });
    await this.#ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    await this.#ask('textDocument/codeLens', { textDocument });
    const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
    await this.#ask('textDocument/inlayHint', { textDocument, range: whole });
    await this.#ask('workspace/willRenameFiles', { files: [{ oldUri: uri, newUri: `${uri}.moved.md` }] });
    await this.#ask('workspace/willDeleteFiles', { files: [{ uri }] });
    for (const line of [
      '',
      '## ',
      '### ',
      '<!-- ',
      '<!-- runbook-disable ',
      '**',
      '**Owner**: ',
      'RUN-',
      '[RUN-',
    ])
      if (this.#isNew(`${dirname(path)}: ${line}`)) await this.#completeAt(path, text, line);
    await client.change(path, { text });
    await this.#outline(uri);
  }

  /** The workspace as a whole. */
  async aboutWorkspace(paths: readonly string[]): Promise<void> {
    for (const query of ['', 'q']) await this.#ask('workspace/symbol', { query });
    for (const method of ['entries', 'coverage', 'reportPage']) await this.#ask(`runbook/${method}`, {});
    for (const format of ['html', 'markdown']) {
      const text = await this.#client.request<string>('runbook/exportReport', { format });
      this.#check(`report in ${format}`, text.replace(/<style>[^]*<\/style>|<[^<>]*>/g, '\n'));
    }
    await this.#ask('runbook/report', {});
    const documents = [undefined, ...paths.filter((path) => path.endsWith('.md')).slice(0, 4)];
    for (const path of documents) {
      const more = path === undefined ? {} : { textDocument: { uri: this.#client.uri(path) } };
      await this.#ask('runbook/entryPrefixes', more);
      for (const prefix of ['RUN', 'MON', 'XYZ'])
        await this.#ask('runbook/entryTargets', { prefix, ...more });
    }
    for (const kind of ['playbook', 'feature', 'run', 'sot', 'release']) await this.#newDocument(kind);
    const nowhere = { textDocument: { uri: this.#client.uri('gone.md') }, title: 'q', category: null };
    await this.#ask('runbook/newEntry', { ...nowhere, prefix: 'RUN' });
    await this.#ask('runbook/newEntry', { ...nowhere, prefix: 'run' });
    await this.#ask('runbook/writeRunbook', nowhere);
    for (const rule of ['missing-owner', 'dangling-id'])
      for (const uri of [this.#client.uri(paths[0] ?? ''), 'file:///elsewhere/x.md'])
        for (const severity of [undefined, 'hint'])
          await this.#ask('workspace/executeCommand', {
            command: 'runbook.setSeverity',
            arguments: [uri, rule, ...(severity === undefined ? [] : [severity])],
          });
  }

  /** Whether something was not asked about so far. */
  #isNew(what: string): boolean {
    const isNew = !this.#seen.has(what);
    this.#seen.add(what);
    return isNew;
  }

  async #ask<T>(method: string, params: object): Promise<T | null> {
    try {
      const answer = await this.#client.request<T>(method, params);
      this.#check(method, answer);
      return answer;
    } catch (error) {
      this.#check(method, error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  async #hierarchyAt(uri: string, position: Position): Promise<readonly CallHierarchyItem[]> {
    const params = { textDocument: { uri }, position };
    return (await this.#ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', params)) ?? [];
  }

  /** Completion on a line of its own in the middle, which stays there. */
  async #completeAt(path: string, text: string, line: string): Promise<void> {
    const lines = text.split(/\r?\n/);
    const at = Math.min(lines.length, Math.ceil(lines.length / 2));
    await this.#client.change(path, { text: lines.toSpliced(at, 0, line, '').join('\n') });
    const position = { line: at, character: line.length };
    await this.#ask('textDocument/completion', { textDocument: { uri: this.#client.uri(path) }, position });
  }

  async #outline(uri: string): Promise<void> {
    const textDocument = { uri };
    const outline = await this.#ask<OutlineResult>('runbook/outline', { textDocument });
    if (outline === null) return;
    const nodes = [...allNodes(outline.nodes), { id: 'gone', kind: 'gone' }];
    const some = nodes.filter(({ kind }) => this.#isNew(`node ${kind}`));
    for (const { id } of some)
      for (const action of outlineActions)
        for (const version of [outline.version, -1])
          await this.#ask('runbook/editOutline', {
            textDocument,
            nodes: [id],
            action,
            version,
            before: null,
          });
  }

  /** Answers each question with its example until the document is there. */
  async #newDocument(kind: string): Promise<void> {
    const answers: Record<string, string> = {};
    for (;;) {
      const result = await this.#ask<NewDocumentResult>('runbook/newDocument', { kind, answers });
      if (result?.question == null) return;
      answers[result.question.name] = result.question.form === 'prefixes' ? 'XYZ' : 'Move';
    }
  }
}

function actionsAt(uri: string, from: number, to = from): object {
  const range = { start: { line: from, character: 0 }, end: { line: to, character: 200 } };
  return { textDocument: { uri }, range, context: { diagnostics: [] } };
}

/**
 * Where something stands that may be more than a word, one of each look that was not seen before; in a short text the start
 * of lines too.
 */
function* placesIn(text: string, seen: Set<string>): Iterable<Position> {
  const lines = text.split(/\r?\n/);
  const starts = new Set(lines.length < 60 ? someOf([...lines.keys()]) : []);
  for (const [line, words] of lines.entries()) {
    if (starts.has(line)) yield { line, character: 0 };
    const things =
      /\b[A-Z]{2,}-\d|\*\*\w|\[[\w ]\]? ?\w|\{\w|\bYYYY|\b[Pp]hase \w|^#+ \w+|^[\w-]+:|\d\. \w|missing-|<!-- \w/g;
    for (const { index, 0: match } of words.matchAll(things)) {
      const look = match.replace(/\d+/g, '0');
      if (seen.has(look)) continue;
      seen.add(look);
      yield { line, character: index + match.length };
    }
  }
}

function* allNodes(nodes: readonly OutlineNode[]): Iterable<OutlineNode> {
  for (const node of nodes) {
    yield node;
    yield* allNodes(node.children);
  }
}

/** What an answer writes into documents, which it may name. */
function* insertedIn(answer: unknown): Iterable<string> {
  if (Array.isArray(answer)) for (const one of answer) yield* insertedIn(one);
  else if (typeof answer === 'object' && answer !== null)
    for (const [name, value] of Object.entries(answer))
      if (name === 'newText' && typeof value === 'string') yield value;
      else yield* insertedIn(value);
}
