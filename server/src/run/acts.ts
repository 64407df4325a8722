/** What happened in a run, as data: the acts of a person with what came of them. Knows nothing of documents. */
import type { RunAct } from '../../../protocol/src/run';
import type { RunItemStatus, RunOutcome, RunPlace } from '../../../protocol/src/run-view';

/** An act of a person, or the end of a run. */
export type AnyAct = RunAct | { readonly act: 'end'; readonly outcome: RunOutcome; readonly note?: string };

/** What an act makes of a phase, step or rollback. */
export interface Effect {
  readonly item: string;
  readonly status: RunItemStatus;
}

/** An act as it is written down: what comes of it stands with it, so that a journal needs no document to be read. */
export interface RecordedAct {
  /** From 1, one more with each. */
  readonly n: number;
  /** `2026-11-30T03:12:07Z` */
  readonly at: string;
  readonly who: string;
  readonly act: AnyAct;
  readonly effects: readonly Effect[];
  /** Where the person is afterwards; absent where the act leads nowhere else. */
  readonly place?: RunPlace;
  /** The act in English words, for the record. */
  readonly words: string;
}
