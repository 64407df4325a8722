/**
 * The messages about carrying a runbook out: what can be run, where a run is, what a person does in it, and what it leaves.
 * What a run looks like is in `run-view.ts`.
 *
 * The server holds a run. Every act is written into the journal of the run before it is answered, so that a client shows
 * what is kept already. Then the server changes the document by `workspace/applyEdit`. It never starts a command, and a
 * client that puts one into a terminal leaves it to the person to run it. Plain data; words are plain text in the language
 * of the client, unless a property says that it is Markdown. Times are ISO 8601 in UTC: `2026-11-30T03:12:07Z`.
 */
import type { DocumentKind, TextDocumentRef } from './messages';
import type { RunChanges, RunOutcome, RunPlace, RunSlot, RunView } from './run-view';

/** What a document holds that can be run: the document itself, or entries of it. */
export interface RunTarget {
  readonly textDocument: TextDocumentRef;
  /** Null for the document as a whole. */
  readonly entry: string | null;
  readonly kind: DocumentKind;
  readonly title: string;
  /** `5 steps`, `4 phases, 15 steps` */
  readonly description: string;
  /** Boxes of it that are ticked, as by an earlier run: {@link StartRunParams.clear} clears them. */
  readonly ticked: number;
  /** What is known of earlier runs, the last one; null where there is none. */
  readonly last: RunRecordSummary | null;
  readonly lastDrill: RunRecordSummary | null;
  /** `Last Tested` as written; empty where it is not said. */
  readonly lastTested: string;
  readonly changes: RunChanges | null;
}

/** A run file in short. */
export interface RunRecordSummary {
  readonly uri: string;
  readonly startedAt: string;
  readonly outcome: RunOutcome;
  readonly drill: boolean;
  readonly minutes: number;
  /** `last run 2026-11-02, 41 min, rolled back at step 3` */
  readonly message: string;
}

/** Request: what can be run; without a document in all of the workspace. Answers with a list of {@link RunTarget}. */
export const runTargetsRequest = { method: 'runbook/run.targets' } as const;
export interface RunTargetsParams {
  readonly textDocument?: TextDocumentRef;
}

/** Request: begins a run. Answers with a {@link RunView}; fails (`RequestFailed`, with words) where there is nothing to run. */
export const startRunRequest = { method: 'runbook/run.start' } as const;
export interface StartRunParams {
  readonly textDocument: TextDocumentRef;
  readonly entry?: string | null;
  readonly drill?: boolean;
  /** Who carries it out, as the record says it; empty or absent where it is not known. */
  readonly who?: string;
  /** Clears the boxes of the runbook that are ticked, those of earlier runs. They are cleared as acts of this run. */
  readonly clear?: boolean;
}

/** What a person does. Items are named by their ids in the {@link RunView}. */
export type RunAct =
  | { readonly act: 'tick' | 'untick'; readonly box: string }
  /** Prerequisites, gates of phases and rollbacks. With open boxes it is refused without a reason. */
  | { readonly act: 'pass-gate'; readonly gate: string; readonly reason?: string }
  /** With open dependencies it is refused without a reason. */
  | { readonly act: 'start-phase'; readonly phase: string; readonly reason?: string }
  /** Steps of phases and of rollbacks. */
  | { readonly act: 'complete-step'; readonly step: string; readonly note?: string }
  | { readonly act: 'fail-step'; readonly step: string; readonly note?: string }
  | { readonly act: 'skip-step'; readonly step: string; readonly reason: string }
  /** Opens a step that was completed, failed or skipped again, and goes there. */
  | { readonly act: 'reopen-step'; readonly step: string }
  /** `branch`: id of a branch, or `none-of-these` to go on. */
  | { readonly act: 'decide'; readonly decision: string; readonly branch: string; readonly note?: string }
  | { readonly act: 'start-rollback'; readonly rollback: string; readonly reason?: string }
  | { readonly act: 'complete-rollback'; readonly rollback: string; readonly note?: string }
  /** Shows another place, changes nothing else. */
  | { readonly act: 'go'; readonly to: RunPlace }
  /** `on`: id of a phase or step, null for the run. */
  | { readonly act: 'note'; readonly on: string | null; readonly text: string }
  | { readonly act: 'call'; readonly level: number; readonly note?: string }
  /** Fills slots for the run. Secrets are not taken: they are handed to {@link runCommandRequest} alone. */
  | { readonly act: 'fill'; readonly values: Readonly<Record<string, string>> }
  /** `line`: which of {@link RunCommandLines.lines} stands in the terminal now. */
  | { readonly act: 'sent'; readonly command: string; readonly line: number }
  | { readonly act: 'copied'; readonly command: string }
  | { readonly act: 'who'; readonly who: string }
  | { readonly act: 'pause' | 'resume' };

