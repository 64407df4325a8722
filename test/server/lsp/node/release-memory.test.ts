/** What the heap keeps while a large workspace is read, and after it. */
import { getHeapSpaceStatistics } from 'node:v8';
import { afterEach, expect, it, vi } from 'vitest';
import { makeRoom, releaseMemory, spareMemory } from '../../../../server/src/lsp/node/release-memory';

const megabyte = 1024 * 1024;
/** Enough of them to fill all room for new objects. */
const objects = 400_000;

afterEach(() => {
  vi.useRealTimers();
  releaseMemory();
});

it('what the heap has got and does not need is given back', async () => {
  const before = heap();
  const kept = [];
  // what other tests have left in the heap has room for the first of them
  while (heap() - before < 10 * megabyte) kept.push(pile(objects));
  const full = heap();
  kept.length = 0;
  releaseMemory();
  await vi.waitFor(
    () => {
      expect(heap()).toBeLessThan(full - (full - before) / 2);
    },
    { timeout: 30_000 },
  );
});

it.runIf(Number.parseInt(process.versions.v8, 10) >= 12)('nothing is kept in reserve for new objects', () => {
  pile(objects);
  releaseMemory();
  expect(sizeOfNew()).toBeLessThanOrEqual(4 * megabyte);
});

it('room for new objects stops growing, until memory is given back', () => {
  vi.useFakeTimers();
  spareMemory();
  pile(objects);
  vi.advanceTimersByTime(1000);
  const limited = sizeOfNew();
  for (let round = 0; round < 4; round++) pile(objects);
  // some versions of V8 count what is used of it only, which may double
  expect(sizeOfNew()).toBeLessThanOrEqual(2 * limited);
});

it('room for new objects grows again where somebody types', () => {
  vi.useFakeTimers();
  releaseMemory();
  spareMemory();
  pile(objects);
  vi.advanceTimersByTime(1000);
  const limited = sizeOfNew();
  makeRoom();
  for (let round = 0; round < 8; round++) pile(objects);
  expect(sizeOfNew()).toBeGreaterThanOrEqual(Math.min(2 * limited, 32 * megabyte));
});

/** Objects that survive collections. */
function pile(count: number): { readonly number: number; readonly word: string }[] {
  return Array.from({ length: count }, (_, number) => ({ number, word: `word ${String(number)}` }));
}

/** What the heap takes in all, without the room for new objects, which the engine of Node 20 keeps. */
function heap(): number {
  return process.memoryUsage().heapTotal - sizeOfNew();
}

function sizeOfNew(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0;
}
