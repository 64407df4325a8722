/**
 * A run as a whole, as a panel shows it: where a person is, what to do there, what happened so far. See `run.ts` for the
 * messages that it comes with. Plain data; words are plain text in the language of the client. Times are ISO 8601 in UTC:
 * `2026-11-30T03:12:07Z`.
 */
import type { DocumentKind, TextDocumentRef } from './messages';

/** Words as an editor shows them, cut where their form changes. */
export interface RunWords {
  readonly text: string;
  readonly form: 'plain' | 'strong' | 'code' | 'link';
  /** Of a link: its destination as written. A client opens addresses and documents of the workspace, nothing else. */
  readonly target?: string;
}

/** What a step says, block by block in the order of the document. */
export type RunBlock =
  | {
      readonly type: 'text';
      readonly words: readonly RunWords[];
      readonly level: number;
      readonly marker: string;
    }
  /** Code that is none to run: what a command prints, a file. */
  | { readonly type: 'code'; readonly text: string; readonly language: string }
  /** A command to run: {@link RunCommand.id} of one of the step's commands. */
  | { readonly type: 'command'; readonly command: string };

/** What is to be filled in before a command can be used: `<pod>`, `${REGION}`, `[version]`. */
export interface RunSlot {
  /** `pod`, `REGION`: equal names in a run are one slot. */
  readonly name: string;
  /** As it stands in the command: `<pod>`. */
  readonly written: string;
  /** By its name a secret: to be asked for without showing it, remembered and stored nowhere. */
  readonly secret: boolean;
  /** What was filled in before in this run; null when nothing was, and for secrets. */
  readonly value: string | null;
}

export interface RunCommand {
  /** Unique in the run. */
  readonly id: string;
  /** As it stands in the document, without prompts; what is copied. May have several lines. */
  readonly text: string;
  /** The first word of the fence's info string; empty for others. */
  readonly language: string;
  readonly slots: readonly RunSlot[];
  /** Lines that are put into a terminal one at a time; comments and blank lines are none. */
  readonly lines: number;
  /** The words by which it destroys something, `rm -rf /srv`; null where none are known. */
  readonly destructive: string | null;
  /** Why it cannot be put into a terminal, one sentence; null where it can. */
  readonly unsendable: string | null;
  /** How many of its lines were put into a terminal in this run. */
  readonly sent: number;
}

/** Something to tick, or to look at where the document has no box for it. */
export interface RunBox {
  /** Unique in the run. */
  readonly id: string;
  readonly words: readonly RunWords[];
  readonly ticked: boolean;
  /** Whether the document holds a checkbox for it, so that ticking changes the document. Else the record alone keeps it. */
  readonly inDocument: boolean;
  /** {@link RunCommand.id} of commands in its words, which are among those of its step. */
  readonly commands: readonly string[];
  /** Whether it is no longer found in the document. */
  readonly lost: boolean;
}

export type RunItemStatus = 'open' | 'started' | 'done' | 'failed' | 'skipped' | 'rolled-back';

export interface RunStep {
  readonly id: string;
  /** As written: `3`, `2a`; empty for a step without number. */
  readonly number: string;
  readonly title: string;
  readonly status: RunItemStatus;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly blocks: readonly RunBlock[];
  readonly commands: readonly RunCommand[];
  /** How it is seen that the step worked. */
  readonly verification: readonly RunBox[];
  /** {@link RunRollback.id} of the way back of this step alone; null where it has none. */
  readonly rollback: string | null;
  readonly notes: readonly RunNote[];
  /** Whether it is no longer found in the document; then `blocks` is empty and its title is that of before. */
  readonly lost: boolean;
  /** Whether its words or commands changed since the last successful run, or it is new since. */
  readonly changed: boolean;
  /** Line of the document that it stands on, from 0; null for a lost one. */
  readonly line: number | null;
}

export interface RunNote {
  readonly at: string;
  readonly who: string;
  readonly text: string;
}

/** What has to be true or done before a phase begins. */
export interface RunDependency {
  readonly words: readonly RunWords[];
  /** Whether it names phases, and these are done; null where only a person can tell. */
  readonly done: boolean | null;
}

/** Where a branch of a decision leads. `none`: its words do not say; the person goes where they say. */
export type RunLead = 'go-on' | 'rollback' | 'phase' | 'step' | 'pause' | 'abort' | 'none';

export interface RunBranch {
  readonly id: string;
  /** `If row counts differ after the switch` */
  readonly condition: readonly RunWords[];
  /** `close the checkout, roll this phase back`; empty where the branch is one line of words. */
  readonly then: readonly RunWords[];
  readonly lead: RunLead;
}

export interface RunDecision {
  readonly id: string;
  readonly title: string;
  /** What is said besides the branches. */
  readonly blocks: readonly RunBlock[];
  readonly branches: readonly RunBranch[];
  /** Who decides where nobody can; empty where nothing is said. */
  readonly escalation: readonly RunWords[];
  /** The branch that was chosen, `none-of-these` for going on, or null. */
  readonly chosen: string | null;
}

