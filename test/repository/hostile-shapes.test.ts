/** A small form of `npm run test:hostile`: its texts end, and are judged as others are; how long it takes is its own matter. */
import { expect, test } from 'vitest';
import { faultsOf } from '../../scripts/hostile/faults.mjs';
import { allShapes, someShapes } from '../../scripts/hostile/shapes.mjs';
import { features } from '../fuzz/targets/features';
import { someOf } from '../support/runs';
import { findingsOf, openWorkspace } from '../support/workspace';

/** One in so many, whatever the size of a table is, so that all places and texts have their turn. */
function shapesInSteps(step: number, first: number): ReturnType<typeof allShapes> {
  return allShapes().filter(({ name }, index) => index % step === first && !name.includes(':'));
}

test('hostile texts are read to their end in any place, and their findings have fixes that can be asked for', () => {
  const some = shapesInSteps(97, 0);
  expect(some.length).toBeGreaterThan(80);
  for (const { name, files } of someOf(some)) {
    const documents = new Map(Object.entries(files(3_000)));
    const workspace = openWorkspace(documents);
    for (const file of documents.keys())
      for (const { fixes, span } of findingsOf(workspace, file)) {
        expect(span.end, name).toBeGreaterThanOrEqual(span.start);
        fixes();
      }
  }
});

test('editor features answer in hostile texts with places of these texts', async () => {
  const some = shapesInSteps(291, 1);
  expect(some.length).toBeGreaterThan(25);
  for (const [index, { name, files }] of someOf(some).entries()) {
    const given = { files: new Map(Object.entries(files(2_000))), choice: index * 1_237 };
    expect(await features.complaintsOf(given), name).toEqual([]);
  }
});

test('a shape has about the size that it is asked for, and a name of its own', () => {
  const shapes = someShapes();
  expect(new Set(shapes.map(({ name }) => name)).size).toBe(shapes.length);
  for (const { name, files } of shapes) {
    const sizes = Object.values(files(20_000)).map((text) => Buffer.byteLength(text));
    expect(Math.max(...sizes), name).toBeLessThanOrEqual(20_000);
  }
});

const outcome = { judged: true, findings: 0, failure: '' };
const timed = (...times: readonly number[]): string[] =>
  faultsOf(
    times.map((time, index) => ({ size: 100_000 * 2 ** index, outcome: { ...outcome, time } })),
    200,
  );

test.each([
  [[300, 400, 600], []],
  [[700, 1200, 2200], []],
  [[700, 1200, 3100], ['400000: 3100 ms']],
  [[300, 600, 2400], ['200000 → 400000: 400 → 2200 ms, steeper than n log n']],
])('what takes %j ms at twice the size each has the faults %j', (times, faults) => {
  expect(timed(...times)).toEqual(faults);
});

test('what ends the process is a fault', () => {
  const failed = { ...outcome, time: null, failure: 'ended with SIGKILL' };
  expect(faultsOf([{ size: 1_000, outcome: failed }], 200)).toEqual(['1000: ended with SIGKILL']);
});
