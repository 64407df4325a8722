/** A runbook or a monitoring entry about an alert that no rule defines: it was renamed, or is gone. */
import { alertClaimsOf, type AlertClaim } from '../../../document/entries/alert-claims';
import { valueOf, wordsAt } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface UndefinedAlert extends Match {
  readonly name: string;
}

const messages = new Messages({
  entry:
    '{id} is about the alert {name}, which no alert rule defines. Correct the name, or retire the entry.',
  page: 'This page is about the alert {name}, which no alert rule defines. Correct the name, or retire the page.',
});

export const undefinedAlert = defineRule<UndefinedAlert>({
  meta: {
    name: 'undefined-alert',
    summary: 'A runbook or monitoring entry about an alert that no rule defines',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'alerts',
  },
  *find(context) {
    const { runbook, workspace, quiet } = context;
    const { hasRules, hasUnnamed } = workspace.alerts.facts;
    if (quiet || !hasRules || hasUnnamed) return;
    for (const claim of alertClaimsOf(runbook)) {
      const { name, span, entry } = claim;
      if (!isCertain(claim, context) || workspace.alerts.named(name).length > 0) continue;
      yield { span, name, ...(entry === null ? {} : { entry }) };
    }
  },
  message({ name, entry }) {
    return entry === undefined
      ? messages.of('page', { name })
      : messages.of('entry', { id: entry.id.text, name });
  },
});

/** Whether a name is that of an alert and not of a product, `PagerDuty`, and its entry is in use. */
function isCertain({ name, coded, bare, entry }: AlertClaim, { runbook }: RuleContext): boolean {
  const humps = name.match(/[A-Z]+[a-z0-9]*/g)?.length ?? 0;
  if (!bare || (!coded && humps < 3)) return false;
  if (entry === null) return true;
  const status = valueOf(entry, 'status');
  const isPlanned = status !== undefined && /^(?:planned|draft)$/i.test(wordsAt(runbook, status.token));
  return entry.deprecated === null && !isPlanned;
}
