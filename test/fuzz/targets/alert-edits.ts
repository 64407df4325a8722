/** The edits of {@link edits} where alert rules lead to the documents. */
import type { Target } from '../target';
import { alertedWorkspace } from '../texts/workspaces';
import { complaintsOf } from './edits';

export const alertEdits: Target = {
  name: 'alert-edits',
  cases: alertedWorkspace,
  usualRuns: 10,
  complaintsOf,
};
