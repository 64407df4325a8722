/** A runbook entry that was not tested for too long, or never. */
import { runEntries } from '../../../document/entries/run-entries';
import type { Entry } from '../../../model/runbook';
import { lastTestedKeys } from '../../../document/fields/date-fields';
import { readDate } from '../../../document/fields/dates';
import { entryField } from '../../../document/fields/entry-field';
import { wordsAt } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';
import { ageOf } from '../../shared/age';

interface StaleTest extends Match {
  readonly entry: Entry;
  /** Days since the last test, or null when there was none. */
  readonly age: number | null;
}

const messages = new Messages({
  never:
    '{entry} was never tested, so its steps cannot be trusted. Run a drill and set "Last Tested" to its date.',
  days: '{entry} was last tested {days} days ago (limit: {limit}), so its steps may no longer work. Run a drill and update "Last Tested".',
});

export const staleLastTested = defineRule<StaleTest>({
  meta: {
    name: 'stale-last-tested',
    summary: 'A runbook entry whose last test is too long ago',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    judges: 'entry',
    byTime: 'sometimes',
    role: 'review',
    options: {
      days: {
        type: 'number',
        default: 0,
        description:
          'Days after which a test is too old; 0 uses `staleAfterDays` of the configuration, which is 90 by default',
      },
    },
  },
  *find(context) {
    const { runbook, quiet } = context;
    if (quiet) return;
    const limit = limitOf(context);
    for (const entry of runEntries(context)) {
      const value = entryField(runbook, entry, lastTestedKeys)?.value;
      if (value == null) continue;
      const words = wordsAt(runbook, value.span);
      if (/^\W*(?:never|not yet|untested|not tested|no test|no drill)\b/i.test(words)) {
        yield { span: value.token, entry, age: null };
        continue;
      }
      const lead = /^[\s*_`"']*/.exec(words)?.[0].length ?? 0;
      const { iso, length } = readDate(words.slice(lead));
      if (iso === '') continue;
      const age = ageOf(iso, limit, context);
      const start = value.span.start + lead;
      if (age > limit) yield { span: { start, end: start + length }, entry, age, byTime: true };
    }
  },
  message({ entry, age }, context) {
    const name = entry.id.text;
    if (age === null) return messages.of('never', { entry: name });
    return messages.of('days', { entry: name, days: age, limit: limitOf(context) });
  },
});

function limitOf({ options, configuration }: RuleContext): number {
  const { days } = options;
  return typeof days === 'number' && days > 0 ? days : configuration.staleAfterDays;
}
