/** The words of an execution log and a run file, as rules read them (docs/run.md). English: they are data. */
import type { RunItemStatus, RunOutcome } from '../../../protocol/src/run-view';

export const statusWords: Readonly<Record<RunItemStatus, string>> = {
  open: 'Not started',
  started: 'In progress',
  done: 'Done',
  failed: 'Failed',
  skipped: 'Skipped',
  'rolled-back': 'Rolled back',
};

export const outcomeWords: Readonly<Record<RunOutcome, string>> = {
  succeeded: 'Done',
  failed: 'Failed',
  'rolled-back': 'Rolled back',
  aborted: 'Failed (stopped)',
};
