/** Changes one after the other as one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeEdits } from '../../../server/src/text/compose-edits';
import { applyEdits, type Edit } from '../../../server/src/text/edit';
import { runs } from '../../support/runs';

/** Edits without overlaps of a text of some length, from numbers that cut it into stretches. */
function editsFrom(length: number, cuts: readonly number[], words: readonly string[]): Edit[] {
  const places = cuts.map((cut) => cut % (length + 1)).sort((a, b) => a - b);
  return words.flatMap((newText, index) => {
    const [start, end] = [places[2 * index], places[2 * index + 1]];
    return start === undefined || end === undefined ? [] : [{ span: { start, end }, newText }];
  });
}

const cuts = fc.array(fc.nat(), { maxLength: 8 });
const words = fc.array(fc.constantFrom('', 'x', 'yz', 'long words'), { maxLength: 4 });

test('composed edits give the text that they give one after the other', () => {
  fc.assert(
    fc.property(cuts, words, cuts, words, (firstCuts, firstWords, secondCuts, secondWords) => {
      const text = '0123456789';
      const first = editsFrom(text.length, firstCuts, firstWords);
      const between = applyEdits(text, first);
      const second = editsFrom(between.length, secondCuts, secondWords);
      expect(applyEdits(text, composeEdits(first, second))).toBe(applyEdits(between, second));
    }),
    { numRuns: runs(2000) },
  );
});

test('what neither touches is in no span', () => {
  const first = [{ span: { start: 2, end: 4 }, newText: 'abc' }];
  const second = [{ span: { start: 7, end: 8 }, newText: '' }];
  expect(composeEdits(first, second)).toEqual([
    { span: { start: 2, end: 4 }, newText: 'abc' },
    { span: { start: 6, end: 7 }, newText: '' },
  ]);
});

test('a change of what was inserted is part of the insertion', () => {
  const first = [{ span: { start: 2, end: 2 }, newText: 'abc' }];
  expect(composeEdits(first, [{ span: { start: 3, end: 4 }, newText: 'X' }])).toEqual([
    { span: { start: 2, end: 2 }, newText: 'aXc' },
  ]);
  expect(composeEdits(first, [{ span: { start: 2, end: 5 }, newText: '' }])).toEqual([]);
});
