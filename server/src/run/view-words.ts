/** The words of a run's view, in the language of who reads it: where a person is, and what comes next. */
import type { RunPlace } from '../../../protocol/src/run-view';
import type { RunPlan } from '../document/run/plan';
import type { Say } from '../text/say';

/** `Phase 2 of 4 · step 3 of 5` */
export function positionOf(plan: RunPlan, place: RunPlace, say: Say): string {
  const { phases } = plan;
  const phaseId = 'phase' in place ? place.phase : null;
  const index = phases.findIndex(({ id }) => id === phaseId);
  const phase = phases[index];
  const lead = phase === undefined || phases.length === 1 ? '' : say`Phase ${index + 1} of ${phases.length}`;
  const parts = [lead, partOf(plan, place, say)].filter((part) => part !== '');
  return parts.join(' · ');
}

function partOf(plan: RunPlan, place: RunPlace, say: Say): string {
  switch (place.type) {
    case 'step': {
      const steps = plan.phases.find(({ id }) => id === place.phase)?.steps ?? [];
      return say`step ${steps.findIndex(({ id }) => id === place.step) + 1} of ${steps.length}`;
    }
    case 'rollback': {
      const rollback = plan.rollbacks.find(({ id }) => id === place.rollback);
      const at = rollback?.steps.findIndex(({ id }) => id === place.step) ?? -1;
      if (rollback === undefined || at < 0) return say`rollback`;
      return say`rollback, step ${at + 1} of ${rollback.steps.length}`;
    }
    case 'gate':
    case 'dependencies':
    case 'decision':
    case 'end':
      return placeName(plan, place, say);
  }
}

/** What a place is called: the words of the document where it has some. */
export function placeName(plan: RunPlan, place: RunPlace, say: Say): string {
  switch (place.type) {
    case 'step': {
      const step = plan.phases.flatMap(({ steps }) => steps).find(({ id }) => id === place.step);
      if (step === undefined) return '';
      return step.number === '' ? step.title : say`Step ${step.number}: ${step.title}`;
    }
    case 'gate': {
      const gates = [
        plan.prerequisites,
        plan.post,
        ...[...plan.phases, ...plan.rollbacks].map(({ gate }) => gate),
      ];
      return gates.find((gate) => gate?.id === place.gate)?.title ?? '';
    }
    case 'dependencies': {
      const phase = plan.phases.find(({ id }) => id === place.phase);
      if (phase === undefined) return '';
      return phase.number === '' ? phase.title : say`Phase ${phase.number}: ${phase.title}`;
    }
    case 'decision':
      return plan.phases.find(({ decision }) => decision?.id === place.decision)?.decision?.title ?? '';
    case 'rollback':
      return plan.rollbacks.find(({ id }) => id === place.rollback)?.title ?? '';
    case 'end':
      return say`End of the run`;
  }
}
