/** A server that ends in the middle of a document: the next one leaves that document unread, says so, and goes on. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { productForTests, startServer, type ServerProcess } from '../support/built-product';
import { slowDocument } from '../support/slow-document';
import { temporaryFolder } from '../server/disk/temporary-folder';
import { owner, runbookSaying } from '../server/lsp/operations';

const product = productForTests();

const about = 'document-set-aside';

/** What the notes of running processes say. */
function notes(caches: string): string {
  const folder = join(caches, 'runbook/work');
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .filter((name) => name.endsWith('.note'))
    .map((name) => readFileSync(join(folder, name), 'utf8').split('\n')[1])
    .join('\n');
}

/** Ends a server by force while it works on a document. */
async function killedAt(
  name: string,
  caches: string,
  { kill, end }: ServerProcess,
  signal: NodeJS.Signals = 'SIGKILL',
): Promise<void> {
  await expect.poll(() => notes(caches), { interval: 2 }).toContain(name);
  kill(signal);
  expect((await end).code).toBeNull();
}

async function codesOf({ connection, uri }: ServerProcess, path: string): Promise<unknown[]> {
  const { items } = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
    textDocument: { uri: uri(path) },
  });
  return items.map(({ code }) => code);
}

async function quit({ connection, end }: ServerProcess): Promise<void> {
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect((await end).code).toBe(0);
}

function open({ connection, uri }: ServerProcess, path: string, text: string, version = 1): Promise<void> {
  return connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: uri(path), languageId: 'markdown', version, text },
  });
}

/** A folder with a document in which a server ended, and where that is noted. */
async function afterEnd(): Promise<{ folder: string; caches: string }> {
  const folder = temporaryFolder({
    'SoT.X.md': owner,
    'a.md': runbookSaying('RUN-055'),
    'long.md': slowDocument,
  });
  const caches = temporaryFolder();
  const first = await startServer(product, folder, { caches });
  await killedAt('long.md', caches, first);
  return { folder, caches };
}

describe('a document on disk in which the server ended', () => {
  it('is not read at the next start, nor at those after that, until its text changes', async () => {
    const { folder, caches } = await afterEnd();
    for (const start of [1, 2]) {
      const server = await startServer(product, folder, { caches });
      expect(await codesOf(server, 'long.md')).toEqual([about]);
      expect(await codesOf(server, 'a.md')).toContain('dangling-id');
      expect(server.shown).toEqual(
        start === 1 ? [expect.stringContaining('stopped while reading long.md')] : [],
      );
      await quit(server);
    }
    writeFileSync(join(folder, 'long.md'), '# Long\n');
    const server = await startServer(product, folder, { caches });
    expect(await codesOf(server, 'long.md')).toEqual([]);
    await quit(server);
  });

  it('is read again when somebody asks for it', async () => {
    const { folder, caches } = await afterEnd();
    const server = await startServer(product, folder, { caches });
    const [actions] = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: server.uri('long.md') },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [] },
    });
    expect(actions).toMatchObject({ title: 'Read it again', command: { command: 'runbook.readAgain' } });
    await server.connection.sendRequest('workspace/executeCommand', actions?.command);
    expect(await codesOf(server, 'long.md')).not.toContain(about);
    await quit(server);
    const next = await startServer(product, folder, { caches });
    expect(await codesOf(next, 'long.md')).not.toContain(about);
    await quit(next);
  });

  it('is read by a server that keeps nothing', async () => {
    const { folder, caches } = await afterEnd();
    const server = await startServer(product, folder, { caches, args: ['--no-cache'] });
    expect(await codesOf(server, 'long.md')).not.toContain(about);
    await quit(server);
  });
});

describe('an open document in which the server ended', () => {
  it.each<NodeJS.Signals>(['SIGKILL', 'SIGTERM', 'SIGHUP'])(
    'is not read when it is opened again after %s; a change of its text has it read',
    async (signal) => {
      const folder = temporaryFolder({ 'SoT.X.md': owner });
      const caches = temporaryFolder();
      const first = await startServer(product, folder, { caches });
      await open(first, 'new.md', slowDocument);
      await killedAt('new.md', caches, first, signal);

      const server = await startServer(product, folder, { caches });
      await open(server, 'new.md', slowDocument);
      expect(await codesOf(server, 'new.md')).toEqual([about]);
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: server.uri('new.md'), version: 2 },
        contentChanges: [{ text: '# New\n\nRUN-001\n' }],
      });
      expect(await codesOf(server, 'new.md')).toEqual([]);
      await quit(server);
    },
  );
});

describe('nothing is set aside', () => {
  it.each<NodeJS.Signals>(['SIGTERM', 'SIGINT', 'SIGHUP'])('after %s', async (signal) => {
    const folder = temporaryFolder({ 'SoT.X.md': owner });
    const caches = temporaryFolder();
    const server = await startServer(product, folder, { caches });
    expect(await codesOf(server, 'SoT.X.md')).not.toContain(about);
    expect(readdirSync(join(caches, 'runbook/work'))).toHaveLength(1);
    server.kill(signal);
    await server.end;
    expect(readdirSync(join(caches, 'runbook/work'))).toEqual([]);
  });

  it('when a server is killed that works on nothing', async () => {
    const folder = temporaryFolder({ 'SoT.X.md': owner, 'a.md': runbookSaying('RUN-055') });
    const caches = temporaryFolder();
    const server = await startServer(product, folder, { caches });
    expect(await codesOf(server, 'a.md')).toContain('dangling-id');
    await expect.poll(() => notes(caches)).toBe('');
    server.kill('SIGKILL');
    await server.end;
    const next = await startServer(product, folder, { caches });
    expect(await codesOf(next, 'a.md')).toContain('dangling-id');
    expect(await codesOf(next, 'SoT.X.md')).not.toContain(about);
    await quit(next);
  });

  it('where notes cannot be written', async () => {
    const folder = temporaryFolder({ 'SoT.X.md': owner, 'a.md': runbookSaying('RUN-055') });
    const caches = join(temporaryFolder({ caches: 'a file' }), 'caches');
    const server = await startServer(product, folder, { caches });
    expect(await codesOf(server, 'a.md')).toContain('dangling-id');
    await quit(server);
  });
});
