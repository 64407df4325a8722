import { expect, it } from 'vitest';
import type { PreviewResult } from '../../../protocol/src/preview';
import { startClient, type TestClient } from '../../support/language-client';
import { owner, runbookSaying, wordsLine } from './operations';

const content = {
  'SoT.X.md': owner,
  'docs/a.md': runbookSaying('First RUN-001, then the rest.'),
  'n.md': '# Notes\n',
};

function preview(client: TestClient, path: string): Promise<PreviewResult> {
  return client.request('runbook/preview', { textDocument: { uri: client.uri(path) } });
}

it('a preview leads to the documents by the names that the client uses', async () => {
  const client = await startClient(content);
  const contents = await preview(client, 'docs/a.md');
  expect(contents?.ids.find(({ line }) => line === wordsLine)).toMatchObject({
    text: 'RUN-001',
    state: 'defined',
    target: { uri: client.uri('SoT.X.md') },
  });
});

it('there is none of ordinary notes and of what does not exist', async () => {
  const client = await startClient(content);
  expect(await preview(client, 'n.md')).toBeNull();
  expect(await preview(client, 'nowhere.md')).toBeNull();
});

it('is of the open text, saved or not', async () => {
  const client = await startClient(content);
  await client.open('docs/a.md', runbookSaying('First RUN-077, then the rest.'));
  const contents = await preview(client, 'docs/a.md');
  expect(contents?.ids.find(({ line }) => line === wordsLine)?.state).toBe('missing');
});
