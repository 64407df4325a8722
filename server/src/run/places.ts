/** The places of a run in their order, which of them are done, and what comes next. */
import type { RunPlace } from '../../../protocol/src/run-view';
import type { PlanPhase, PlanRollback, RunPlan } from '../document/run/plan';
import type { RunFacts } from './facts';

/** The places that a person comes by from start to end. */
function placesOf(plan: RunPlan): RunPlace[] {
  const places: RunPlace[] = [];
  if (plan.prerequisites !== null) places.push({ type: 'gate', gate: plan.prerequisites.id, phase: null });
  for (const phase of plan.phases) places.push(...placesOfPhase(phase));
  return places;
}

/** Those of one phase. */
function placesOfPhase({ id, dependencies, steps, decision, gate }: PlanPhase): RunPlace[] {
  const places: RunPlace[] = [];
  const asked: RunPlace[] = decision === null ? [] : [{ type: 'decision', phase: id, decision: decision.id }];
  if (dependencies.length > 0) places.push({ type: 'dependencies', phase: id });
  if (decision?.first === true) places.push(...asked);
  for (const step of steps) places.push({ type: 'step', phase: id, step: step.id });
  if (decision?.first === false) places.push(...asked);
  if (gate !== null) places.push({ type: 'gate', gate: gate.id, phase: id });
  return places;
}

/** Whether there is nothing left to do at a place. */
function isPlaceDone(facts: RunFacts, place: RunPlace): boolean {
  const statusOf = (id: string): string => facts.items.get(id)?.status ?? 'open';
  if ('phase' in place && place.phase !== null && ['done', 'skipped'].includes(statusOf(place.phase)))
    return true;
  switch (place.type) {
    case 'gate':
      return facts.gates.has(place.gate);
    case 'dependencies':
      return statusOf(place.phase) !== 'open';
    case 'step':
      return ['done', 'skipped'].includes(statusOf(place.step));
    case 'decision':
      return facts.chosen.has(place.decision);
    case 'rollback':
      return statusOf(place.rollback) === 'done';
    case 'end':
      return false;
  }
}

/** The next place behind `place` at which something is left to do; the first one of all where none is behind it. */
export function nextPlace(plan: RunPlan, facts: RunFacts, place: RunPlace | null): RunPlace {
  const places = placesOf(plan);
  const at = place === null ? -1 : places.findIndex((one) => samePlace(one, place));
  const isOpen = (one: RunPlace): boolean =>
    !isPlaceDone(facts, one) && !(place !== null && samePlace(one, place));
  return (
    places.slice(at + 1).find(isOpen) ?? places.slice(0, Math.max(at, 0)).find(isOpen) ?? { type: 'end' }
  );
}

/** The steps of a way back that a person has to go, from where the run is: those of phases that were begun. */
export function stepsToGoBack(rollback: PlanRollback, facts: RunFacts): PlanRollback['steps'] {
  return rollback.steps.filter((_, index) => {
    const from = rollback.from[index] ?? [];
    return from.length === 0 || from.some((phase) => (facts.items.get(phase)?.status ?? 'open') !== 'open');
  });
}

/** The first step of a way back that is open; then its gate, then its end. */
export function placeInRollback(rollback: PlanRollback, facts: RunFacts): RunPlace {
  const open = stepsToGoBack(rollback, facts).find(
    ({ id }) => !['done', 'skipped'].includes(facts.items.get(id)?.status ?? 'open'),
  );
  if (open !== undefined) return { type: 'rollback', rollback: rollback.id, step: open.id };
  if (rollback.gate !== null && !facts.gates.has(rollback.gate.id))
    return { type: 'gate', gate: rollback.gate.id, phase: null };
  return { type: 'rollback', rollback: rollback.id, step: null };
}

/** Whether a plan has a place. */
export function hasPlace(plan: RunPlan, place: RunPlace): boolean {
  if (place.type === 'end') return true;
  if (place.type === 'rollback') {
    const rollback = plan.rollbacks.find(({ id }) => id === place.rollback);
    return (
      rollback !== undefined && (place.step === null || rollback.steps.some(({ id }) => id === place.step))
    );
  }
  if (place.type === 'gate' && place.phase === null)
    return [plan.prerequisites, plan.post, ...plan.rollbacks.map(({ gate }) => gate)].some(
      (gate) => gate?.id === place.gate,
    );
  return placesOf(plan).some((one) => samePlace(one, place));
}

function samePlace(a: RunPlace, b: RunPlace): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(place: RunPlace): string {
  switch (place.type) {
    case 'gate':
      return `gate ${place.gate}`;
    case 'dependencies':
      return `dependencies ${place.phase}`;
    case 'step':
      return `step ${place.step}`;
    case 'decision':
      return `decision ${place.decision}`;
    case 'rollback':
      return `rollback ${place.rollback} ${place.step ?? ''}`;
    case 'end':
      return 'end';
  }
}
