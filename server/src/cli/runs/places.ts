/** What a terminal shows of the place where a run is. Plain text. */
import type { RunBox, RunGate, RunStep, RunView } from '../../../../protocol/src/run-view';
import { boxLine, stepLines, wordsIn } from './print-run';

/** The step of a phase or a rollback at which a person is. */
export function stepAt({ at, phases, rollbacks }: RunView): RunStep | undefined {
  if (at.type !== 'step' && at.type !== 'rollback') return undefined;
  return [...phases, ...rollbacks].flatMap(({ steps }) => steps).find(({ id }) => id === at.step);
}

/** What can be ticked there. */
export function boxesAt(view: RunView): readonly RunBox[] {
  if (view.at.type === 'end') return view.post?.boxes ?? [];
  return gateAt(view)?.boxes ?? stepAt(view)?.verification ?? [];
}

function gateAt({ at, prerequisites, phases, rollbacks }: RunView): RunGate | undefined {
  if (at.type !== 'gate') return undefined;
  const gates = [prerequisites, ...[...phases, ...rollbacks].map(({ gate }) => gate)];
  return gates.find((gate): gate is RunGate => gate?.id === at.gate);
}

/** What is to be done there, and what is to be seen. */
export function linesAt(view: RunView): string[] {
  const { at, phases, rollbacks } = view;
  switch (at.type) {
    case 'gate':
      return [gateAt(view)?.title ?? '', ...boxesAt(view).map(boxLine)];
    case 'dependencies': {
      const phase = phases.find(({ id }) => id === at.phase);
      return (phase?.dependencies ?? []).map(
        ({ words, done }) => `${done === true ? '[x]' : '[ ]'} ${wordsIn(words)}`,
      );
    }
    case 'decision': {
      const decision = phases.find(({ id }) => id === at.phase)?.decision;
      return [decision?.title ?? '', wordsIn(decision?.escalation ?? [])].filter((line) => line !== '');
    }
    case 'step':
    case 'rollback': {
      const step = stepAt(view);
      if (step !== undefined) return stepLines(step);
      const title = rollbacks.find(({ id }) => at.type === 'rollback' && id === at.rollback)?.title ?? '';
      return [title, 'All steps of the rollback are done.'].filter((line) => line !== '');
    }
    case 'end':
      return ['Nothing is left to do but what comes afterwards.', ...boxesAt(view).map(boxLine)];
  }
}
