/**
 * What a check, a key and an edit cost in a fixed workspace is counted, not timed: no machine is too busy for it, and what
 * grows by a little is seen before it can be felt.
 */
import { describe, expect, it, test } from 'vitest';
import { measureCost } from '../../scripts/cost/measure.mjs';
import { grownSince, readRecorded } from '../../scripts/cost/recorded.mjs';
import { temporaryFolder } from '../server/disk/temporary-folder';

test('a check, a key and an edit cost no more than was recorded', async () => {
  const grown = grownSince(readRecorded(), await measureCost(temporaryFolder()));
  expect(
    grown,
    'Something costs more than before. If that is meant, run "npm run record:cost" and commit test/process/cost.json with it.',
  ).toEqual([]);
});

describe('a cost has grown', () => {
  const counts = { filesRead: 2, documentsParsed: 1, bytesLeftToRemark: 0, rulesRun: 80 };
  const recorded = { counts: { 'a key': counts }, bytesAllocated: { 20: { 'a key': 1_000_000 } } };
  const now = { ...counts, bytesAllocated: 1_000_000 };

  it('where one count is above the recorded one', () => {
    expect(grownSince(recorded, { 'a key': { ...now, rulesRun: 81 } }, '20')).toEqual([
      'a key: rules run went from 80 to 81.',
    ]);
    expect(grownSince(recorded, { 'a key': { ...now, rulesRun: 79 } }, '20')).toEqual([]);
  });

  it('where more than a tenth more is allocated than on the same version of Node', () => {
    expect(grownSince(recorded, { 'a key': { ...now, bytesAllocated: 1_099_000 } }, '20')).toEqual([]);
    expect(grownSince(recorded, { 'a key': { ...now, bytesAllocated: 1_101_000 } }, '20')).toEqual([
      'a key: bytes allocated went from 1000000 to 1101000.',
    ]);
    expect(grownSince(recorded, { 'a key': { ...now, bytesAllocated: 1_101_000 } }, '24')).toEqual([]);
  });

  it('where a step was never recorded', () => {
    expect(grownSince(recorded, { 'an edit': now }, '20')).toEqual(['"an edit" was not recorded.']);
  });
});
