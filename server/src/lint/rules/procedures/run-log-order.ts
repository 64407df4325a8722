/** Run files in which things happened in an order that cannot be, or was not meant. */
import { logRowsOf, type RecordedRow } from '../../../document/run/run-log';
import { runFileOf } from '../../../document/run/run-file';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface Disorder extends Match {
  readonly problem: 'backwards' | 'outside' | 'before-required';
  readonly name: string;
  readonly other: string;
}

const messages = new Messages({
  backwards:
    '{name} was completed before it was started, so the record cannot be right. Correct one of the two times.',
  outside:
    '{name} has a time outside of the run, so the record cannot be right. Correct it, or the times in the front matter.',
  'before-required':
    '{name} was completed before {other}, which it requires. Say why in its notes, or correct the record.',
});

export const runLogOrder = defineRule<Disorder>({
  meta: {
    name: 'run-log-order',
    summary:
      'A run file whose times are out of order, or in which something was completed before what it requires',
    severity: 'warning',
    scope: 'runs',
    since: '0.1.0',
    group: 'procedures',
  },
  *find({ runbook }) {
    const file = runFileOf(runbook);
    if (file === null) return;
    const rows = logRowsOf(runbook);
    const [from, to] = [minuteOf(file.startedAt), minuteOf(file.endedAt)];
    for (const row of rows) {
      const { started, completed, name, span } = row;
      const found = { span, name, other: '' };
      if (started !== '' && completed !== '' && completed < started) yield { ...found, problem: 'backwards' };
      else if ([started, completed].some((time) => time !== '' && (time < from || time > to)))
        yield { ...found, problem: 'outside' };
      const other = row.notes === '' ? requiredLater(row, rows) : undefined;
      if (other !== undefined) yield { ...found, problem: 'before-required', other: other.name };
    }
  },
  message: ({ problem, name, other }) => messages.of(problem, { name, other }),
});

/** A row that this one requires, and that was not done when this one was completed. */
function requiredLater(row: RecordedRow, rows: readonly RecordedRow[]): RecordedRow | undefined {
  if (!row.done || row.completed === '') return undefined;
  return rows.find(
    (other) =>
      other !== row &&
      other.number !== '' &&
      row.requires.includes(other.number) &&
      !(other.done && other.completed <= row.completed),
  );
}

/** `2026-11-30 03:12` of `2026-11-30T03:12:07Z` */
function minuteOf(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}
