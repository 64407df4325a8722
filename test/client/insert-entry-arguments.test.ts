import { describe, expect, test } from 'vitest';
import { titleProblem } from '../../client/src/insert/entry-title.js';
import { toInsertEntryArguments } from '../../client/src/insert/insert-entry-arguments.js';

describe('arguments of "Insert Entry"', () => {
  test('are taken as they are', () => {
    const known = {
      prefix: 'RUN',
      title: 'Queue stuck',
      category: 'Incident',
      uri: 'file:///SoT.DEPLOYMENT.md',
    };
    expect(toInsertEntryArguments(known)).toEqual(known);
  });

  test('keep a category that is to be decided later', () => {
    expect(toInsertEntryArguments({ category: null })).toEqual({ category: null });
  });

  test.each([undefined, null, 'Queue stuck', { title: 4, category: false, uri: [] }])(
    'of another shape count as left out: %o',
    (value) => {
      expect(toInsertEntryArguments(value)).toEqual({});
    },
  );
});

describe('a title', () => {
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['two\nlines', 'lines'],
  ])('%j is refused with a reason', (title, reason) => {
    expect(titleProblem(title)).toBe(reason);
  });

  test('of one line is fine', () => {
    expect(titleProblem('Queue: jobs are stuck > 5 min')).toBeUndefined();
  });
});
