/** Long work cut into slices. */
import { expect, it } from 'vitest';
import { atOnce, inSlices } from '../../../server/src/text/slices';

function* count(done: number[]): Generator<undefined, string> {
  for (let slice = 1; slice <= 3; slice++) {
    done.push(slice);
    yield;
  }
  return 'all';
}

it('gives the same at once and in slices', async () => {
  const [first, second]: number[][] = [[], []];
  expect(atOnce(count(first ?? []))).toBe('all');
  expect(await inSlices(count(second ?? []), () => Promise.resolve())).toBe('all');
  expect([first, second]).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
});

it('pauses between slices, and ends where a pause does not let it go on', async () => {
  const done: number[] = [];
  const pause = (): Promise<void> =>
    done.length < 2 ? Promise.resolve() : Promise.reject(new Error('Cancelled.'));
  await expect(inSlices(count(done), pause)).rejects.toThrow('Cancelled.');
  expect(done).toEqual([1, 2]);
});
