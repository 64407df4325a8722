/**
 * What comes of an act: its effects and where the person is afterwards, or why it does not happen. Pure: a plan, the facts
 * so far and an act in, a decision out.
 */
import type { RunPlace } from '../../../protocol/src/run-view';
import type { PlanPhase } from '../document/run/plan';
import { words } from '../text/say';
import type { AnyAct, Effect } from './acts';
import { completeRollback, startRollback } from './decide-rollback';
import {
  begun,
  isBlank,
  phaseWith,
  refuse,
  rollbackWith,
  unknown,
  type ActOf,
  type Decision,
  type RunState,
} from './decision';
import type { RunFacts } from './facts';
import { gateById, stepById } from './items';
import { openBoxes, openDependencies, openSteps } from './open-items';
import { hasPlace, nextPlace, placeInRollback } from './places';

/** Decides about an act. What was decided is to be written down before it is shown. */
export function decide(state: RunState, act: AnyAct): Decision {
  const { facts } = state;
  if (facts.endedAt !== null && !['tick', 'untick', 'note', 'copied'].includes(act.act))
    return refuse('ended', words`This run has ended.`);
  switch (act.act) {
    case 'tick':
    case 'untick':
      return state.hasBox(act.box) ? { effects: [] } : unknown();
    case 'pass-gate':
      return passGate(state, act);
    case 'start-phase':
      return startPhase(state, act);
    case 'complete-step':
      return leaveStep(state, act, act.step, 'done');
    case 'skip-step':
      return act.reason.trim() === ''
        ? refuse('no-reason', words`Say why this step is skipped.`)
        : leaveStep(state, act, act.step, 'skipped');
    case 'fail-step':
      return failStep(state, act.step);
    case 'reopen-step':
      return reopenStep(state, act.step);
    case 'decide':
      return takeDecision(state, act);
    case 'start-rollback':
      return startRollback(state, act, act.rollback);
    case 'complete-rollback':
      return completeRollback(state, act);
    case 'go':
      return hasPlace(state.plan, act.to) ? { effects: [], place: act.to } : unknown();
    case 'end':
      return { effects: effectsOfEnd(state, act.outcome), place: { type: 'end' } };
    case 'note':
      return act.text.trim() === ''
        ? refuse('no-reason', words`An empty note says nothing.`)
        : { effects: [] };
    case 'call':
    case 'fill':
    case 'sent':
    case 'copied':
    case 'who':
    case 'pause':
    case 'resume':
      return { effects: [] };
  }
}

function passGate(state: RunState, act: ActOf<'pass-gate'>): Decision {
  const { plan, facts } = state;
  const gate = gateById(plan, act.gate);
  if (gate === undefined) return unknown();
  const phase = plan.phases.find((one) => one.gate?.id === act.gate);
  const open = [
    ...(phase === undefined ? [] : openSteps(phase, facts)),
    ...openBoxes(gate.boxes, state.isTicked),
  ];
  if (open.length > 0 && isBlank(act.reason)) {
    const message =
      open.length === 1
        ? words`One item is still open. Continue anyway?`
        : words`${open.length} items are still open. Continue anyway?`;
    return refuse('open-boxes', message, open);
  }
  const effects =
    phase === undefined ? [] : [...begun(facts, phase), { item: phase.id, status: 'done' as const }];
  const rollback = plan.rollbacks.find((one) => one.gate?.id === act.gate);
  const after = state.after(act, effects);
  const here: RunPlace = { type: 'gate', gate: act.gate, phase: phase?.id ?? null };
  if (rollback !== undefined) return { effects, place: placeInRollback(rollback, after) };
  return { effects, place: nextPlace(plan, after, here) };
}

function startPhase(state: RunState, act: ActOf<'start-phase'>): Decision {
  const { plan, facts } = state;
  const phase = plan.phases.find(({ id }) => id === act.phase);
  if (phase === undefined) return unknown();
  const open = openDependencies(phase, facts);
  if (open.length > 0 && isBlank(act.reason))
    return refuse('open-dependency', words`What this phase requires is not done. Start anyway?`, open);
  const effects: Effect[] = [{ item: phase.id, status: 'started' }];
  const place = nextPlace(plan, state.after(act, effects), { type: 'dependencies', phase: phase.id });
  return { effects, place };
}

function leaveStep(state: RunState, act: AnyAct, id: string, status: 'done' | 'skipped'): Decision {
  const { plan, facts } = state;
  if (stepById(plan, id) === undefined) return unknown();
  const rollback = rollbackWith(plan, id);
  if (rollback !== undefined) {
    const effects: Effect[] = [{ item: id, status }];
    return { effects, place: placeInRollback(rollback, state.after(act, effects)) };
  }
  const phase = phaseWith(plan, id);
  if (phase === undefined) return unknown();
  const blocked = blockedBy(state, phase);
  if (blocked !== null) return blocked;
  const effects: Effect[] = [...begun(facts, phase), { item: id, status }];
  const after = state.after(act, effects);
  const isOver =
    phase.gate === null && openSteps(phase, after).length === 0 && !waitsForDecision(phase, after);
  const all: Effect[] = isOver ? [...effects, { item: phase.id, status: 'done' }] : effects;
  const place = nextPlace(plan, state.after(act, all), { type: 'step', phase: phase.id, step: id });
  return { effects: all, place };
}

