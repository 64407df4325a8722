/** What is done at rest, and how often. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Rest } from '../../../server/src/lsp/rest';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function restWith(done: string[]): Rest {
  return new Rest({
    readUnread: () => {
      done.push('read');
      return Promise.resolve();
    },
    save: () => {
      done.push('save');
      return Promise.resolve();
    },
    evict: () => done.push('evict'),
    releaseMemory: () => done.push('release'),
  });
}

it('what nobody has asked about is read first, and memory is given back once for each time that folders are loaded', async () => {
  const done: string[] = [];
  const rest = restWith(done);
  rest.loaded();
  rest.settled();
  await vi.runAllTimersAsync();
  rest.settled();
  await vi.runAllTimersAsync();
  expect(done).toEqual(['read', 'evict', 'save', 'release', 'read', 'save']);
});

it('nothing is done while changes follow each other, nor after the end', async () => {
  const done: string[] = [];
  const rest = restWith(done);
  for (let i = 0; i < 5; i++) {
    rest.settled();
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(done).toEqual([]);
  rest.end();
  await vi.runAllTimersAsync();
  expect(done).toEqual([]);
});
