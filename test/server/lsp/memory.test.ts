/** When a session tells its host to make room, and to give memory back. */
import { expect, it, vi } from 'vitest';
import { pullClient, startClient } from '../../support/language-client';
import { owner } from './operations';

const content = { 'a.md': owner };

it('a change of an open document makes room', async () => {
  const makeRoom = vi.fn();
  const client = await startClient(content, { memory: { makeRoom } });
  await client.open('a.md', owner);
  expect(makeRoom).not.toHaveBeenCalled();
  await client.change('a.md', { text: `${owner}\n` });
  await vi.waitFor(() => {
    expect(makeRoom).toHaveBeenCalledOnce();
  });
});

it.each([
  ['a document', 'textDocument/diagnostic', (uri: string) => ({ textDocument: { uri } })],
  ['the workspace', 'workspace/diagnostic', () => ({ previousResultIds: [] })],
])(
  'memory is given back where a client asks for the diagnostics of %s alone',
  async (_what, method, params) => {
    const releaseMemory = vi.fn();
    const client = await startClient(content, { capabilities: pullClient, memory: { releaseMemory } });
    await client.request(method, params(client.uri('a.md')));
    await vi.waitFor(
      () => {
        expect(releaseMemory).toHaveBeenCalledOnce();
      },
      { timeout: 10_000 },
    );
  },
);
