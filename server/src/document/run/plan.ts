/**
 * The plan of a run: what a person does with a runbook from start to end, in order. Inert data about one document as it
 * stands; what was done of it, and when, is nothing that a plan knows.
 *
 * Ids are unique in a plan and go by place: `p2.s3.v1` is the first thing to look at in step 3 of phase 2. All spans are
 * UTF-16 offsets into the document.
 */
import type { CheckBox } from '../../model/markdown';
import type { Span } from '../../text/span';

/** Words cut where their form changes. */
export interface PlanWords {
  readonly text: string;
  readonly form: 'plain' | 'strong' | 'code' | 'link';
  /** Of a link: its destination as written. */
  readonly target?: string;
}

export type PlanBlock =
  | {
      readonly type: 'text';
      readonly words: readonly PlanWords[];
      readonly level: number;
      readonly marker: string;
    }
  | { readonly type: 'code'; readonly text: string; readonly language: string }
  | { readonly type: 'command'; readonly command: string };

export interface PlanCommand {
  readonly id: string;
  /** Without prompts. */
  readonly text: string;
  /** The first word of the fence's info string; empty for others. */
  readonly language: string;
}

/** Something to tick, or to look at where there is no checkbox. */
export interface PlanBox {
  readonly id: string;
  readonly words: readonly PlanWords[];
  /** Null where the document has none. */
  readonly box: CheckBox | null;
  /** Ids of the commands in its words. */
  readonly commands: readonly string[];
}

export interface PlanStep {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly span: Span;
  /** Of its words and commands; ticks, white space and its number do not count. */
  readonly digest: string;
  readonly blocks: readonly PlanBlock[];
  readonly commands: readonly PlanCommand[];
  readonly verification: readonly PlanBox[];
  /** The checkbox of the step itself, where it is an item with one. */
  readonly box: CheckBox | null;
  /** Id of the way back of this step alone. */
  readonly rollback: string | null;
}

export interface PlanGate {
  readonly id: string;
  readonly title: string;
  readonly boxes: readonly PlanBox[];
}

export type BranchLead = 'go-on' | 'rollback' | 'phase' | 'step' | 'pause' | 'abort' | 'none';

export interface PlanBranch {
  readonly id: string;
  readonly condition: readonly PlanWords[];
  readonly then: readonly PlanWords[];
  readonly lead: BranchLead;
  /** The number of the phase or step that it leads to; empty for others. */
  readonly to: string;
  /** An answer that the document implies without naming it. */
  readonly implied: 'go' | 'no-go' | null;
}

export interface PlanDecision {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly PlanBlock[];
  readonly branches: readonly PlanBranch[];
  readonly escalation: readonly PlanWords[];
  /** Whether it stands before the steps of its phase. */
  readonly first: boolean;
}

export interface PlanDependency {
  readonly words: readonly PlanWords[];
  /** Ids of the phases that it names; empty where only a person can tell. */
  readonly phases: readonly string[];
}

export interface PlanPhase {
  readonly id: string;
  /** `2`; empty for a section of steps. */
  readonly number: string;
  /** What other parts of the document call it by. */
  readonly key: string;
  readonly title: string;
  readonly objective: readonly PlanWords[];
  readonly duration: string;
  readonly dependencies: readonly PlanDependency[];
  readonly steps: readonly PlanStep[];
  readonly decision: PlanDecision | null;
  readonly gate: PlanGate | null;
  readonly rollback: string | null;
  /** Whether the document says that it is done already: its log, or where there is none its gate. */
  readonly done: boolean;
}

export interface PlanRollback {
  readonly id: string;
  readonly title: string;
  /** Id of the phase or step that it takes back; both null for all of the runbook. */
  readonly phase: string | null;
  readonly step: string | null;
  readonly blocks: readonly PlanBlock[];
  readonly steps: readonly PlanStep[];
  readonly gate: PlanGate | null;
  /** For each step the phases from which it leads back, by id; empty where it holds for all. */
  readonly from: readonly (readonly string[])[];
}

export interface PlanEscalation {
  readonly title: string;
  readonly words: readonly PlanWords[];
  readonly afterMinutes: number | null;
}

export interface RunPlan {
  /** `RUN-020`; null for a document as a whole. */
  readonly entry: string | null;
  readonly title: string;
  readonly purpose: readonly PlanWords[];
  readonly prerequisites: PlanGate | null;
  readonly phases: readonly PlanPhase[];
  readonly rollbacks: readonly PlanRollback[];
  /** Id of the way back of all of the runbook. */
  readonly rollback: string | null;
  readonly when: readonly PlanBlock[];
  readonly escalation: readonly PlanEscalation[];
  readonly post: PlanGate | null;
}

/** Every step of a plan in order, those of ways back behind the others. */
export function allSteps({ phases, rollbacks }: Pick<RunPlan, 'phases' | 'rollbacks'>): PlanStep[] {
  return [...phases.flatMap(({ steps }) => steps), ...rollbacks.flatMap(({ steps }) => steps)];
}

/** Every gate of a plan: of prerequisites, phases, ways back, and of what comes afterwards. */
export function allGates({ prerequisites, phases, rollbacks, post }: RunPlan): PlanGate[] {
  return [
    prerequisites,
    ...phases.map(({ gate }) => gate),
    ...rollbacks.map(({ gate }) => gate),
    post,
  ].filter((gate) => gate !== null);
}

/** Every box of a plan. */
export function allBoxes(plan: RunPlan): PlanBox[] {
  return [
    ...allGates(plan).flatMap(({ boxes }) => boxes),
    ...allSteps(plan).flatMap(({ verification }) => verification),
  ];
}

/** The words of a stretch as one text. */
export function textOfWords(words: readonly PlanWords[]): string {
  return words.map(({ text }) => text).join('');
}
