/** How far the phases of a playbook are, by their gates and by the execution log. */
import type { Phase, Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { encloses } from '../../text/span';
import { checkboxesIn } from '../sections/checkboxes';
import { executionLog } from './execution-log';
import { gateBoxes, tickedOf, type Ticked } from './phase-gate';
import { isRequired } from './phase-references';
import { runsOf, type Run } from './phase-runs';
import { playbookPhases } from './playbook-phases';

/** `blocked`: a phase that it requires is not done. */
export type ProgressState = 'open' | 'started' | 'done' | 'blocked';

export interface PhaseProgress {
  readonly state: ProgressState;
  /** The boxes of its gate; where the gate has none, those of its tasks; else all but those of its rollback. */
  readonly boxes: Ticked;
  /** The phases that it waits for. */
  readonly waitsFor: readonly Phase[];
}

/** The progress of each phase of a playbook. */
export const phaseProgress = rememberOf((runbook: Runbook): ReadonlyMap<Phase, PhaseProgress> => {
  const phases = playbookPhases(runbook);
  const log = executionLog(runbook);
  const runs = log === null ? [] : runsOf(runbook, log);
  const own = new Map(
    phases.map((phase) => {
      const boxes = boxesOf(runbook, phase);
      const last = runs.findLast((run) => run.phase === phase);
      return [phase, { boxes, state: stateOf(boxes, last) }];
    }),
  );
  return new Map(
    phases.map((phase): [Phase, PhaseProgress] => {
      const { boxes, state } = own.get(phase) ?? { boxes: { done: 0, total: 0 }, state: 'open' };
      const keys = phase.dependsOn.filter((one) => isRequired(runbook, one)).map(({ key }) => key);
      const waitsFor = phases.filter(
        (other) => other !== phase && keys.includes(other.key) && own.get(other)?.state !== 'done',
      );
      return [phase, { boxes, waitsFor, state: state === 'open' && waitsFor.length > 0 ? 'blocked' : state }];
    }),
  );
});

function boxesOf(runbook: Runbook, phase: Phase): Ticked {
  const { span, tasks, rollback } = phase;
  const gate = gateBoxes(runbook, phase);
  if (gate.length > 0) return tickedOf(gate);
  const ofTasks = tasks === null ? [] : checkboxesIn(runbook, tasks.span);
  if (ofTasks.length > 0) return tickedOf(ofTasks);
  // nobody ticks a rollback on the way
  const all = checkboxesIn(runbook, span);
  return tickedOf(rollback === null ? all : all.filter((box) => !encloses(rollback.span, box.span)));
}

/** Boxes say how far a phase is, and where there are none the log does. */
function stateOf({ done, total }: Ticked, run: Run | undefined): 'open' | 'started' | 'done' {
  if (run?.undone === true) return 'open';
  if (run?.skipped === true) return 'done';
  if (total > 0 ? done === total : run?.done === true) return 'done';
  return done > 0 || (run !== undefined && run.started + run.completed !== '') ? 'started' : 'open';
}
