/** An incident runbook that does not say which alert it is for. */
import type { Entry, Runbook } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { entryField, saysNothing } from '../../../document/fields/entry-field';
import { bodyOf, isBlank, namesPrefix } from '../../../document/entries/entry-text';
import { nameSpanOf, valueOf, wordsAt } from '../../../document/fields/fields';
import { keyOf } from '../../../model/identifier';
import { alertKeys, triggerKeys } from '../../../document/entries/trigger-keys';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface UnalertedIncident extends Match {
  readonly entry: Entry;
  /** Whether there is a trigger at all. */
  readonly hasTrigger: boolean;
}

const messages = new Messages({
  noAlert:
    '{id} names no alert, so on-call cannot tell when to use it. Name its MON entry in a trigger, or say that users report it.',
  triggerNoAlert:
    'The trigger of {id} names no alert, so on-call cannot tell when to use it. Name a MON entry, or say that users report it.',
  triggerLinked:
    'The trigger of {id} names no alert, so on-call cannot tell when to use it. Name the linked MON entry that fires.',
});

export const incidentWithoutAlert = defineRule<UnalertedIncident>({
  meta: {
    name: 'incident-without-alert',
    summary: 'An incident runbook whose trigger names no alert',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'traceability',
    absentFrom: 'part',
    yieldsTo: ['missing-trigger', 'placeholder'],
  },
  *find({ runbook, entries, quiet, workspace }) {
    if (quiet) return;
    for (const entry of entries) {
      if (entry.id.prefix !== 'RUN' || entry.deprecated !== null) continue;
      const category = valueOf(entry, 'category', 'type');
      if (category === undefined || !/^[*_`]*incident\b/i.test(wordsAt(runbook, category.span))) continue;
      // nearly all say it in their section or label, and need no look at the other fields
      if (partsOf(runbook, entry).some(({ content }) => content !== null && startsIt(runbook, content)))
        continue;
      const alert = entryField(runbook, entry, alertKeys)?.value;
      if (alert != null && !saysNothing(runbook, alert)) continue;
      const named = triggersOf(runbook, entry);
      const filled = named.flatMap(({ content }) => (content === null ? [] : [content]));
      const known =
        filled.length === 0
          ? namesPrefix(runbook, bodyOf(entry), 'MON')
          : filled.some((content) => startsIt(runbook, content));
      // whom an alert rule sends here knows which alert it is
      if (!known && !workspace.someReference(keyOf(entry.id), ({ place }) => place === 'alert'))
        yield { span: named[0]?.nameSpan ?? nameSpanOf(entry), entry, hasTrigger: filled.length > 0 };
    }
  },
  message({ entry, hasTrigger }, { runbook }) {
    const id = entry.id.text;
    // without a trigger, a MON entry anywhere is enough
    if (!hasTrigger) return messages.of('noAlert', { id });
    return namesPrefix(runbook, bodyOf(entry), 'MON')
      ? messages.of('triggerLinked', { id })
      : messages.of('triggerNoAlert', { id });
  },
});

/** What a trigger is called, and what it says, null when nothing. */
interface Trigger {
  readonly nameSpan: Span;
  readonly content: Span | null;
}

/** The triggers of an entry in sections and labels. */
function partsOf(runbook: Runbook, entry: Entry): Trigger[] {
  const found: Trigger[] = [];
  for (const { role, nameSpan, content } of entry.parts)
    if (role === 'trigger') found.push({ nameSpan, content: isBlank(runbook, content) ? null : content });
  return found;
}

/** The triggers of an entry, in sections, labels or a table: filled ones first, then empty ones. */
function triggersOf(runbook: Runbook, entry: Entry): readonly Trigger[] {
  const parts = partsOf(runbook, entry);
  const field = entryField(runbook, entry, triggerKeys);
  if (field !== undefined) {
    const { nameSpan, value } = field;
    parts.push({ nameSpan, content: value === null || saysNothing(runbook, value) ? null : value.span });
  }
  return parts.sort((a, b) => Number(a.content === null) - Number(b.content === null));
}

/** Whether an alert or a report from users starts the runbook. */
function startsIt(runbook: Runbook, content: Span): boolean {
  return (
    namesPrefix(runbook, content, 'MON') ||
    /\b(?:users?|customers?|support|staff|reported|reports?|complaints?|phone|by hand|manual(?:ly)?|utilisateurs?|usagers?|clients?|benutzer|nutzer|anwender|kund(?:e|en|in|innen)|usuarios?|clientes?)\b|利用者|ユーザー|사용자|고객/i.test(
      wordsAt(runbook, content),
    )
  );
}
