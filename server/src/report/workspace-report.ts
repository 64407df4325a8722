/** What the workspace report says, as plain data. Lines count from 1; days and dates are those of the report's day. */

import type { StepChanges } from '../document/run/run-file';
import type { ProfileReport } from './profile-report';

export interface WorkspaceReport {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Documents that are judged: recognised, or with entries of the workspace. */
  readonly documents: number;
  readonly gates: readonly Gate[];
  /** All runbooks in force, the weakest first. */
  readonly runbooks: readonly ScoredRunbook[];
  /** The owners of runbooks, those with the most to do first. */
  readonly owners: readonly OwnerStaleness[];
  /** All alerts in force, by id. */
  readonly coverage: readonly CoveredAlert[];
  /** Entries that nothing refers to, by id. */
  readonly orphans: readonly EntryReference[];
  readonly mustHaves: readonly MustHave[];
  /** Runbooks that were run, as their run files say, the latest run first. */
  readonly runs: readonly RanRunbook[];
  /** Which profile documents, folders and all of them pass. What is off or silenced is not asked for there. */
  readonly profiles: ProfileReport;
}

export interface EntryReference {
  /** `RUN-001` */
  readonly id: string;
  /** Empty when the entry has none. */
  readonly title: string;
  /** Path relative to its workspace folder, with `/`. */
  readonly file: string;
  readonly line: number;
}

export type GateName = 'alerts' | 'rollbacks' | 'risks' | 'owners' | 'tests' | 'escalation';

/** Something that must hold for all entries of a sort before runbooks are done. */
export interface Gate {
  readonly name: GateName;
  readonly title: string;
  readonly met: boolean;
  /** Entries that the gate is about. */
  readonly total: number;
  readonly missing: readonly (EntryReference & { readonly reason: string })[];
}

export type CriterionName =
  'actionable' | 'complete' | 'verifiable' | 'scoped' | 'escalatable' | 'tested' | 'maintained';

export interface Criterion {
  readonly name: CriterionName;
  readonly met: boolean;
  /** What is missing, in sentences; empty when the criterion is met. */
  readonly lacks: readonly string[];
}

export interface ScoredRunbook extends EntryReference {
  /** Whether it still holds the text of its template. */
  readonly stub: boolean;
  readonly category: string;
  readonly status: string;
  /** Empty when it has no owner. */
  readonly owner: string;
  readonly test: TestState;
  /** Criteria that are met, of seven. */
  readonly score: number;
  readonly criteria: readonly Criterion[];
}

export interface TestState {
  readonly state: 'fresh' | 'stale' | 'never';
  /** `YYYY-MM-DD` of the last test, or null. */
  readonly date: string | null;
  /** Days since then, or null. */
  readonly days: number | null;
}

export interface OwnerStaleness {
  /** Empty for runbooks without an owner. */
  readonly owner: string;
  readonly runbooks: number;
  readonly stale: number;
  readonly never: number;
  /** Days since the test that is longest ago, or null when none was ever tested. */
  readonly oldestDays: number | null;
}

export interface CoveredAlert extends EntryReference {
  /** Ids of runbooks that the alert names and that are defined nowhere. */
  readonly dangling: readonly string[];
  readonly levels: readonly {
    /** `Critical`, `Warning`, or as written; `Any` for an alert without a table of levels. */
    readonly severity: string;
    /** Ids of the runbooks that answer it. */
    readonly runbooks: readonly string[];
  }[];
}

/** A runbook that every service needs, whatever it does. */
export interface MustHave {
  readonly category: string;
  readonly name: string;
  /** Runbooks whose titles speak of it; documents of the workspace's own kinds have an empty id. */
  readonly runbooks: readonly EntryReference[];
}

/** A runbook with its runs. Its id is empty where it is a document as a whole. */
export interface RanRunbook extends EntryReference {
  /** How many run files tell of it. */
  readonly count: number;
  readonly last: RecordedRun;
  /** What changed in its steps since the last run that succeeded; null where nothing did, or no run succeeded. */
  readonly changed: ChangedSteps | null;
}

export interface RecordedRun {
  /** `2026-11-02T03:12:00Z` */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly outcome: 'succeeded' | 'failed' | 'rolled-back' | 'aborted';
  readonly drill: boolean;
  /** Where a run ended that did not succeed: `Step 3`; else empty. */
  readonly stopped: string;
}

/** Titles of steps. */
export interface ChangedSteps extends StepChanges {
  /** The day of the run that succeeded: `2026-08-14`. */
  readonly since: string;
}
