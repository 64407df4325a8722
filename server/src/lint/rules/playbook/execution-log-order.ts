/** An execution log with an impossible order of events. */
import type { Phase } from '../../../model/runbook';
import { executionLog } from '../../../document/phases/execution-log';
import { runsOf, type Run } from '../../../document/phases/phase-runs';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface ImpossibleOrder extends Match {
  readonly problem: CompletedEarly | StartedEarly | OpenGate;
}

interface CompletedEarly {
  readonly kind: 'completed-early';
  /** Of the phase; null for a row of another kind. */
  readonly label: string | null;
  readonly started: string;
  readonly completed: string;
}

interface StartedEarly {
  readonly kind: 'started-early';
  readonly label: string;
  /** The phase that had to be completed first. */
  readonly required: string;
}

interface OpenGate {
  readonly kind: 'open-gate';
  readonly label: string;
  /** Of the criteria that are not checked. */
  readonly count: number;
}

const messages = new Messages({
  completedEarly:
    'Phase {label} was completed ({completed}) before it started ({started}). Correct the times so that the log can be trusted.',
  rowCompletedEarly:
    'This row was completed ({completed}) before it started ({started}). Correct the times so that the log can be trusted.',
  startedEarly:
    'Phase {label} started before Phase {required}, which it requires, was completed. Correct the times or the dependency.',
  openGate:
    'Phase {label} is logged as done, but one gate criterion is unchecked. Check it off if it was met, or explain in the notes why it was not.',
  openGates:
    'Phase {label} is logged as done, but {count} gate criteria are unchecked. Check off those that were met, or explain the others in the notes.',
});

export const executionLogOrder = defineRule<ImpossibleOrder>({
  meta: {
    name: 'execution-log-order',
    summary: 'An execution log with an impossible order of events',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
  },
  *find(context) {
    const log = executionLog(context.runbook);
    if (log === null) return;
    const runs = runsOf(context.runbook, log);
    const phases = playbookPhases(context.runbook);
    const byKey = new Map<string, Run[]>();
    for (const run of runs)
      if (run.phase !== undefined) byKey.set(run.phase.key, [...(byKey.get(run.phase.key) ?? []), run]);
    for (const run of runs) {
      const { phase, started, completed, done, undone, explained, startedSpan, completedSpan, statusSpan } =
        run;
      if (isBefore(completed, started)) {
        yield {
          span: completedSpan,
          problem: { kind: 'completed-early', label: phase?.label ?? null, started, completed },
        };
        continue;
      }
      if (phase === undefined) continue;
      const { label } = phase;
      // phases that require each other have no order
      const early = phase.dependsOn.find(
        ({ key }) =>
          key !== phase.key && !requires(phases, key, phase.key) && isTooEarly(run, byKey.get(key)),
      );
      if (early !== undefined)
        yield {
          span: started === '' ? completedSpan : startedSpan,
          problem: { kind: 'started-early', label, required: early.label },
        };
      const count = phase.criteria.filter(({ box }) => box?.checked === false).length;
      if ((done || (completed !== '' && !undone)) && count > 0 && !explained)
        yield {
          span: done ? statusSpan : completedSpan,
          problem: { kind: 'open-gate', label, count },
        };
    }
  },
  message({ problem }) {
    switch (problem.kind) {
      case 'completed-early': {
        const { label, started, completed } = problem;
        return label === null
          ? messages.of('rowCompletedEarly', { started, completed })
          : messages.of('completedEarly', { label, started, completed });
      }
      case 'started-early':
        return messages.of('startedEarly', { label: problem.label, required: problem.required });
      case 'open-gate': {
        const { label, count } = problem;
        return count === 1 ? messages.of('openGate', { label }) : messages.of('openGates', { label, count });
      }
    }
  },
});

/** Whether a phase directly depends on another. */
function requires(phases: readonly Phase[], key: string, other: string): boolean {
  return phases.some((phase) => phase.key === key && phase.dependsOn.some((one) => one.key === other));
}

/** Whether a run started before every run of the required phase had ended. */
function isTooEarly({ started, completed, done }: Run, required: readonly Run[] | undefined): boolean {
  if (required === undefined || (started === '' && completed === '' && !done)) return false;
  const ends = required.map((run) => run.completed).filter((time) => time !== '');
  if (ends.length === 0) return !required.some((run) => run.done || run.skipped);
  const begin = started === '' ? completed : started;
  return ends.every((end) => isBefore(begin, end));
}

/** Compares to the precision that both have: the same day is not earlier, and no time is earlier than none. */
function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}
