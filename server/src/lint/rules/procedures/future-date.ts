/** A future date in a field about something that has happened. */
import { dateFields, pastKeys } from '../../../document/fields/date-fields';
import { dayAfter, readDate } from '../../../document/fields/dates';
import { wordsAt } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface FutureDate extends Match {
  readonly name: string;
  readonly date: string;
}

const messages = new Messages({
  future:
    '"{field}" has the date {date}, which is in the future (today is {today}), so it proves nothing. Correct the date.',
});

export const futureDate = defineRule<FutureDate>({
  meta: {
    name: 'future-date',
    summary: 'A future date for something that has already happened',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    judges: 'entry',
    byTime: 'always',
    role: 'review',
  },
  *find({ runbook, today, changesOn }) {
    const isAhead = (iso: string): boolean => {
      // today is said
      if (iso > today) changesOn(dayAfter(today, 1));
      return iso > today;
    };
    for (const { key, name, date, span, entry } of dateFields(runbook)) {
      if (pastKeys.has(key) && isAhead(date.iso))
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
          if (isAhead(iso)) yield { span: { start: span.start, end: span.start + length }, name, date: iso };
        }
      }
    }
  },
  message: ({ name, date }, { today }) => messages.of('future', { field: name, date, today }),
});
