/** What the workspace report says, as plain data. Lines count from 1; days and dates are those of the report's day. */

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
  /** Runbooks whose titles speak of it. */
  readonly runbooks: readonly EntryReference[];
}
