import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { productForTests, startServer, type ServerProcess } from '../../support/built-product';
import { temporaryFolder } from '../disk/temporary-folder';
import { owner, runbookSaying } from './operations';

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
