/** What editors with and without Markdown support of their own get over LSP, so that nothing shows twice. */
import type { CompletionItem, Hover, Location } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { connectClient, type TestClient } from '../../support/language-client';

const release = `# Release Runbook: Shop v1.2.3

**Rollback Deadline:** noon

## 5. Smoke Tests

Try it.

## 6. Notes

[tests](#5-smoke-tests) and [others](other.md), see Section 5.

`;
const content = { 'release.md': release, 'other.md': '# Other\n' };

async function connect(builtInMarkdown: boolean): Promise<TestClient> {
  const client = connectClient(content);
  await client.request('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    initializationOptions: { builtInMarkdown },
    workspaceFolders: [{ uri: client.uri('').replace(/\/$/, ''), name: 'workspace' }],
  });
  await client.notify('initialized', {});
  return client;
}

function linesOf(locations: readonly Location[]): string[] {
  return locations.map(({ range: { start } }) => `${String(start.line)}:${String(start.character)}`);
}

describe.each([
  ['without', false],
  ['with', true],
])('an editor %s Markdown support', (_with, builtIn) => {
  const onlyWithout = <T>(items: readonly T[]): readonly T[] => (builtIn ? [] : items);

  it('follows links by itself or with us, and sections with us', async () => {
    const client = await connect(builtIn);
    const definition = async (character: number): Promise<string[]> =>
      linesOf(await client.at<Location[]>('textDocument/definition', 'release.md', { line: 10, character }));
    expect(await definition(12)).toEqual(onlyWithout(['4:3']));
    expect(await definition(3)).toEqual(['4:3']);
    expect(await definition(40)).toEqual(['0:0']);
    expect(await definition(58)).toEqual(['4:3']);
  });

  it('finds links to a heading by itself or with us, and words that name it with us', async () => {
    const client = await connect(builtIn);
    const found = await client.at<Location[]>(
      'textDocument/references',
      'release.md',
      { line: 4, character: 6 },
      { context: { includeDeclaration: false } },
    );
    expect(linesOf(found)).toEqual([...onlyWithout(['10:0']), '10:52']);
  });

  it('gets headings and files from us only without, templates either way', async () => {
    const client = await connect(builtIn);
    const target = await client.at<CompletionItem[]>('textDocument/completion', 'release.md', {
      line: 10,
      character: 9,
    });
    expect(target.map(({ label }) => label)).toEqual(
      onlyWithout(['#release-runbook-shop-v123', '#5-smoke-tests', '#6-notes']),
    );
    const line = await client.at<CompletionItem[]>('textDocument/completion', 'release.md', {
      line: 11,
      character: 0,
    });
    expect(line.some(({ label }) => label === 'smoke-test-row')).toBe(true);
  });

  it('is told why the document is of its kind', async () => {
    const client = await connect(builtIn);
    const hover = await client.at<Hover>('textDocument/hover', 'release.md', { line: 0, character: 5 });
    expect(JSON.stringify(hover.contents)).toContain('Release runbook');
  });
});
