/** A runbook for incidents that does not say which alert starts it (`domain.md` section 5, Traceability). */
import type { Entry } from '../../model/runbook';
import { bodyOf, isBlank, namesPrefix } from '../entry-text';
import { valueOf, wordsAt } from '../fields';
import { defineRule, type Match } from '../rule';

interface UnalertedIncident extends Match {
  readonly entry: Entry;
}

export const incidentWithoutAlert = defineRule<UnalertedIncident>({
  meta: {
    name: 'incident-without-alert',
    summary: 'An incident runbook whose trigger names no alert',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Traceability',
  },
  *find({ runbook, entries, quiet }) {
    if (quiet) return;
    for (const entry of entries) {
      if (entry.id.prefix !== 'RUN' || entry.deprecated !== null) continue;
      const category = valueOf(entry, 'category', 'type');
      if (category === undefined || !/^[*_`]*incident\b/i.test(wordsAt(runbook, category.span))) continue;
      const triggers = entry.parts.filter(
        ({ role, content }) => role === 'trigger' && !isBlank(runbook, content),
      );
      const [first] = triggers;
      if (first === undefined) continue;
      const known = triggers.some(
        ({ content }) =>
          namesPrefix(runbook, content, 'MON') ||
          /\b(?:users?|customers?|support|staff|reported|reports?|complaints?|phone|by hand|manual(?:ly)?)\b/i.test(
            wordsAt(runbook, content),
          ),
      );
      if (!known) yield { span: first.nameSpan, entry };
    }
  },
  word({ entry }, { runbook }) {
    const linked = namesPrefix(runbook, bodyOf(entry), 'MON');
    const advice = linked
      ? 'Say which of the linked MON entries it is'
      : 'Name the MON entry, or say that users report it';
    return {
      message: `The trigger of ${entry.id.text} names no alert, so nothing tells the on-call engineer that this is the runbook to open. ${advice}.`,
    };
  },
});
