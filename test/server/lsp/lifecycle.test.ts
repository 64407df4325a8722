/** What may be asked when, and what becomes of requests that nobody waits for any more. */
import { describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  ErrorCodes,
  LSPErrorCodes,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { connectClient, initialize, pullClient, startClient } from '../../support/language-client';
import { owner, runbookSaying, wordsLine } from './operations';

const content = { 'SoT.X.md': owner, 'a.md': runbookSaying('Follow RUN-010.') };
const named = { line: wordsLine, character: 9 };

describe('the life of a session', () => {
  it('begins with initialize: requests before it are refused, notifications are not taken notice of', async () => {
    const client = connectClient(content);
    await client.open('a.md', runbookSaying('Follow RUN-055.'));
    await expect(client.at('textDocument/hover', 'a.md', named)).rejects.toMatchObject({
      code: ErrorCodes.ServerNotInitialized,
    });
    await initialize(client, { capabilities: pullClient });
    expect(JSON.stringify(await client.at<Hover>('textDocument/hover', 'a.md', named))).toContain(
      'Disk is full',
    );
  });

  it('begins with an initialize of the right form, which may be said again after a wrong one', async () => {
    const client = connectClient(content);
    for (const params of [{}, { capabilities: {}, workspaceFolders: [{}] }, { capabilities: {}, rootUri: 7 }])
      await expect(client.connection.sendRequest('initialize', params)).rejects.toMatchObject({
        code: ErrorCodes.InvalidParams,
      });
    await initialize(client);
    await client.until(() => client.pushed.has(client.uri('a.md')));
  });

  it('has one initialize', async () => {
    const client = await startClient(content);
    await expect(client.request('initialize', { processId: null, capabilities: {} })).rejects.toMatchObject({
      code: ErrorCodes.InvalidRequest,
    });
  });

  it('ends with shutdown: requests after it are refused', async () => {
    const client = await startClient(content);
    await client.request('workspace/symbol', { query: '' });
    expect(await client.request('shutdown')).toBeNull();
    for (const method of ['textDocument/hover', 'workspace/symbol', 'shutdown'])
      await expect(client.at(method, 'a.md', named)).rejects.toMatchObject({
        code: ErrorCodes.InvalidRequest,
      });
  });
});

describe('parameters of the wrong form', () => {
  it.each<[method: string, params: unknown, words: string]>([
    ['textDocument/hover', { textDocument: { uri: 'file:///a.md' }, position: { line: 'x' } }, '"position"'],
    ['textDocument/definition', { textDocument: { uri: 'file:///a.md' } }, '"position"'],
    ['textDocument/completion', { textDocument: {}, position: named }, '"textDocument"'],
    ['textDocument/references', { textDocument: { uri: 'file:///a.md' }, position: named }, '"context"'],
    ['textDocument/rename', { textDocument: { uri: 'file:///a.md' }, position: named }, '"newName"'],
    ['textDocument/codeAction', { textDocument: { uri: 'file:///a.md' }, range: named }, '"range"'],
    ['textDocument/selectionRange', { textDocument: { uri: 'file:///a.md' }, positions: [7] }, '"positions"'],
    ['textDocument/semanticTokens/full', {}, '"textDocument"'],
    ['callHierarchy/incomingCalls', { item: { uri: 'file:///a.md' } }, '"item"'],
    ['workspace/symbol', { query: 7 }, '"query"'],
    ['workspace/diagnostic', {}, '"previousResultIds"'],
    ['workspace/willRenameFiles', { files: [{ oldUri: 'file:///a.md' }] }, '"files"'],
    ['runbook/newEntry', { textDocument: { uri: 'file:///a.md' }, prefix: 'RUN' }, '"title"'],
    ['runbook/entryTargets', { prefix: null }, '"prefix"'],
  ])('%s %j are refused as such', async (method, params, words) => {
    const client = await startClient(content);
    await expect(client.request(method, params)).rejects.toMatchObject({
      code: ErrorCodes.InvalidParams,
      message: expect.stringContaining(words) as string,
    });
  });
});

describe('a request that is cancelled', () => {
  it('is answered, be it with a result or as cancelled, and the server goes on', async () => {
    const client = await startClient(content, { capabilities: pullClient });
    const requests = Array.from({ length: 30 }, (_none, index) => {
      const source = new CancellationTokenSource();
      const params = { textDocument: { uri: client.uri('a.md') }, position: named };
      const answer = client.connection.sendRequest<Hover>('textDocument/hover', params, source.token).then(
        (hover) => JSON.stringify(hover).includes('Disk is full'),
        (error: unknown) =>
          error instanceof Object && 'code' in error && error.code === LSPErrorCodes.RequestCancelled,
      );
      if (index % 2 === 0) source.cancel();
      return answer;
    });
    expect(await Promise.all(requests)).toEqual(requests.map(() => true));
    expect(JSON.stringify(await client.at<Hover>('textDocument/hover', 'a.md', named))).toContain(
      'Disk is full',
    );
  });

  it('is not begun when it still waits behind others', async () => {
    const client = await startClient(content, { capabilities: pullClient });
    const source = new CancellationTokenSource();
    const report = client.request('workspace/diagnostic', { previousResultIds: [] });
    const answer = client.connection.sendRequest('workspace/symbol', { query: 'x' }, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(await report).toHaveProperty('items');
  });
});

describe('reports of diagnostics', () => {
  it('of a document tell what its changes meant for other open ones', async () => {
    const client = await startClient(content, { capabilities: pullClient });
    await client.open('SoT.X.md', owner);
    await client.open('a.md', content['a.md']);
    await client.change('SoT.X.md', { text: owner.replaceAll('RUN-010', 'RUN-011') });
    const ask = (): Promise<DocumentDiagnosticReport> =>
      client.request('textDocument/diagnostic', { textDocument: { uri: client.uri('SoT.X.md') } });
    const related = (await ask()).relatedDocuments?.[client.uri('a.md')];
    const items: readonly Diagnostic[] = related !== undefined && 'items' in related ? related.items : [];
    expect(items.map(({ code }) => code)).toContain('dangling-id');
    expect((await ask()).relatedDocuments).toBeUndefined();
  });

  it('of the workspace come in parts where the client takes parts, and are the same', async () => {
    const client = await startClient(content, { capabilities: pullClient });
    const whole = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const parts: WorkspaceDiagnosticReport[] = [];
    client.connection.onNotification(
      '$/progress',
      ({ token, value }: { token: string; value: WorkspaceDiagnosticReport }) => {
        if (token === 'parts') parts.push(value);
      },
    );
    const rest = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'parts',
    });
    expect(whole.items.length).toBeGreaterThan(0);
    expect(rest.items).toEqual([]);
    expect(parts.flatMap(({ items }) => items)).toEqual(whole.items);
  });
});
