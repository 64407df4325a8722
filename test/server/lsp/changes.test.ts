/** What changes documents, over the protocol: renames, code actions, moves; and documents that change quickly. */
import { describe, expect, it } from 'vitest';
import type {
  CodeAction,
  Diagnostic,
  Position,
  Range,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { LineIndex } from '../../../server/src/text/line-index';
import { applied, exampleTexts } from '../../support/example-workspace';
import { pullClient, startClient, type TestClient } from '../../support/language-client';
import { runs } from '../../support/runs';
import { owner, runbookSaying } from './operations';

const pulling = { capabilities: pullClient };
const examples = exampleTexts();

/** Where words stand first in a text. */
function placeOf(text: string, words: string): Position {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`"${words}" is not there`);
  return new LineIndex(text).positionAt(at);
}

/** Errors and warnings of the workspace as rules and messages. */
async function loud(client: TestClient): Promise<string[]> {
  const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: [],
  });
  return items.flatMap((report) =>
    report.kind === 'full'
      ? report.items
          .filter(({ severity = 1 }) => severity <= 2)
          .map(({ code, message }) => `${String(code)}: ${JSON.stringify(message)}`)
      : [],
  );
}

function diagnosticsOf(client: TestClient, path: string): Promise<{ items: Diagnostic[] }> {
  return client.request('textDocument/diagnostic', { textDocument: { uri: client.uri(path) } });
}

function decoded(client: TestClient): (uri: string) => string {
  return (uri) => decodeURIComponent(client.path(uri));
}

