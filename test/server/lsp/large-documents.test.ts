/** Open documents above the size up to which documents are read. */
import { describe, expect, it } from 'vitest';
import { largestDocument } from '../../../server/src/text/document-size';
import { pullClient, show, startClient, type TestClient } from '../../support/language-client';
import { owner, run001, runbookSaying } from './operations';

const filler = 'nothing\n'.repeat(largestDocument / 8);
const large = `${runbookSaying('Follow RUN-001 and RUN-055.')}${filler}`;
const content = { 'SoT.X.md': owner };

async function opened(): Promise<TestClient> {
  const client = await startClient(content);
  await client.open('notes.md', large);
  await client.until(() => client.diagnosticsOf('notes.md').length > 0);
  return client;
}

describe('a document that is too large', () => {
  it('has one finding, which says so', async () => {
    const client = await opened();
    expect(client.findings('notes.md')).toEqual(['too-large 0:0']);
    expect(client.diagnosticsOf('notes.md')[0]).toMatchObject({ severity: 3, source: 'runbook' });
    expect(client.diagnosticsOf('notes.md')[0]?.message).toMatch(/2\.1 MB, and the limit is 2 MB/);
  });

  it('is told of to clients that ask, too', async () => {
    const client = await startClient(content, { capabilities: pullClient });
    await client.open('notes.md', large);
    const { items } = await client.request<{ items: [] }>('textDocument/diagnostic', {
      textDocument: { uri: client.uri('notes.md') },
    });
    expect(show(items)).toEqual(['too-large 0:0']);
  });

  it('has no answers, and others none from it', async () => {
    const client = await opened();
    const textDocument = { uri: client.uri('notes.md') };
    const ofHeading = { line: 0, character: 4 };
    expect(await client.at('textDocument/hover', 'notes.md', ofHeading)).toBeNull();
    expect(await client.at('textDocument/definition', 'notes.md', ofHeading)).toEqual([]);
    expect(await client.request('textDocument/documentSymbol', { textDocument })).toEqual([]);
    expect(await client.request('textDocument/foldingRange', { textDocument })).toEqual([]);
    const context = { includeDeclaration: false };
    expect(await client.at('textDocument/references', 'SoT.X.md', run001.start, { context })).toEqual([]);
  });

  it('is read as soon as it is small enough, and not any more when it grows again', async () => {
    const client = await opened();
    await client.change('notes.md', { text: runbookSaying('Follow RUN-055.') });
    await client.until(() => client.findings('notes.md', 'dangling-id').length === 1);
    expect(client.findings('notes.md', 'too-large')).toEqual([]);
    await client.change('notes.md', { text: large });
    await client.until(() => client.findings('notes.md', 'too-large').length === 1);
    expect(client.findings('notes.md')).toHaveLength(1);
    expect(await client.at('textDocument/hover', 'notes.md', { line: 7, character: 9 })).toBeNull();
  });

  it('loses its finding when it is closed', async () => {
    const client = await opened();
    await client.close('notes.md');
    await client.until(() => client.diagnosticsOf('notes.md').length === 0);
  });
});
