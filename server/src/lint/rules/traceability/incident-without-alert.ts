/** A runbook for incidents that does not say which alert starts it. */
import type { Entry, Runbook } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { entryField, saysNothing } from '../../../document/fields/entry-field';
import { bodyOf, isBlank, namesPrefix } from '../../../document/entries/entry-text';
import { nameSpanOf, valueOf, wordsAt } from '../../../document/fields/fields';
import { defineRule, type Match } from '../../rule';

interface UnalertedIncident extends Match {
  readonly entry: Entry;
  /** Whether there is a trigger at all. */
  readonly hasTrigger: boolean;
}

export const incidentWithoutAlert = defineRule<UnalertedIncident>({
  meta: {
    name: 'incident-without-alert',
    summary: 'An incident runbook whose trigger names no alert',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'traceability',
    yieldsTo: ['missing-trigger'],
  },
  *find({ runbook, entries, quiet }) {
    if (quiet) return;
    for (const entry of entries) {
      if (entry.id.prefix !== 'RUN' || entry.deprecated !== null) continue;
      const category = valueOf(entry, 'category', 'type');
      if (category === undefined || !/^[*_`]*incident\b/i.test(wordsAt(runbook, category.span))) continue;
      const named = triggersOf(runbook, entry);
      const said = named.flatMap(({ content }) => (content === null ? [] : [content]));
      const known =
        said.length === 0
          ? namesPrefix(runbook, bodyOf(entry), 'MON')
          : said.some((content) => startsIt(runbook, content));
      if (!known) yield { span: named[0]?.nameSpan ?? nameSpanOf(entry), entry, hasTrigger: said.length > 0 };
    }
  },
  message({ entry, hasTrigger }, { runbook }) {
    const linked = namesPrefix(runbook, bodyOf(entry), 'MON');
    const advice = linked
      ? 'Say which of the linked MON entries it is'
      : 'Name the MON entry, or say that users report it';
    const what = hasTrigger ? `The trigger of ${entry.id.text}` : entry.id.text;
    return {
      message: `${what} names no alert, so nothing tells the on-call engineer that this is the runbook to open. ${advice}.`,
    };
  },
});

/** The triggers of an entry, in sections, labels or a table: those that say something first, others without content. */
function triggersOf(
  runbook: Runbook,
  entry: Entry,
): readonly { readonly nameSpan: Span; readonly content: Span | null }[] {
  const parts = entry.parts.flatMap(({ role, nameSpan, content }) =>
    role === 'trigger' ? [{ nameSpan, content: isBlank(runbook, content) ? null : content }] : [],
  );
  const field = entryField(runbook, entry, ['trigger', 'triggers', 'triggered by', 'when to use']);
  if (field !== undefined) {
    const { nameSpan, value } = field;
    parts.push({ nameSpan, content: value === null || saysNothing(runbook, value) ? null : value.span });
  }
  return parts.sort((a, b) => Number(a.content === null) - Number(b.content === null));
}

/** Whether an alert or somebody's report starts the runbook. */
function startsIt(runbook: Runbook, content: Span): boolean {
  return (
    namesPrefix(runbook, content, 'MON') ||
    /\b(?:users?|customers?|support|staff|reported|reports?|complaints?|phone|by hand|manual(?:ly)?)\b/i.test(
      wordsAt(runbook, content),
    )
  );
}