export interface RunGate {
  readonly id: string;
  /** `Gate Criteria`, `Prerequisites` as the document has it. */
  readonly title: string;
  readonly boxes: readonly RunBox[];
  readonly passedAt: string | null;
  /** Why it was passed with open boxes; empty where none were. */
  readonly reason: string;
}

export interface RunRollback {
  readonly id: string;
  readonly title: string;
  /** Of which phase or step; both null for that of the whole runbook. */
  readonly phase: string | null;
  readonly step: string | null;
  readonly steps: readonly RunStep[];
  /** What says when to use it. */
  readonly blocks: readonly RunBlock[];
  readonly gate: RunGate | null;
  readonly status: RunItemStatus;
}

export interface RunPhase {
  readonly id: string;
  /** `2`; empty for a section of steps, and for the one part of a runbook without phases. */
  readonly number: string;
  /** Empty for the one part of a runbook without phases. */
  readonly title: string;
  readonly objective: readonly RunWords[];
  /** As written: `4h`; empty where it is not said. */
  readonly duration: string;
  readonly dependencies: readonly RunDependency[];
  readonly steps: readonly RunStep[];
  readonly decision: RunDecision | null;
  readonly gate: RunGate | null;
  /** {@link RunRollback.id}: the phase's own way back, or the one that leads back from it; null where there is none. */
  readonly rollback: string | null;
  readonly status: RunItemStatus;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly notes: readonly RunNote[];
  readonly lost: boolean;
}

/** One level of those that are called, in order. */
export interface RunEscalation {
  /** `Level 2: Engineering Lead`, `Technical Lead` */
  readonly title: string;
  readonly words: readonly RunWords[];
  /** Minutes after the start of the run (or the failure of a step) from which on this level is due; null where no time is said. */
  readonly afterMinutes: number | null;
}

/**
 * Where a person is in a run. `dependencies`: what has to be true before the phase begins, to be confirmed by `start-phase`;
 * `end`: nothing is left to do but what comes after.
 */
export type RunPlace =
  | { readonly type: 'gate'; readonly gate: string; readonly phase: string | null }
  | { readonly type: 'dependencies'; readonly phase: string }
  | { readonly type: 'step'; readonly phase: string; readonly step: string }
  | { readonly type: 'decision'; readonly phase: string; readonly decision: string }
  | { readonly type: 'rollback'; readonly rollback: string; readonly step: string | null }
  | { readonly type: 'end' };

export type RunOutcome = 'succeeded' | 'failed' | 'rolled-back' | 'aborted';

/** What changed in the steps since they were last run with success. */
export interface RunChanges {
  /** `2026-08-14` */
  readonly since: string;
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** `3 steps changed since the test of 2026-08-14` */
  readonly message: string;
}

/** One line of what happened, in words. */
export interface RunEvent {
  readonly at: string;
  readonly who: string;
  readonly text: string;
}

/** A run as a whole, as a panel shows it. */
export interface RunView {
  /** Names the run in all requests. */
  readonly run: string;
  /** Number of the last act; grows with each. */
  readonly revision: number;
  readonly textDocument: TextDocumentRef;
  readonly kind: DocumentKind;
  /** `RUN-020`; null for a document as a whole. */
  readonly entry: string | null;
  readonly title: string;
  /** What it is for: goal, trigger or scope. */
  readonly purpose: readonly RunWords[];
  readonly drill: boolean;
  readonly who: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly status: 'running' | 'paused' | 'ended';
  readonly outcome: RunOutcome | null;
  readonly at: RunPlace;
  /** `Phase 2 of 4 · step 3 of 5`: where `at` is. */
  readonly position: string;
  /** When the current place was reached. */
  readonly since: string;
  /** What comes when this place is done: `Gate Criteria of Phase 2`; empty at the end. */
  readonly next: string;
  /** Boxes that are to be true before anything begins; null where the document has none. */
  readonly prerequisites: RunGate | null;
  readonly phases: readonly RunPhase[];
  readonly rollbacks: readonly RunRollback[];
  /** {@link RunRollback.id} of the whole runbook's way back; null where it has none. */
  readonly rollback: string | null;
  readonly escalation: {
    /** When to call: as blocks of its own words. */
    readonly when: readonly RunBlock[];
    readonly levels: readonly RunEscalation[];
  };
  /** What remains to do afterwards: Post-Incident, Post-Release Tasks. */
  readonly post: RunGate | null;
  readonly events: readonly RunEvent[];
  /** What a person must know about the run itself: a step that is no longer found, a document that cannot be written. */
  readonly notices: readonly string[];
  readonly changes: RunChanges | null;
  /** Whether commands may be put into a terminal, as far as the configuration of the workspace says (`run.terminal`). */
  readonly terminal: boolean;
}