describe('rename over the protocol', () => {
  it('of an id reaches seven files and a file name, leaves no error or warning, and goes back to the same bytes', async () => {
    const client = await startClient(examples, pulling);
    expect(await loud(client)).toEqual([]);
    const from = placeOf(examples['SoT.RISKS.md'] ?? '', 'RUN-020');
    const edit = await client.at<WorkspaceEdit>('textDocument/rename', 'SoT.RISKS.md', from, {
      newName: 'RUN-021',
    });
    const after = applied(examples, edit, decoded(client));
    const changed = Object.keys(examples).filter((path) => examples[path] !== after[path]);
    expect(changed).toHaveLength(7);
    expect(Object.keys(after)).toContain('runbooks/RUN-021-restore-orders-database.md');
    expect(Object.values(after).join('')).not.toContain('RUN-020');

    const renamed = await startClient(after, pulling);
    expect(await loud(renamed)).toEqual([]);
    const back = await renamed.at<WorkspaceEdit>('textDocument/rename', 'SoT.RISKS.md', from, {
      newName: 'RUN-020',
    });
    expect(applied(after, back, decoded(renamed))).toEqual(examples);
  });

  it('works on text that is not saved, and names the version that it is for', async () => {
    const client = await startClient({ 'SoT.X.md': owner, 'a.md': '' }, pulling);
    const text = runbookSaying('🚒 Follow RUN-010.');
    await client.open('a.md', text);
    const edit = await client.at<WorkspaceEdit>('textDocument/rename', 'a.md', placeOf(text, 'RUN-010'), {
      newName: '11',
    });
    const after = applied({ 'SoT.X.md': owner, 'a.md': text }, edit, decoded(client));
    expect(after['a.md']).toContain('🚒 Follow RUN-011.');
    expect(after['SoT.X.md']).toContain('## RUN-011: Disk is full\n\n**ID**: RUN-011');
    const versions = (edit.documentChanges ?? []).map(
      (change) => 'textDocument' in change && change.textDocument.version,
    );
    expect(versions.sort()).toEqual([1, null]);
  });

  it('is refused in words for an id that is taken and for what is no name', async () => {
    const client = await startClient(
      { 'SoT.X.md': owner, 'a.md': runbookSaying('SHA-256 and words') },
      pulling,
    );
    const id = placeOf(owner, 'RUN-001');
    await expect(client.at('textDocument/rename', 'SoT.X.md', id, { newName: 'RUN-010' })).rejects.toThrow(
      'RUN-010 is already defined (Disk is full) in SoT.X.md',
    );
    for (const words of ['SHA-256', 'and words'])
      expect(
        await client.at(
          'textDocument/prepareRename',
          'a.md',
          placeOf(runbookSaying('SHA-256 and words'), words),
        ),
      ).toBeNull();
  });

  it('of files answers with the edits of links, and a deletion says which ids go', async () => {
    const client = await startClient(examples, pulling);
    const edit = await client.request<WorkspaceEdit>('workspace/willRenameFiles', {
      files: [{ oldUri: client.uri('runbooks'), newUri: client.uri('on call') }],
    });
    const after = applied(examples, edit, decoded(client));
    const moved = Object.fromEntries(
      Object.entries(after).map(([path, text]) => [path.replace(/^runbooks\//, 'on call/'), text]),
    );
    expect(await loud(await startClient(moved, pulling))).toEqual([]);
    const said = new Promise<string>((resolve) => {
      client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
        resolve(message);
      });
    });
    const answer = await client.request('workspace/willDeleteFiles', {
      files: [{ uri: client.uri('runbooks') }],
    });
    expect(answer).toBeNull();
    expect(await said).toContain('RUN-020');
  });
});

const broken = `---
id_prefix: RUN-XXX, MON-XXX
---

# Operations (SoT File)

## Navigation by Category

**Runbooks** (RUN-001 to RUN-099):

- [RUN-001](#run-001-old-title) - Old title
- [RUN-002](#run-002-disk-is-full) - Disk is full

## RUN-001: Queue is stuck

**ID**: RUN-003
**Category**: Recovery
**Status**: Active
**Owner**: Platform team
**Last Tested**: 08.11.2026

### Steps

1. Run \`queue drain\`. See RUN-002.
   - Verify: the queue is empty.

Linked IDs: RUN-001, RUN-088, RUN-2

## RUN-002: Disk is full

**ID**: RUN-002
**Status**: Active

## MON-001: Queue length

**ID**: MON-001
**Status**: Active
`;

describe('code actions over the protocol', () => {
  it('end the finding that they are offered for, and lose no line', async () => {
    const client = await startClient({ 'SoT.X.md': broken }, pulling);
    const { items } = await diagnosticsOf(client, 'SoT.X.md');
    const done = new Set<string>();
    for (const diagnostic of items) {
      const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: client.uri('SoT.X.md') },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic], only: ['quickfix'] },
      });
      for (const action of actions) {
        if (
          action.diagnostics?.some(({ code }) => code === diagnostic.code) !== true ||
          action.edit === undefined
        )
          continue;
        const after = applied({ 'SoT.X.md': broken }, action.edit, decoded(client))['SoT.X.md'] ?? '';
        await client.open('SoT.X.md', after);
        const left = (await diagnosticsOf(client, 'SoT.X.md')).items;
        await client.close('SoT.X.md');
        const same = ({ code, message }: Diagnostic): boolean =>
          code === diagnostic.code && message === diagnostic.message;
        expect(left.filter(same), action.title).toHaveLength(items.filter(same).length - 1);
        // a fix may change lines, but only a bullet or an id of a list is ever taken away
        expect(after.split('\n').length, action.title).toBeGreaterThanOrEqual(broken.split('\n').length - 1);
        done.add(String(diagnostic.code));
      }
    }
    expect([...done].sort()).toEqual(
      expect.arrayContaining([
        'dangling-id',
        'id-field-mismatch',
        'invalid-date',
        'malformed-id',
        'nav-missing-entry',
        'nav-title-mismatch',
        'self-reference',
      ]),
    );
  });

  it('are filtered by kind, and all fixes at once end what can be fixed', async () => {
    const client = await startClient({ 'SoT.X.md': broken }, pulling);
    const whole: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const ask = (only: string[]): Promise<CodeAction[]> =>
      client.request('textDocument/codeAction', {
        textDocument: { uri: client.uri('SoT.X.md') },
        range: whole,
        context: { diagnostics: [], only },
      });
    for (const kind of ['quickfix', 'refactor', 'source.fixAll.runbook'])
      for (const action of await ask([kind])) expect(action.kind?.startsWith(kind), action.title).toBe(true);
    const [fixAll] = await ask(['source.fixAll']);
    const text = applied({ 'SoT.X.md': broken }, fixAll?.edit ?? {}, decoded(client))['SoT.X.md'] ?? '';
    await client.open('SoT.X.md', text);
    expect(text).not.toBe(broken);
    expect(await ask(['source.fixAll'])).toEqual([]);
  });
});

