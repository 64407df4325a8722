/** What a decision about an act looks at and says, and what several of them ask. */
import type { RunRefusal } from '../../../protocol/src/run';
import type { RunPlace } from '../../../protocol/src/run-view';
import type { PlanPhase, PlanRollback, RunPlan } from '../document/run/plan';
import { words, type Words } from '../text/say';
import type { AnyAct, Effect } from './acts';
import type { RunFacts } from './facts';

/** What a decision looks at. */
export interface RunState {
  readonly plan: RunPlan;
  readonly facts: RunFacts;
  /** Whether a box is ticked: as the document says, or the record where that has no box. */
  readonly isTicked: (box: string) => boolean;
  /** Whether an id names a box, of the plan or one that is lost. */
  readonly hasBox: (box: string) => boolean;
  /** The facts as they are after more effects, to see what is next then. */
  readonly after: (act: AnyAct, effects: readonly Effect[]) => RunFacts;
}

export type Decision =
  | { readonly effects: readonly Effect[]; readonly place?: RunPlace; readonly refused?: undefined }
  | { readonly refused: Omit<RunRefusal, 'message'> & { readonly message: Words } };

/** An act of one sort. */
export type ActOf<T extends AnyAct['act']> = Extract<AnyAct, { readonly act: T }>;

/** What begins a phase that was not begun; nothing for others. */
export function begun(facts: RunFacts, phase: PlanPhase): Effect[] {
  const status = facts.items.get(phase.id)?.status ?? 'open';
  return status === 'open' || status === 'rolled-back' ? [{ item: phase.id, status: 'started' }] : [];
}

export function phaseWith(plan: RunPlan, step: string): PlanPhase | undefined {
  return plan.phases.find(({ steps }) => steps.some(({ id }) => id === step));
}

export function rollbackWith(plan: RunPlan, step: string): PlanRollback | undefined {
  return plan.rollbacks.find(({ steps }) => steps.some(({ id }) => id === step));
}

export function isBlank(reason: string | undefined): boolean {
  return reason === undefined || reason.trim() === '';
}

export function refuse(why: RunRefusal['why'], message: Words, open: readonly string[] = []): Decision {
  return { refused: { why, message, open } };
}

export function unknown(): Decision {
  return refuse('unknown', words`This is no longer in the runbook.`);
}
