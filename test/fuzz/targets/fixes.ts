/** Fixes: each takes away what it says, and nothing else; all together end, and leave nothing that is fixed unasked. */
import { faultsOfFixes } from '../../support/fix-statement';
import type { Target } from '../target';
import { likelyWorkspace } from '../texts/workspaces';

export const fixes: Target = {
  name: 'fixes',
  cases: likelyWorkspace,
  usualRuns: 40,
  complaintsOf: ({ files }) => faultsOfFixes(files),
};
