/** When the phases of a playbook ran, and how that ended, as the rows of its execution log tell. */
import type { Phase, Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { cellSpan, cellWords, columnOf } from '../sections/table-cells';
import type { ExecutionLog, LogRow } from './execution-log';
import { playbookPhases } from './playbook-phases';

export interface Run {
  readonly phase: Phase | undefined;
  readonly started: string;
  readonly completed: string;
  readonly done: boolean;
  readonly skipped: boolean;
  /** Whether it ended without completing: failed or rolled back. */
  readonly undone: boolean;
  /** Whether the row has a remark that may explain an exception. */
  readonly explained: boolean;
  readonly startedSpan: Span;
  readonly completedSpan: Span;
  readonly statusSpan: Span;
}

/** What the rows of the log tell, one by one. */
export function runsOf(runbook: Runbook, { table, rows }: ExecutionLog): Run[] {
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

/** Whether a cell other than phase, times and status holds several words, or the status has a remark. */
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

/** The first time in a cell: `2026-11-03 05:10`, `2026-11-03` without a time of day, or empty. */
function timeOf(words: string): string {
  const match = /(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{2}:\d{2}))?/.exec(words);
  if (match === null) return '';
  const [, day = '', time] = match;
  return time === undefined ? day : `${day} ${time}`;
}