/** Request: an act. Answers with a {@link RunActResult}; refused (`elsewhere`) where another window holds the run. */
export const runActRequest = { method: 'runbook/run.act' } as const;
export interface RunActParams {
  readonly run: string;
  readonly act: RunAct;
}

/** Why an act did not happen. `open-boxes`, `open-dependency`: it does with a reason. */
export interface RunRefusal {
  readonly why:
    'open-boxes' | 'open-dependency' | 'no-reason' | 'not-now' | 'unknown' | 'ended' | 'elsewhere';
  /** One question or sentence for the person: `2 items are still open. Continue anyway?` */
  readonly message: string;
  /** The boxes or dependencies that are open. */
  readonly open: readonly string[];
}

export interface RunActResult {
  readonly view: RunView;
  /** Null where the act happened. */
  readonly refused: RunRefusal | null;
}

/** Request: where a run is, also one that another window holds. Answers with a {@link RunView}; fails where the run is unknown. */
export const runStateRequest = { method: 'runbook/run.state' } as const;
export interface RunParams {
  readonly run: string;
}

/** A run that has not ended. */
export interface OpenRun {
  readonly run: string;
  readonly textDocument: TextDocumentRef;
  readonly entry: string | null;
  readonly title: string;
  readonly startedAt: string;
  readonly lastActAt: string;
  readonly drill: boolean;
  readonly who: string;
  /** `here`: this server holds it; `elsewhere`: another window does; `left`: nobody does, it can be resumed. */
  readonly held: 'here' | 'elsewhere' | 'left';
  /** `Phase 2 of 4 · step 3 of 5` */
  readonly position: string;
}

/** Request: the runs of the documents of this workspace that have not ended. No parameters; a list of {@link OpenRun}. */
export const openRunsRequest = { method: 'runbook/run.list' } as const;

/**
 * Request: takes a run up again that nobody holds, with {@link RunParams}. What the journal has and the document has not
 * is written into the document once. Answers with a {@link RunView}; fails where another window holds the run.
 */
export const resumeRunRequest = { method: 'runbook/run.resume' } as const;

/** Request: ends a run and writes its record. Answers with a {@link RunEnd}. */
export const endRunRequest = { method: 'runbook/run.end' } as const;
export interface EndRunParams {
  readonly run: string;
  readonly outcome: RunOutcome;
  readonly note?: string;
}

export interface RunEnd {
  readonly view: RunView;
  /** The run file; null where it could not be written, which `view.notices` says then. */
  readonly record: string | null;
  /** For the incident channel. Markdown. */
  readonly summary: string;
  /** A draft of the timeline. Markdown. */
  readonly timeline: string;
}

/** Request: the same texts for a run that is in progress or has ended: summary so far. Takes {@link RunParams}, answers with a {@link RunEnd}. */
export const runTextsRequest = { method: 'runbook/run.texts' } as const;

/**
 * Request: the lines of a command, filled in and safe to be put into a terminal without a line break. Slots without a
 * value stay `missing`, and then there are no lines.
 */
export const runCommandRequest = { method: 'runbook/run.command' } as const;
export interface RunCommandParams {
  readonly run: string;
  readonly command: string;
  /** Values of secrets, and of slots that are not remembered. They are put in and forgotten. */
  readonly values?: Readonly<Record<string, string>>;
}

export interface RunCommandLines {
  readonly lines: readonly {
    /** One line without control characters: to be put into a terminal, not run. */
    readonly text: string;
    /** The same with secrets masked, to be shown. */
    readonly shown: string;
    /** The words by which it destroys something; null where none are known: the client asks once more. */
    readonly destructive: string | null;
  }[];
  readonly missing: readonly RunSlot[];
  /** Why there are no lines, one sentence; null where there are. */
  readonly refused: string | null;
}

/**
 * Request: where words of a run lead. Answers with a list of a `Place` (`overview.ts`) or null for each target; null for what
 * leads to no document of the workspace.
 */
export const runPlacesRequest = { method: 'runbook/run.places' } as const;
export interface RunPlacesParams {
  readonly textDocument: TextDocumentRef;
  /** Ids of entries, and destinations of links as the document has them. */
  readonly targets: readonly string[];
}

/**
 * Notification from the server: runs look otherwise than their last answer, since a document was edited, a box was ticked
 * by hand or a record was written; an empty list: {@link openRunsRequest} has another answer.
 */
export const runsChangedNotification = { method: 'runbook/run.changed' } as const;
export interface RunsChangedParams {
  readonly runs: readonly string[];
}
