/**
 * How a server without a disk keeps journals of runs: in the storage of its client, one text for each run, by the name of the
 * run (letters, digits and hyphens). Sent by the server of the web extension only. A request that fails is an error: an act
 * that could not be written down is not shown.
 */

/** The names of all runs with a journal. */
export const listJournalsRequest = { method: 'runbook/journals/list' } as const;

export type ListJournalsResult = readonly string[];

/** The journal of a run; empty where there is none. */
export const readJournalRequest = { method: 'runbook/journals/read' } as const;

export interface ReadJournalParams {
  readonly run: string;
}

/** Writes a journal instead of what was there. Answers when it is saved. */
export const writeJournalRequest = { method: 'runbook/journals/write' } as const;

export interface WriteJournalParams {
  readonly run: string;
  readonly text: string;
}

/** Drops the journal of a run; none is no error. */
export const removeJournalRequest = { method: 'runbook/journals/remove' } as const;

export interface RemoveJournalParams {
  readonly run: string;
}