/** A phase whose dependencies are open is begun with a reason first. */
function blockedBy({ facts }: RunState, phase: PlanPhase): Decision | null {
  if ((facts.items.get(phase.id)?.status ?? 'open') !== 'open') return null;
  const open = openDependencies(phase, facts);
  if (open.length === 0) return null;
  return refuse('not-now', words`Begin the phase first: what it requires is not done.`, open);
}

function failStep(state: RunState, id: string): Decision {
  const { plan, facts } = state;
  if (stepById(plan, id) === undefined) return unknown();
  const rollback = rollbackWith(plan, id);
  if (rollback !== undefined)
    return {
      effects: [{ item: id, status: 'failed' }],
      place: { type: 'rollback', rollback: rollback.id, step: id },
    };
  const phase = phaseWith(plan, id);
  if (phase === undefined) return unknown();
  const effects: Effect[] = [...begun(facts, phase), { item: id, status: 'failed' }];
  return { effects, place: { type: 'step', phase: phase.id, step: id } };
}

function reopenStep({ plan, facts }: RunState, id: string): Decision {
  if (stepById(plan, id) === undefined) return unknown();
  const rollback = rollbackWith(plan, id);
  const own: Effect = { item: id, status: 'started' };
  if (rollback !== undefined)
    return { effects: [own], place: { type: 'rollback', rollback: rollback.id, step: id } };
  const phase = phaseWith(plan, id);
  if (phase === undefined) return unknown();
  const isClosed = !['open', 'started'].includes(facts.items.get(phase.id)?.status ?? 'open');
  const effects: Effect[] = [own];
  if (isClosed) effects.push({ item: phase.id, status: 'started' });
  if (phase.gate !== null && facts.gates.has(phase.gate.id))
    effects.push({ item: phase.gate.id, status: 'open' });
  return { effects, place: { type: 'step', phase: phase.id, step: id } };
}

function takeDecision(state: RunState, act: ActOf<'decide'>): Decision {
  const { plan, facts } = state;
  const phase = plan.phases.find(({ decision }) => decision?.id === act.decision);
  if (phase?.decision == null) return unknown();
  const branch = phase.decision.branches.find(({ id }) => id === act.branch);
  if (branch === undefined && act.branch !== 'none-of-these') return unknown();
  const blocked = blockedBy(state, phase);
  if (blocked !== null) return blocked;
  const here: RunPlace = { type: 'decision', phase: phase.id, decision: act.decision };
  const effects = begun(facts, phase);
  const goOn = (): Decision => {
    const after = state.after(act, effects);
    const isOver = phase.gate === null && openSteps(phase, after).length === 0;
    const all: Effect[] = isOver ? [...effects, { item: phase.id, status: 'done' }] : effects;
    return { effects: all, place: nextPlace(plan, state.after(act, all), here) };
  };
  switch (branch?.lead ?? 'go-on') {
    case 'go-on':
      return goOn();
    case 'rollback': {
      if (phase.rollback === null) return { effects, place: here };
      const begunBack = startRollback(state, act, phase.rollback);
      return begunBack.refused === undefined
        ? { ...begunBack, effects: [...effects, ...begunBack.effects] }
        : begunBack;
    }
    case 'phase': {
      const to = plan.phases.find(({ key, number }) => key === branch?.to || number === branch?.to);
      if (to === undefined) return goOn();
      return { effects: [...effects, ...opened(to, facts)], place: firstPlaceOf(to) };
    }
    case 'step': {
      const to = phase.steps.find(({ number }) => number === branch?.to);
      if (to === undefined) return goOn();
      return {
        effects: [...effects, { item: to.id, status: 'started' }],
        place: { type: 'step', phase: phase.id, step: to.id },
      };
    }
    case 'abort':
      return { effects, place: { type: 'end' } };
    case 'pause':
    case 'none':
      return { effects, place: here };
  }
}

/** A phase that is gone through again, with its steps and its gate. */
function opened(phase: PlanPhase, facts: RunFacts): Effect[] {
  const items = [...phase.steps.map(({ id }) => id), ...(phase.gate === null ? [] : [phase.gate.id])];
  const was = items.filter((id) => facts.items.has(id) || facts.gates.has(id));
  return [{ item: phase.id, status: 'started' }, ...was.map((item): Effect => ({ item, status: 'open' }))];
}

function firstPlaceOf({ id, steps, gate }: PlanPhase): RunPlace {
  const [step] = steps;
  if (step !== undefined) return { type: 'step', phase: id, step: step.id };
  return gate === null ? { type: 'end' } : { type: 'gate', gate: gate.id, phase: id };
}

/** Phases that are not over when a run ends without success have failed. */
function effectsOfEnd({ plan, facts }: RunState, outcome: ActOf<'end'>['outcome']): Effect[] {
  const under = plan.phases.filter(({ id }) => facts.items.get(id)?.status === 'started');
  if (outcome === 'succeeded') return [];
  const status = outcome === 'rolled-back' ? 'rolled-back' : 'failed';
  return under.map(({ id }): Effect => ({ item: id, status }));
}

function waitsForDecision({ decision }: PlanPhase, facts: RunFacts): boolean {
  return decision !== null && !facts.chosen.has(decision.id);
}
