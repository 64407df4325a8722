/** Fixes: each takes away what it says, and nothing else; all together end, and leave nothing that is fixed unasked. */
import { faultsOfFixes } from '../../support/fix-statement';
import type { Target } from '../target';
import { likelyWorkspace, newerWorkspace } from '../texts/workspaces';

export const fixes: Target = {
  name: 'fixes',
  cases: likelyWorkspace,
  newer: newerWorkspace,
  usualRuns: 40,
  complaintsOf: ({ files }) => faultsOfFixes(files),
};
