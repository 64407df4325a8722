/** The way back: of a step, of a phase, of all that was begun. */
import type { RunPlace } from '../../../protocol/src/run-view';
import type { PlanPhase } from '../document/run/plan';
import type { AnyAct, Effect } from './acts';
import { phaseWith, unknown, type ActOf, type Decision, type RunState } from './decision';
import type { RunFacts } from './facts';
import { placeInRollback } from './places';

export function startRollback(state: RunState, act: AnyAct, id: string): Decision {
  const { plan } = state;
  const rollback = plan.rollbacks.find((one) => one.id === id);
  if (rollback === undefined) return unknown();
  const effects: Effect[] = [{ item: id, status: 'started' }];
  return { effects, place: placeInRollback(rollback, state.after(act, effects)) };
}

export function completeRollback(state: RunState, act: ActOf<'complete-rollback'>): Decision {
  const { plan, facts } = state;
  const rollback = plan.rollbacks.find(({ id }) => id === act.rollback);
  if (rollback === undefined) return unknown();
  const done: Effect = { item: rollback.id, status: 'done' };
  const { step, phase } = rollback;
  if (step !== null) {
    const within = phaseWith(plan, step);
    const place: RunPlace = within === undefined ? { type: 'end' } : { type: 'step', phase: within.id, step };
    return { effects: [done, { item: step, status: 'rolled-back' }], place };
  }
  const phases =
    phase === null ? plan.phases.filter((one) => isBegun(facts, one)).map(({ id }) => id) : [phase];
  return {
    effects: [done, ...phases.map((item): Effect => ({ item, status: 'rolled-back' }))],
    place: { type: 'end' },
  };
}

function isBegun(facts: RunFacts, { id }: PlanPhase): boolean {
  const own = facts.items.get(id);
  return own !== undefined && own.startedAt !== null && own.status !== 'rolled-back';
}
