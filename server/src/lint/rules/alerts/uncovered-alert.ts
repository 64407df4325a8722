/** An alert that no MON entry is about, in a workspace whose MON entries name their alerts. */
import { isExempt, saysMadeUp } from '../../../index/alert-file-summary';
import type { AlertRule } from '../../../model/alert-rule';
import { addressesOf } from '../../shared/alert-addresses';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface UncoveredAlert extends Match {
  readonly name: string;
}

const messages = new Messages({
  uncovered:
    'No MON entry names {name}, so its threshold and runbook are documented nowhere. Name it in the Alert field of one.',
});

export const uncoveredAlert = defineRule<UncoveredAlert>({
  meta: {
    name: 'uncovered-alert',
    summary: 'An alert rule that no monitoring entry covers, where others are',
    severity: 'information',
    scope: 'alerts',
    since: '0.1.0',
    group: 'alerts',
  },
  *find(context) {
    const { runbook, workspace, place } = context;
    if (!workspace.alerts.facts.hasCovered) return;
    const seen = new Set<string>();
    const isMadeUp = saysMadeUp(place.path);
    for (const rule of runbook.alerts?.rules ?? []) {
      const { value: name, span } = rule.name;
      if (name === null || span === null || seen.has(name)) continue;
      seen.add(name);
      if (isExempt(rule, isMadeUp) || isCovered(rule, name, context)) continue;
      yield { span, name };
    }
  },
  message: ({ name }) => messages.of('uncovered', { name }),
});

/** Whether a MON entry names the alert, or the alert an entry. */
function isCovered(rule: AlertRule, name: string, context: RuleContext): boolean {
  return (
    context.workspace.alerts.claimsOf(name).some(({ entry }) => entry.startsWith('MON-')) ||
    addressesOf(context, rule).some(
      ({ target }) =>
        (target.kind === 'id' && target.id.prefix === 'MON') ||
        (target.kind === 'file' && /^mon-\d/i.test(target.fragment ?? '')),
    )
  );
}
