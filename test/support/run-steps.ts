/** What a person does in a run who does everything that is asked for. */
import type { RunAct } from '../../protocol/src/run';
import type { RunView } from '../../protocol/src/run-view';

/** The next act of a person who does everything that the view asks for. */
export function nextAct(view: RunView): RunAct | null {
  const { at } = view;
  const gates = [
    view.prerequisites,
    ...view.phases.map(({ gate }) => gate),
    ...view.rollbacks.map(({ gate }) => gate),
  ];
  switch (at.type) {
    case 'gate': {
      const box = gates.find((gate) => gate?.id === at.gate)?.boxes.find(({ ticked }) => !ticked);
      return box === undefined ? { act: 'pass-gate', gate: at.gate } : { act: 'tick', box: box.id };
    }
    case 'dependencies':
      return { act: 'start-phase', phase: at.phase };
    case 'step': {
      const step = view.phases.flatMap(({ steps }) => steps).find(({ id }) => id === at.step);
      const box = step?.verification.find(({ ticked }) => !ticked);
      return box === undefined ? { act: 'complete-step', step: at.step } : { act: 'tick', box: box.id };
    }
    case 'decision':
      return { act: 'decide', decision: at.decision, branch: 'none-of-these' };
    case 'rollback':
      return at.step === null
        ? { act: 'complete-rollback', rollback: at.rollback }
        : { act: 'complete-step', step: at.step };
    case 'end':
      return null;
  }
}
