/** Globs for documents that a list of files would mean: few, and none for what is not chosen. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewerGlobs } from '../../../server/src/init/fewer-globs';
import { globsFor, matcherOf } from '../../../server/src/init/globs-for';
import { runs } from '../../support/runs';

const words = 'amber birch cedar delta ember flint grove haven inlet jetty kiosk larch maple'.split(' ');
const notes = words.flatMap((word) => [`notes/${word}.md`, `notes/${word}ish.md`]);
const ops = words.map((word) => `ops/${word}.md`);

function told(chosen: readonly string[], all: readonly string[]): ReturnType<typeof fewerGlobs> {
  const wanted = new Set(chosen);
  return fewerGlobs(wanted, all, globsFor(wanted, all), 12);
}

test('a folder with what is left out of it', () => {
  const chosen = ops.filter((path) => !path.includes('maple'));
  expect(told(chosen, [...notes, ...ops])).toEqual({
    globs: ['ops/**', '!ops/maple.md'],
    meant: new Set(chosen),
  });
});

test('some of them, where nothing but a list would mean all', () => {
  const chosen = words.map((word) => `notes/${word}.md`);
  const { globs, meant } = told(chosen, notes);
  expect([globs.length, meant.size]).toEqual([12, 12]);
});

test('whatever is chosen, globs mean what is said, and nothing that is not chosen', () => {
  const all = [...notes, ...ops, 'README.md', 'ops/old/README.md', 'ops/old/one.md'];
  fc.assert(
    fc.property(fc.subarray(all), (chosen) => {
      const { globs, meant } = told(chosen, all);
      const matches = matcherOf(globs);
      expect(globs.length).toBeLessThanOrEqual(12);
      expect(new Set(globs.length === 0 ? [] : all.filter(matches))).toEqual(meant);
      expect(chosen).toEqual(expect.arrayContaining([...meant]));
    }),
    { numRuns: runs(50) },
  );
});
