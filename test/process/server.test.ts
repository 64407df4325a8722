/** The language server as a process: how it ends, and what it makes of input that breaks off. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { productForTests, startServer, type ServerProcess } from '../support/built-product';
import { temporaryFolder } from '../server/disk/temporary-folder';
import { owner, runbookSaying } from '../server/lsp/operations';

const product = productForTests();

function started(): Promise<ServerProcess> {
  return startServer(product, temporaryFolder({ 'SoT.X.md': owner, 'a.md': runbookSaying('RUN-055') }));
}

describe('the language server as a process', () => {
  it('answers over standard input and output, and ends with 0 when it is told to', async () => {
    const { connection, end, uri } = await started();
    const { items } = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: uri('a.md') },
    });
    expect(items.map(({ code }) => code)).toContain('dangling-id');
    expect(await connection.sendRequest('shutdown')).toBeNull();
    await connection.sendNotification('exit');
    expect(await end).toMatchObject({ code: 0, error: '' });
  });

  it('ends with 1 when it is told to exit without a shutdown', async () => {
    const { connection, end } = await started();
    await connection.sendNotification('exit');
    expect((await end).code).toBe(1);
  });

  it('goes on after what is no message', async () => {
    const { connection, end, uri, write } = await started();
    const body = '{"jsonrpc":"2.0","id":2,';
    write(`Content-Length: ${String(body.length)}\r\n\r\n${body}`);
    for (const odd of [
      '[]',
      '7',
      'null',
      '{"jsonrpc":"2.0","id":9}',
      '{"jsonrpc":"2.0","method":"$/cancelRequest"}',
    ])
      write(`Content-Length: ${String(odd.length)}\r\n\r\n${odd}`);
    const { items } = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: uri('a.md') },
    });
    expect(items.map(({ code }) => code)).toContain('dangling-id');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect((await end).code).toBe(0);
  });

  it('ends when the editor is gone', async () => {
    const { connection, end } = await started();
    connection.end();
    expect((await end).code).toBe(1);
  });
});

describe('a client that breaks off, or sends what is no message', () => {
  it('ends with 1 and one line when the client ends in the middle of a message', async () => {
    const { connection, end, write } = await startServer(product, temporaryFolder());
    write('Content-Length: 100\r\n\r\n{');
    connection.end();
    expect(await end).toMatchObject({ code: 1, error: 'The input ended in the middle of a message.\n' });
  });

  it('answers a client that says all it has to say and is gone', async () => {
    const messages = [
      { id: 7, method: 'workspace/symbol', params: { query: '' } },
      { id: 8, method: 'shutdown' },
      { method: 'exit' },
    ].map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }));
    const { end, hangUp } = await startServer(product, temporaryFolder());
    hangUp(messages.map((body) => `Content-Length: ${String(body.length)}\r\n\r\n${body}`).join(''));
    const { code, out, error } = await end;
    expect({ code, error }).toEqual({ code: 0, error: '' });
    for (const id of [7, 8]) expect(out).toContain(`"id":${String(id)}`);
  });

  it('goes on after noise', async () => {
    const { connection, end, write } = await startServer(product, temporaryFolder());
    write('nonsense\r\n\r\n');
    expect(await connection.sendRequest('workspace/symbol', { query: '' })).toEqual([]);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect((await end).code).toBe(0);
  });

  it('answers all that is under way when it is told to shut down, also when it is told to exit at once', async () => {
    const content = Array.from({ length: 400 }, (_, i): [string, string] => [
      `n${String(i)}.md`,
      '# RUN-001\n',
    ]);
    const { connection, end } = await startServer(product, temporaryFolder(Object.fromEntries(content)));
    const asked = [
      connection.sendRequest('workspace/symbol', { query: 'x' }),
      connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }),
      connection.sendRequest('runbook/report'),
    ].map((answer) =>
      answer.then(
        () => 'result',
        () => 'error',
      ),
    );
    const shutdown = connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await shutdown).toBeNull();
    expect((await Promise.all(asked)).every((answer) => answer === 'result' || answer === 'error')).toBe(
      true,
    );
    expect((await end).code).toBe(0);
  });
});
