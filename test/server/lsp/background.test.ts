/** How long background work goes on before messages get their turn, and what waits for the messages that have arrived. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Message } from 'vscode-languageserver/node';
import { Answers } from '../../../server/src/lsp/answers';
import { Background } from '../../../server/src/lsp/background';
import { guardMessages } from '../../../server/src/lsp/message-guard';
import { nextTurn } from '../../../server/src/lsp/node/next-turn';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Milliseconds until a pause is due, from the one before. */
async function sliceOf(background: Background): Promise<number> {
  await background.pause();
  const start = Date.now();
  while (!background.isDue) vi.setSystemTime(Date.now() + 1);
  return Date.now() - start;
}

it('is 10 ms where nobody asks, and 2 ms while somebody keeps asking', async () => {
  const background = new Background(nextTurn);
  vi.setSystemTime(Date.now() + 1000);
  expect(await sliceOf(background)).toBe(10);
  background.noteMessage();
  expect(await sliceOf(background)).toBe(2);
  vi.setSystemTime(Date.now() + 1000);
  expect(await sliceOf(background)).toBe(10);
});

it('does late work once, when all messages that have arrived are handled', async () => {
  const background = new Background(nextTurn);
  const work = vi.fn();
  background.soon(work);
  background.soon(work);
  background.noteMessage();
  expect(work).not.toHaveBeenCalled();
  await background.turn();
  await background.turn();
  expect(work).toHaveBeenCalledTimes(1);
  background.soon(work);
  background.catchUp();
  await background.turn();
  expect(work).toHaveBeenCalledTimes(2);
});

it('does late work before the next message that is no change of a document', () => {
  const background = new Background(nextTurn);
  const answers = new Answers({
    write: () => Promise.resolve(),
    end: () => undefined,
    dispose: () => undefined,
    onError: () => ({ dispose: () => undefined }),
    onClose: () => ({ dispose: () => undefined }),
  });
  const { messageStrategy } = guardMessages(background, answers).options;
  const said: string[] = [];
  const send = (method: string, params: object, id?: number): void => {
    const message = { jsonrpc: '2.0', method, params, ...(id === undefined ? {} : { id }) };
    void messageStrategy?.handleMessage(message, (next: Message) => {
      said.push(Message.isRequest(next) || Message.isNotification(next) ? next.method : '');
    });
  };
  send('initialize', { processId: null, rootUri: null, capabilities: {} }, 1);
  const textDocument = { uri: 'file:///a.md', version: 1 };
  for (const text of ['a', 'b']) {
    send('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
    background.soon(() => said.push('read'));
  }
  send('textDocument/documentSymbol', { textDocument }, 2);
  expect(said).toEqual([
    'initialize',
    'textDocument/didChange',
    'textDocument/didChange',
    'read',
    'read',
    'textDocument/documentSymbol',
  ]);
});
