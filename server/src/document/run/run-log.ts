/** The rows of a run file: phases and steps with their times, as its tables have them. */
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { cellSpan, cellWords, columnOf } from '../sections/table-cells';

export interface RecordedRow {
  readonly name: string;
  /** Where it is named. */
  readonly span: Span;
  /** `2` of `Phase 2: Copy`; empty for others. */
  readonly number: string;
  /** The numbers of the phases that it requires. */
  readonly requires: readonly string[];
  /** `2026-11-30 03:12`, or empty. */
  readonly started: string;
  readonly completed: string;
  /** Whether it is done, or need not be. */
  readonly done: boolean;
  readonly notes: string;
}

/** The rows of all tables that have times, in order. */
export function logRowsOf(runbook: Runbook): readonly RecordedRow[] {
  return runbook.tables.flatMap((table) => {
    const started = columnOf(table, /^started\b/);
    const completed = columnOf(table, /^completed\b/);
    if (started < 0 || completed < 0) return [];
    const status = columnOf(table, /^status\b/);
    const requires = columnOf(table, /^requires\b/);
    const notes = columnOf(table, /^notes?\b/);
    return table.rows.map((row): RecordedRow => {
      const words = (column: number): string => cellWords(runbook, row.cells[column]);
      const name = words(0);
      return {
        name,
        span: cellSpan(row, 0),
        number: /^phase (\S{1,20}?):/i.exec(name)?.[1] ?? '',
        requires: words(requires)
          .split(',')
          .map((number) => number.trim())
          .filter((number) => number !== ''),
        started: timeIn(words(started)),
        completed: timeIn(words(completed)),
        done: /^(?:done|skipped)\b/i.test(words(status)),
        notes: words(notes),
      };
    });
  });
}

function timeIn(words: string): string {
  return /\d{4}-\d{2}-\d{2} \d{2}:\d{2}/.exec(words)?.[0] ?? '';
}
