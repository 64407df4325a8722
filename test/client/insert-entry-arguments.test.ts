import { describe, expect, test } from 'vitest';
import { titleProblem } from '../../client/src/commands/entry-title.js';
import { toInsertEntryArguments } from '../../client/src/commands/insert-entry-arguments.js';

describe('arguments of "Insert RUN- entry"', () => {
  test('are taken as they are', () => {
    const known = { title: 'Queue stuck', category: 'Incident', uri: 'file:///SoT.DEPLOYMENT.md' };
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
  test.each(['', '   ', 'two\nlines'])('%j is refused with a reason', (title) => {
    expect(titleProblem(title)).toMatch(/title/);
  });

  test('of one line is fine', () => {
    expect(titleProblem('Queue: jobs are stuck > 5 min')).toBeUndefined();
  });
});
