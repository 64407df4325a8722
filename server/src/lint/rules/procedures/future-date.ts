/** A date ahead of today in a field about something that has happened. */
import { dateFields, pastKeys } from '../../../document/fields/date-fields';
import { readDate } from '../../../document/fields/dates';
import { wordsAt } from '../../../document/fields/fields';
import { defineRule, type Match } from '../../rule';

interface FutureDate extends Match {
  readonly name: string;
  readonly date: string;
}

export const futureDate = defineRule<FutureDate>({
  meta: {
    name: 'future-date',
    summary: 'A date ahead of today for something that has happened',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
  },
  *find({ runbook, today }) {
    for (const { key, name, date, span, entry } of dateFields(runbook)) {
      if (pastKeys.has(key) && date.iso > today)
        yield { span, name, date: date.iso, ...(entry === undefined ? {} : { entry }) };
    }
    for (const { columns, rows } of runbook.tables) {
      if (!columns.includes('phase')) continue;
      for (const name of ['Started', 'Completed']) {
        const column = columns.indexOf(name.toLowerCase());
        if (column < 0) continue;
        for (const { cells } of rows) {
          const span = cells[column]?.span;
          if (span === undefined) continue;
          const { iso, length } = readDate(wordsAt(runbook, span));
          if (iso > today) yield { span: { start: span.start, end: span.start + length }, name, date: iso };
        }
      }
    }
  },
  message({ name, date }, { today }) {
    return {
      message: `"${name}" says ${date}, which is after today (${today}): what has not happened yet proves nothing. Correct the date.`,
    };
  },
});
