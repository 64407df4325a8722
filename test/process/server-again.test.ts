/** The server as a process that starts again on a workspace: it goes on from what the session before has kept. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DefinitionLink, Hover, WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { productForTests, startServer, type ServerStart } from '../support/built-product';
import { fill, temporaryFolder } from '../server/disk/temporary-folder';
import { owner, runbookSaying } from '../server/lsp/operations';

const product = productForTests();

function workspace(): string {
  const notes = Array.from({ length: 100 }, (_, index): [string, string] => [
    `notes/n${String(index)}.md`,
    '# Note\n\nRUN-001\n',
  ]);
  return temporaryFolder({
    'SoT.X.md': owner,
    'a.md': runbookSaying('RUN-055'),
    'b.md': runbookSaying('RUN-001'),
    ...Object.fromEntries(notes),
  });
}

/** One session: what it says of the workspace and answers about a document, until it is told to end. */
async function session(folder: string, options: ServerStart): Promise<unknown> {
  const { connection, end, uri } = await startServer(product, folder, options);
  const { items } = await connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: [],
  });
  const at = { textDocument: { uri: uri('notes/n7.md') }, position: { line: 2, character: 2 } };
  const said = {
    diagnostics: [...items].sort((one, other) => (one.uri < other.uri ? -1 : 1)),
    definition: await connection.sendRequest<DefinitionLink[]>('textDocument/definition', at),
    hover: await connection.sendRequest<Hover>('textDocument/hover', at),
    references: await connection.sendRequest('textDocument/references', {
      ...at,
      context: { includeDeclaration: true },
    }),
    symbols: await connection.sendRequest('workspace/symbol', { query: 'RUN' }),
  };
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await end).toMatchObject({ code: 0, error: '' });
  return said;
}

/** Everything below a folder for caches. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

it('says the second time what it said the first time, and after a change what is true then', async () => {
  const [folder, caches] = [workspace(), temporaryFolder()];
  const first = await session(folder, { caches });
  expect(JSON.stringify(first)).toContain('dangling-id');
  expect(filesBelow(caches)).toContainEqual(expect.stringMatching(/\.entry$/));
  expect(await session(folder, { caches })).toEqual(first);

  fill(folder, { 'SoT.X.md': owner.replaceAll('RUN-001', 'RUN-055') });
  rmSync(join(folder, 'b.md'));
  const fresh = await session(folder, { args: ['--no-cache'], caches });
  expect(await session(folder, { caches })).toEqual(fresh);
  expect(fresh).not.toEqual(first);
});

it('keeps nothing where that is not wanted', async () => {
  const [folder, caches] = [workspace(), temporaryFolder()];
  const first = await session(folder, { args: ['--no-cache'], caches });
  expect(filesBelow(caches)).toEqual([]);
  expect(await session(folder, { caches })).toEqual(first);
});

it('goes on where nothing can be kept', async () => {
  const folder = workspace();
  const caches = join(temporaryFolder({ caches: 'a file' }), 'caches');
  const first = await session(folder, { caches });
  expect(await session(folder, { caches })).toEqual(first);
});
