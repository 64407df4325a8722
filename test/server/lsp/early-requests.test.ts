/** What is asked while the workspace is being read: answered at once where that cannot be wrong, else not before. */
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type DocumentSymbol,
  type Location,
} from 'vscode-languageserver/node';
import { expect, it } from 'vitest';
import { startClient, type TestClient } from '../../support/language-client';
import { owner, run001, runbookSaying } from './operations';

const content = {
  'SoT.X.md': owner,
  'a.md': runbookSaying('RUN-001'),
  'b.md': runbookSaying('RUN-001', 'RUN-021'),
};

/** A client of a server that has begun to read and goes on when it is told to. */
async function held(): Promise<{ client: TestClient; release: () => void }> {
  let release: () => void = () => undefined;
  const hold = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { client: await startClient(content, { hold }), release };
}

it('the symbols of an open document need the configuration only', async () => {
  const { client, release } = await held();
  await client.open('b.md', content['b.md']);
  const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument: { uri: client.uri('b.md') },
  });
  expect(symbols.map(({ name }) => name)).toEqual([expect.stringContaining('RUN-021')]);
  release();
});

it('the symbols of an open document do not wait for a search of all folders', async () => {
  let release: () => void = () => undefined;
  const holdSearch = new Promise<void>((resolve) => {
    release = resolve;
  });
  const notes = '# Notes\n\n## Phase 1: Look\n\n### Steps\n\n1. Look.\n';
  const kinds = 'kinds:\n  - files: "**"\n    kind: playbook\n';
  const files = {
    ...content,
    'b.md': notes,
    'area/.runbook.yaml': 'extends: ../style.yaml\n',
    'style.yaml': kinds,
    'area/inner/c.md': notes,
    'other/.runbook.yaml': kinds,
    'other/d.md': notes,
  };
  const client = await startClient(files, { holdSearch });
  const symbolsOf = async (path: string): Promise<string[]> => {
    const textDocument = { uri: client.uri(path) };
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    return symbols.map(({ name }) => name);
  };
  await client.open('b.md', files['b.md']);
  await client.open('area/inner/c.md', files['area/inner/c.md']);
  await client.open('other/d.md', files['other/d.md']);
  const asked = ['b.md', 'area/inner/c.md', 'other/d.md'];
  const early = await Promise.all(asked.map(symbolsOf));
  release();
  await client.request('workspace/symbol', { query: '' });
  expect(early).toEqual(await Promise.all(asked.map(symbolsOf)));
  expect(early[0]).not.toEqual(early[1]);
  expect(early[1]).toEqual(early[2]);
});

it('references wait for every document, and hold nobody up meanwhile', async () => {
  const { client, release } = await held();
  await client.open('SoT.X.md', owner);
  let isAnswered = false;
  const references = client
    .at<Location[]>('textDocument/references', 'SoT.X.md', run001.start, {
      context: { includeDeclaration: false },
    })
    .finally(() => {
      isAnswered = true;
    });
  await client.request('textDocument/foldingRange', { textDocument: { uri: client.uri('SoT.X.md') } });
  await client.request('textDocument/formatting', {
    textDocument: { uri: client.uri('SoT.X.md') },
    options: { tabSize: 2, insertSpaces: true },
  });
  expect(isAnswered).toBe(false);
  release();
  expect((await references).map(({ uri }) => client.path(uri)).sort()).toEqual(['a.md', 'b.md']);
});

it('what is cancelled while it waits for the documents is not worked out', async () => {
  const { client, release } = await held();
  await client.open('SoT.X.md', owner);
  const source = new CancellationTokenSource();
  const references = client.connection.sendRequest(
    'textDocument/references',
    {
      textDocument: { uri: client.uri('SoT.X.md') },
      position: run001.start,
      context: { includeDeclaration: false },
    },
    source.token,
  );
  // the server has begun: what is asked behind it is answered
  await client.request('textDocument/foldingRange', { textDocument: { uri: client.uri('SoT.X.md') } });
  source.cancel();
  const refused = expect(references).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  await client.request('textDocument/foldingRange', { textDocument: { uri: client.uri('SoT.X.md') } });
  release();
  await refused;
});
