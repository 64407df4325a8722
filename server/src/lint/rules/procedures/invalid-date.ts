/** A date in a form that cannot be compared, or one that no calendar has. */
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
import { defineRule, type Match } from '../../rule';

interface InvalidDate extends Match {
  readonly field: DateField;
  readonly words: string;
}

/** Fields that must hold a date; in others ("Q1", "after the freeze") words may stand instead of one. */
const strictKeys: ReadonlySet<string> = new Set([...lastTestedKeys, ...lastUpdatedKeys, 'created']);

export const invalidDate = defineRule<InvalidDate>({
  meta: {
    name: 'invalid-date',
    summary: 'A date that is not written as YYYY-MM-DD',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
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
  message({ field, words }) {
    const { form } = field.date;
    const why = {
      norm: '',
      other: 'is not written as YYYY-MM-DD, so it cannot be compared or sorted. Write',
      ambiguous: 'may mean two days. Write it as YYYY-MM-DD',
      impossible: 'is a day that no calendar has. Correct it',
      none: 'is no date, so nobody can tell how old this is. Write it as YYYY-MM-DD',
    }[form];
    return {
      message: `"${words}" in "${field.name}" ${why}${form === 'other' ? ` ${field.date.iso}` : ''}.`,
    };
  },
  fixes({ field, words }, { place }) {
    const { form, iso } = field.date;
    if (form === 'other') {
      return [
        {
          title: `Write "${words}" as ${iso}`,
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
        title: `Write "${words}" as ${newText}`,
        edits: new Map([[place.uri, [{ span: field.span, newText }]]]),
        automatic: false,
        removes: 'value',
      };
    });
  },
});

/** Whether the value is words instead of a date: neither "never", which is an answer, nor words with a gap in them. */
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
