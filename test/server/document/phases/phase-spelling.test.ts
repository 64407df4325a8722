import { describe, expect, test } from 'vitest';
import { keyOfLabel, spelledLikePhase } from '../../../../server/src/document/phases/phase-spelling';
import { romanNumber, romanValue } from '../../../../server/src/model/number-words';

describe('the number of a phase', () => {
  test.each([
    ['02', '2'],
    ['2.1a', '2.1a'],
    ['Twelve', '12'],
    ['XII', '12'],
    ['IV', '4'],
    ['C', 'C'],
    ['IIII', null],
    ['xii', null],
  ])('%s has the key %s', (label, key) => {
    expect(keyOfLabel(label, [])).toBe(key);
  });

  test.each([
    ['II', '12', 'XII'],
    ['IX', '10', 'X'],
    ['Ten', '11', 'Eleven'],
    ['ten', '12', 'twelve'],
    ['Twelve', '13', '13'],
    ['02', '11', '11'],
    ['09', '3', '03'],
    ['A', 'C', 'C'],
  ])('like %s, %s is written %s', (like, key, spelled) => {
    expect(spelledLikePhase(like, key)).toBe(spelled);
  });
});

test('Roman digits of each number count to it', () => {
  for (let value = 1; value < 100; value++) expect(romanValue(romanNumber(value) ?? '')).toBe(value);
  expect([0, 100].map(romanNumber)).toEqual([null, null]);
  expect(['', 'IIII', 'IC', 'VV', 'c'].map(romanValue)).toEqual([null, null, null, null, 100]);
});
