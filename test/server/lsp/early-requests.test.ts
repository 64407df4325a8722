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