describe('edits over the protocol', () => {
  it('in texts with Windows line endings and emoji arrive where they belong, many in one message', async () => {
    const client = await startClient({ 'SoT.X.md': owner, 'a.md': '' }, pulling);
    let text = runbookSaying('🧯 one\n👩‍🚒 two RUN-010').replaceAll('\n', '\r\n');
    await client.open('a.md', text);
    const edits: [string, string][] = [
      ['one', 'RUN-055 🚒'],
      ['👩‍🚒 two', 'two\r\nlines'],
      ['RUN-010', 'RUN-056'],
      ['# RUN-020: ', '# RUN-021: 🚒 '],
    ];
    const changes = edits.map(([from, to]) => {
      const at = text.indexOf(from);
      const lines = new LineIndex(text);
      const range = { start: lines.positionAt(at), end: lines.positionAt(at + from.length) };
      text = text.slice(0, at) + to + text.slice(at + from.length);
      return { range, text: to };
    });
    await client.change('a.md', ...changes);
    const edited = (await diagnosticsOf(client, 'a.md')).items;
    expect(edited.filter(({ code }) => code === 'dangling-id')).toHaveLength(2);
    const fresh = await startClient({ 'SoT.X.md': owner, 'a.md': text }, pulling);
    expect(edited.map(({ range, code }) => [range, code])).toEqual(
      (await diagnosticsOf(fresh, 'a.md')).items.map(({ range, code }) => [range, code]),
    );
  });

  it('many in a row are followed by the answer for the last version', async () => {
    const client = await startClient(examples, pulling);
    const path = 'runbooks/RUN-020-restore-orders-database.md';
    let text = examples[path] ?? '';
    await client.open(path, text);
    const pieces = [
      'RUN-0',
      '99 ',
      '🚒\n',
      '## RUN-077: New\n',
      '`',
      '**',
      '- [ ] ',
      '\n\n',
      '### ',
      '| a | b |\n',
      'x',
    ];
    let random = 7;
    const next = (below: number): number => (random = (random * 1103515245 + 12345) % 2147483648) % below;
    let answers: Promise<unknown>[] = [];
    for (let count = 0; count < runs(1200); count++) {
      const start = next(text.length);
      const end = Math.min(text.length, start + (count % 3 === 0 ? next(9) : 0));
      const lines = new LineIndex(text);
      const piece = pieces[next(pieces.length)] ?? '';
      const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
      // a position inside a surrogate pair or a line ending is nobody's cursor
      text = text.slice(0, lines.offsetAt(range.start)) + piece + text.slice(lines.offsetAt(range.end));
      void client.change(path, { range, text: piece });
      if (count % 20 === 0) answers = [...answers, client.at('textDocument/hover', path, range.start)];
    }
    await Promise.all(answers);
    const { items } = await diagnosticsOf(client, path);
    const fresh = await startClient({ ...examples, [path]: text }, pulling);
    expect(items.map(({ range, code }) => ({ range, code }))).toEqual(
      (await diagnosticsOf(fresh, path)).items.map(({ range, code }) => ({ range, code })),
    );
  });
});
