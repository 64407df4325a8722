import { describe, expect, it } from 'vitest';
import type { CodeAction, CodeLens, InlayHint, TextEdit } from 'vscode-languageserver-types';
import { startClient, type TestClient } from '../../support/language-client';
import { owner, run001, runbookSaying } from './operations';

const content = { 'SoT.X.md': owner, 'docs/a.md': runbookSaying('First RUN-001, then the rest.') };
const capabilities = { workspace: { configuration: true } };

function lenses(client: TestClient): Promise<CodeLens[]> {
  return client.request('textDocument/codeLens', { textDocument: { uri: client.uri('SoT.X.md') } });
}

function hints(client: TestClient): Promise<InlayHint[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  return client.request('textDocument/inlayHint', { textDocument: { uri: client.uri('docs/a.md') }, range });
}

describe('code lenses and inlay hints', () => {
  it('count references with a command that shows them', async () => {
    const client = await startClient(content);
    const [lens] = (await lenses(client)).filter(({ range }) => range.start.line === run001.start.line);
    expect(lens?.command?.title).toBe('1 reference · from RUN-020');
    expect(lens?.command?.command).toBe('runbook.showReferences');
    expect(lens?.command?.arguments?.slice(0, 2)).toEqual([client.uri('SoT.X.md'), run001.start]);
    expect(lens?.command?.arguments?.[2]).toMatchObject([{ uri: client.uri('docs/a.md') }]);
  });

  it('are each switched off by a setting', async () => {
    const settings = { codeLens: { enabled: false } };
    const client = await startClient(content, { capabilities, settings });
    expect(await lenses(client)).toEqual([]);
    expect((await hints(client)).length).toBeGreaterThan(0);
    const other = await startClient(content, { capabilities, settings: { inlayHints: { enabled: false } } });
    expect(await hints(other)).toEqual([]);
    expect((await lenses(other)).length).toBeGreaterThan(0);
  });
});

it('refactorings come with the versions of the open documents that they edit', async () => {
  const client = await startClient(content);
  await client.open('SoT.X.md', owner);
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: client.uri('SoT.X.md') },
    range: run001,
    context: { diagnostics: [], only: ['refactor'] },
  });
  const action = actions.find(({ title }) => title === 'Set Last Tested of RUN-001 to today');
  expect(action?.edit?.documentChanges).toMatchObject([
    { textDocument: { uri: client.uri('SoT.X.md'), version: 1 } },
  ]);
});

describe('formatting', () => {
  const steps = '# RUN-020: Pool\n\n## Steps\n\n1. one\n1. two\n3. three\n';

  it('touches what was asked for', async () => {
    const client = await startClient({ 'SoT.X.md': owner, 'docs/a.md': steps });
    const params = {
      textDocument: { uri: client.uri('docs/a.md') },
      options: { tabSize: 2, insertSpaces: true },
    };
    const edits = await client.request<TextEdit[]>('textDocument/formatting', params);
    expect(edits).toEqual([
      { range: { start: { line: 5, character: 0 }, end: { line: 5, character: 2 } }, newText: '2.' },
    ]);
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    expect(await client.request('textDocument/rangeFormatting', { ...params, range })).toEqual([]);
  });

  it('goes on with steps in text that is not saved', async () => {
    const client = await startClient({ 'SoT.X.md': owner, 'docs/a.md': steps });
    await client.open('docs/a.md', `${steps}4. four\n`);
    const edits = await client.request<TextEdit[]>('textDocument/onTypeFormatting', {
      textDocument: { uri: client.uri('docs/a.md') },
      position: { line: 8, character: 0 },
      ch: '\n',
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(edits.map(({ newText }) => newText)).toEqual(['5. ']);
  });
});

it('the report tells of all runbooks', async () => {
  const client = await startClient(content);
  const report = await client.request('runbook/report');
  expect(report).toMatchObject({
    documents: 2,
    runbooks: expect.arrayContaining([
      expect.objectContaining({ id: 'RUN-020', file: 'docs/a.md' }),
    ]) as unknown,
  });
});
