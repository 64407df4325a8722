/** A date in a form that cannot be compared, or one that does not exist. */
import type { Runbook } from '../../../model/runbook';
import { encloses, firstFrom } from '../../../text/span';
import {
  dateFields,
  lastTestedKeys,
  lastUpdatedKeys,
  type DateField,
} from '../../../document/fields/date-fields';
import { wordsAt } from '../../../document/fields/fields';
import { isGap } from '../../../document/placeholders/gaps';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface InvalidDate extends Match {
  readonly field: DateField;
  readonly words: string;
}

/** Fields that must hold a date; in others ("Q1", "after the freeze") text is allowed instead. */
const strictKeys: ReadonlySet<string> = new Set([...lastTestedKeys, ...lastUpdatedKeys, 'created']);

const messages = new Messages({
  other:
    '"{value}" in "{field}" is not in the form YYYY-MM-DD, so it cannot be sorted or compared. Write {date}.',
  ambiguous: '"{value}" in "{field}" can mean two different days. Write it as YYYY-MM-DD.',
  impossible:
    '"{value}" in "{field}" does not exist in the calendar, so its age cannot be checked. Correct the date.',
  none: '"{value}" in "{field}" is not a date, so its age cannot be checked. Write it as YYYY-MM-DD.',
});

export const invalidDate = defineRule<InvalidDate>({
  meta: {
    name: 'invalid-date',
    summary: 'A date that is not written as YYYY-MM-DD',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    judges: 'entry',
    role: 'review',
    yieldsTo: ['placeholder'],
  },
  *find(context) {
    const { runbook } = context;
    for (const field of dateFields(runbook)) {
      const { date, span, key, entry } = field;
      const wrong =
        date.form === 'none'
          ? strictKeys.has(key) && (isWords(runbook, field) || isGap(context, span))
          : date.form !== 'norm';
      if (wrong)
        yield { span, field, words: wordsAt(runbook, span), ...(entry === undefined ? {} : { entry }) };
    }
  },
  message({ field: { name, date }, words: value }) {
    if (date.form === 'other') return messages.of('other', { value, field: name, date: date.iso });
    if (date.form === 'ambiguous') return messages.of('ambiguous', { value, field: name });
    if (date.form === 'impossible') return messages.of('impossible', { value, field: name });
    return messages.of('none', { value, field: name });
  },
  fixes({ field, words }, { place, say }) {
    const { form, iso } = field.date;
    if (form === 'other') {
      return [
        {
          title: say`Change "${words}" to ${iso}`,
          edits: new Map([[place.uri, [{ span: field.span, newText: iso }]]]),
          automatic: true,
          removes: 'value',
        },
      ];
    }
    if (form !== 'ambiguous') return [];
    const [first = '', second = '', year = ''] = words.split(/\D/);
    return [
      [first, second],
      [second, first],
    ].map(([month = '', day = '']) => {
      const newText = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      return {
        title: say`Change "${words}" to ${newText}`,
        edits: new Map([[place.uri, [{ span: field.span, newText }]]]),
        automatic: false,
        removes: 'value',
      };
    });
  },
});

/** Whether the value is text instead of a date: neither "never", which is an answer, nor text with a placeholder. */
function isWords(runbook: Runbook, { valueSpan }: DateField): boolean {
  const words = wordsAt(runbook, valueSpan);
  if (
    /^\W*(?:(?:never|not yet|untested|not tested|no test|no drill|n\/?a|none|unknown|pending)\W*)?$/i.test(
      words,
    )
  )
    return false;
  if (/^\W*(?:never|not yet|untested|not tested|no test|no drill)\b/i.test(words)) return false;
  if (/\bYYYY\b|^[[{<]/.test(words)) return false;
  const { placeholders } = runbook;
  const next = placeholders[firstFrom(placeholders, valueSpan.start, (one) => one.span.start)];
  return next === undefined || !encloses(valueSpan, next.span);
}
