import { describe, expect, it } from 'vitest';
import { ErrorCodes, type CompletionItem, type Hover } from 'vscode-languageserver/node';
import { startClient, type TestClient } from '../../support/language-client';
import { owner, runbookSaying, wordsLine } from './operations';

const content = { 'SoT.X.md': owner, 'a.md': runbookSaying('Follow RUN-010.') };

/** The server goes on answering. */
async function expectAlive(client: TestClient): Promise<void> {
  const hover = await client.at<Hover>('textDocument/hover', 'a.md', { line: wordsLine, character: 9 });
  expect(JSON.stringify(hover)).toContain('Disk is full');
}

describe('messages that nobody should send', () => {
  it.each([
    'textDocument/definition',
    'textDocument/references',
    'textDocument/hover',
    'textDocument/completion',
    'textDocument/documentSymbol',
    'textDocument/diagnostic',
    'runbook/outline',
    'runbook/preview',
    'runbook/newEntry',
  ])('%s with broken parameters is answered with an error', async (method) => {
    const client = await startClient(content);
    for (const params of [
      {},
      { textDocument: null },
      { textDocument: {}, position: 'here' },
      { textDocument: { uri: 7 } },
      [],
    ]) {
      const error: unknown = await client.request(method, params).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error, JSON.stringify(params)).toBeInstanceOf(Error);
    }
    await expectAlive(client);
  });

  it('an unknown request is refused as such, an unknown notification is not', async () => {
    const client = await startClient(content);
    await expect(client.request('runbook/unheardOf', {})).rejects.toMatchObject({
      code: ErrorCodes.MethodNotFound,
    });
    await expect(client.request('runbook/refused', {})).rejects.toMatchObject({
      code: ErrorCodes.MethodNotFound,
    });
    await client.notify('runbook/unheardOf', {});
    await client.notify('$/somethingOptional', {});
    await expectAlive(client);
  });

  it('broken notifications change nothing', async () => {
    const client = await startClient(content);
    await client.notify('textDocument/didOpen', {});
    await client.notify('textDocument/didChange', { textDocument: { uri: client.uri('never-opened.md') } });
    await client.notify('textDocument/didClose', { textDocument: { uri: client.uri('never-opened.md') } });
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'no uri at all', type: 7 }] });
    await client.notify('workspace/didChangeConfiguration', { settings: 'none' });
    await client.notify('textDocument/didOpen', { textDocument: 0 });
    await client.notify('textDocument/didOpen', { textDocument: { uri: client.uri('a.md') } });
    await client.notify('textDocument/didSave', {});
    await client.notify('textDocument/didChange', {
      textDocument: { uri: client.uri('a.md') },
      contentChanges: [{ text: 7 }, null],
    });
    await client.notify('workspace/didChangeWatchedFiles', { changes: [7] });
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [{}], removed: 'all' } });
    await expectAlive(client);
  });

  it.each([
    ['far behind the end', { line: 9999, character: 9999 }, { line: wordsLine + 1, character: 0 }],
    ['behind the end of its line', { line: 1, character: 9999 }, { line: 1, character: 0 }],
    ['before the start of its line', { line: 1, character: -5 }, { line: 1, character: 0 }],
  ])('a position %s means that end', async (_where, position, end) => {
    const client = await startClient(content);
    for (const method of ['textDocument/hover', 'textDocument/definition'])
      expect((await client.at<unknown[] | null>(method, 'a.md', position)) ?? []).toEqual([]);
    const items = await client.at<CompletionItem[]>('textDocument/completion', 'a.md', position);
    expect(items.length).toBeGreaterThan(0);
    for (const { textEdit } of items) expect(textEdit).toMatchObject({ range: { start: end, end } });
    await expectAlive(client);
  });

  it('a document that is opened twice, changed unopened or by an older version is what was said last', async () => {
    const client = await startClient(content);
    const uri = client.uri('a.md');
    await client.notify('textDocument/didChange', {
      textDocument: { uri, version: 3 },
      contentChanges: [{ text: 'lost' }],
    });
    await client.open('a.md', 'first');
    await client.open('a.md', runbookSaying('Nothing.'));
    await client.notify('textDocument/didChange', {
      textDocument: { uri, version: -7 },
      contentChanges: [{ text: content['a.md'] }],
    });
    await client.close('b.md');
    await expectAlive(client);
  });

  it('documents that are no Markdown or no files are left alone', async () => {
    const client = await startClient(content);
    await client.open('script.sh', 'echo RUN-099', 'shellscript');
    await client.openUri('git:/a.md?ref=HEAD', owner, 'markdown');
    await client.openUri('output:channel', 'RUN-099', 'log');
    await expectAlive(client);
    expect([...client.pushed.keys()]).not.toContain(client.uri('script.sh'));
  });
});
