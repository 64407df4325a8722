/** A runbook entry that was changed after its last test. */
import { runEntries } from '../../../document/entries/run-entries';
import type { Entry, Runbook } from '../../../model/runbook';
import { lastTestedKeys, lastUpdatedKeys } from '../../../document/fields/date-fields';
import { readDate } from '../../../document/fields/dates';
import { entryField } from '../../../document/fields/entry-field';
import { wordsAt } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import type { Span } from '../../../text/span';

interface TestedBefore extends Match {
  readonly entry: Entry;
  readonly tested: string;
  readonly changed: string;
}

const messages = new Messages({
  outdated:
    '{entry} was changed on {changed}, after its last test on {tested}, so its steps are untested. Test it and update "Last Tested".',
});

export const testedBeforeChange = defineRule<TestedBefore>({
  meta: {
    name: 'tested-before-change',
    summary: 'A runbook entry that was changed after its last test',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    judges: 'entry',
    role: 'review',
  },
  *find(context) {
    const { runbook } = context;
    for (const entry of runEntries(context)) {
      const tested = dateOf(runbook, entry, lastTestedKeys);
      const changed = dateOf(runbook, entry, lastUpdatedKeys);
      if (tested !== null && changed !== null && tested.iso < changed.iso)
        yield { span: tested.span, entry, tested: tested.iso, changed: changed.iso };
    }
  },
  message: ({ entry, tested, changed }) => messages.of('outdated', { entry: entry.id.text, tested, changed }),
});

function dateOf(
  runbook: Runbook,
  entry: Entry,
  keys: readonly string[],
): { readonly iso: string; readonly span: Span } | null {
  const value = entryField(runbook, entry, keys)?.value;
  if (value == null) return null;
  const { iso, length } = readDate(wordsAt(runbook, value.span));
  return iso === '' ? null : { iso, span: { start: value.span.start, end: value.span.start + length } };
}
