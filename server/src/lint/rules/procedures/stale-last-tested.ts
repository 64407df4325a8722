/** A runbook entry that was not tried for too long, or never. */
import { runEntries } from '../../../document/entries/run-entries';
import type { Entry } from '../../../model/runbook';
import { lastTestedKeys } from '../../../document/fields/date-fields';
import { daysBetween, readDate } from '../../../document/fields/dates';
import { entryField } from '../../../document/fields/entry-field';
import { wordsAt } from '../../../document/fields/fields';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface StaleTest extends Match {
  readonly entry: Entry;
  /** Days since the last test, or null when there was none. */
  readonly age: number | null;
}

export const staleLastTested = defineRule<StaleTest>({
  meta: {
    name: 'stale-last-tested',
    summary: 'A runbook entry whose last test is too long ago',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    options: {
      days: {
        type: 'number',
        default: 0,
        description:
          'After how many days without a test; 0 takes `staleAfterDays` of the configuration, which is 90',
      },
    },
  },
  *find(context) {
    const { runbook, today, quiet } = context;
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
      const age = daysBetween(iso, today);
      const start = value.span.start + lead;
      if (age > limit) yield { span: { start, end: start + length }, entry, age };
    }
  },
  message({ entry, age }, context) {
    const since = age === null ? 'was never tested' : `was last tested ${String(age)} days ago`;
    return {
      message: `${entry.id.text} ${since}; after ${String(limitOf(context))} days commands, hosts and people have changed. Run a drill and write its day into "Last Tested".`,
    };
  },
});

function limitOf({ options, configuration }: RuleContext): number {
  const { days } = options;
  return typeof days === 'number' && days > 0 ? days : configuration.staleAfterDays;
}
