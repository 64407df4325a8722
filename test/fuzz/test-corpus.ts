/** What fuzzing has found stays mended: each case of the corpus once more, by the name that says what it broke. */
import { afterAll, describe, expect, test } from 'vitest';
import { complaintsOf, type Target } from './target';
import { corpusOf } from './texts/corpus';

/** A group of tests for each of some targets that has cases. */
export function testCorpus(targets: readonly Target[]): void {
  const all = targets.map((target) => ({ target, cases: corpusOf(target.name) }));
  describe.each(all.filter(({ cases }) => cases.size > 0))('$target.name', ({ target, cases }) => {
    afterAll(() => target.close?.());

    test.each([...cases])('%s', { timeout: 60_000 }, async (_name, given) => {
      expect(await complaintsOf(target, given)).toEqual([]);
    });
  });
}
