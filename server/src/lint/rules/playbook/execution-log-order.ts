/** An execution log that tells an impossible order of events. */
import type { Phase } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { executionLog, type ExecutionLog, type LogRow } from '../../../document/phases/execution-log';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { defineRule, type Match, type RuleContext } from '../../rule';
import { cellSpan, cellWords, columnOf } from '../../../document/sections/table-cells';

interface ImpossibleOrder extends Match {
  readonly message: string;
}

interface Run {
  readonly phase: Phase | undefined;
  readonly started: string;
  readonly completed: string;
  readonly done: boolean;
  readonly skipped: boolean;
  /** Whether it ended without having been completed: failed, or rolled back. */
  readonly undone: boolean;
  /** Whether the row says in words why something is as it is. */
  readonly explained: boolean;
  readonly startedSpan: Span;
  readonly completedSpan: Span;
  readonly statusSpan: Span;
}

export const executionLogOrder = defineRule<ImpossibleOrder>({
  meta: {
    name: 'execution-log-order',
    summary: 'An execution log that tells an impossible order of events',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
  },
  *find(context) {
    const log = executionLog(context.runbook);
    if (log === null) return;
    const runs = runsOf(log, context);
    const phases = playbookPhases(context.runbook);
    const byKey = new Map<string, Run[]>();
    for (const run of runs)
      if (run.phase !== undefined) byKey.set(run.phase.key, [...(byKey.get(run.phase.key) ?? []), run]);
    for (const run of runs) {
      const { phase, started, completed, done, undone, explained, startedSpan, completedSpan, statusSpan } =
        run;
      const name = phase === undefined ? 'This row' : `Phase ${phase.label}`;
      if (isBefore(completed, started)) {
        yield {
          span: completedSpan,
          message: `${name} was completed (${completed}) before it was started (${started}). Correct one of the two, or nobody can rely on the log.`,
        };
        continue;
      }
      if (phase === undefined) continue;
      // two phases that require each other can keep neither
      const early = phase.dependsOn.find(
        ({ key }) =>
          key !== phase.key && !requires(phases, key, phase.key) && isTooEarly(run, byKey.get(key)),
      );
      if (early !== undefined)
        yield {
          span: started === '' ? completedSpan : startedSpan,
          message: `${name} was started before Phase ${early.label} was completed, which it requires. Correct the log, or say in the notes why it was safe.`,
        };
      const open = phase.criteria.filter(({ box }) => box?.checked === false).length;
      if ((done || (completed !== '' && !undone)) && open > 0 && !explained)
        yield {
          span: done ? statusSpan : completedSpan,
          message: `${name} is recorded as done, but ${open} of its gate criteria ${open === 1 ? 'is' : 'are'} not ticked. Tick what was confirmed, or take the record back.`,
        };
    }
  },
  message({ message }) {
    return { message };
  },
});

function runsOf({ table, rows }: ExecutionLog, { runbook }: RuleContext): Run[] {
  const column = {
    started: columnOf(table, /^(?:started|start|begun|from|begin)\b/),
    completed: columnOf(table, /^(?:completed|finished|ended|end|done|to|complete)\b/),
    status: columnOf(table, /^(?:status|result|state|outcome)\b/),
  };
  const phases = playbookPhases(runbook);
  const phaseOf = ({ key }: LogRow): Phase | undefined =>
    key === ''
      ? undefined
      : phases.find((phase) => phase.key === key || phase.label.toUpperCase() === key.toUpperCase());
  return rows.map((logRow): Run => {
    const { row } = logRow;
    const words = (index: number): string => cellWords(runbook, row.cells[index]);
    return {
      phase: phaseOf(logRow),
      started: timeOf(words(column.started)),
      completed: timeOf(words(column.completed)),
      done: /^\W*(?:done|completed?|finished|passed|success(?:ful(?:ly)?)?|succeeded|closed|ok)\b|^(?:✅|✔️?|☑️?)/i.test(
        words(column.status),
      ),
      skipped: /^\W*(?:skipped|omitted|not needed|not required|not applicable|n\/a|cancell?ed)\b/i.test(
        words(column.status),
      ),
      undone: /^\W*(?:rolled[ -]?back|reverted|undone|backed out|failed|aborted|stopped)\b/i.test(
        words(column.status),
      ),
      explained: explains(row.cells, words, column),
      startedSpan: cellSpan(row, column.started),
      completedSpan: cellSpan(row, column.completed),
      statusSpan: cellSpan(row, column.status),
    };
  });
}

/** Whether a cell besides those of the phase, the times and the status says something in several words. */
function explains(
  cells: readonly unknown[],
  words: (index: number) => string,
  { started, completed, status }: Readonly<Record<'started' | 'completed' | 'status', number>>,
): boolean {
  return cells.some(
    (_, index) =>
      index > 0 &&
      index !== started &&
      index !== completed &&
      (index === status
        ? /\S[ \t]{0,4}[(:,;–—-]\s{0,4}\S{1,80}\s\S/.test(words(index))
        : /\p{L}{2}\s{1,8}\S{0,80}?\p{L}{2}/u.test(words(index))),
  );
}

/** Whether a phase depends on another one itself. */
function requires(phases: readonly Phase[], key: string, other: string): boolean {
  return phases.some((phase) => phase.key === key && phase.dependsOn.some((one) => one.key === other));
}

/** Whether a run began before every run of what it requires had ended. */
function isTooEarly({ started, completed, done }: Run, required: readonly Run[] | undefined): boolean {
  if (required === undefined || (started === '' && completed === '' && !done)) return false;
  const ends = required.map((run) => run.completed).filter((time) => time !== '');
  if (ends.length === 0) return !required.some((run) => run.done || run.skipped);
  const begin = started === '' ? completed : started;
  return begin !== '' && ends.every((end) => isBefore(begin, end));
}

/** `2026-11-03 05:10` of what a cell begins with, `2026-11-03` where no time is given, else empty. */
function timeOf(words: string): string {
  const match = /(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{2}:\d{2}))?/.exec(words);
  if (match === null) return '';
  const [, day = '', time] = match;
  return time === undefined ? day : `${day} ${time}`;
}

/** Compares as far as both are given: the same day is not before. */
function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return length > 0 && a.slice(0, length) < b.slice(0, length);
}
