/** How long background work goes on before messages get their turn. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Background } from '../../../server/src/lsp/background';
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
