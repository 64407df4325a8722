/** An alert that wakes somebody and does not say what to do. */
import { isExempt, mayLeadElsewhere, saysMadeUp, severityOf } from '../../../index/alert-file-summary';
import type { Summary } from '../../../index/summary';
import { shorten } from '../../../text/shorten';
import { addressesOf, nameOf, namesRunbook, pages, saidAt } from '../../shared/alert-addresses';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface Unanswered extends Match {
  readonly alert: string;
  readonly level: string;
  /** What stands where the address is to be, or null. */
  readonly written: string | null;
  /** How many alerts of the workspace there are like this, where one finding stands for all; else null. */
  readonly count: number | null;
}

const messages = new Messages({
  none: '{alert} pages on-call ({level}) but names no runbook, so whoever is woken starts from scratch. Add runbook_url.',
  unset:
    '{alert} pages on-call ({level}) with "{words}" for a runbook, so responders start from scratch. Add the address.',
  all: 'No alert rule in this workspace names a runbook, and {count} of them page on-call. Add runbook_url, starting with those that page.',
});

export const pagingAlertWithoutRunbook = defineRule<Unanswered>({
  meta: {
    name: 'paging-alert-without-runbook',
    summary: 'An alert rule that pages on-call and names no runbook',
    severity: 'warning',
    scope: 'alerts',
    since: '0.1.0',
    group: 'alerts',
  },
  *find(context) {
    const found = unanswered(context);
    if (context.workspace.alerts.facts.hasHabit) {
      yield* found;
      return;
    }
    // where it is nobody's habit, hundreds of findings would say no more than one
    const [first] = found;
    if (first === undefined || isBehindAnother(context)) return;
    yield { ...first, severity: 'information', count: countUnanswered(context) };
  },
  message({ alert, level, written, count }) {
    if (count !== null) return messages.of('all', { count });
    return written === null
      ? messages.of('none', { alert, level })
      : messages.of('unset', { alert, level, words: written });
  },
});

function unanswered(context: RuleContext): Unanswered[] {
  const isMadeUp = saysMadeUp(context.place.path);
  return (context.runbook.alerts?.rules ?? []).flatMap((rule) => {
    const level = severityOf(rule);
    if (level === null || !pages(level, context) || isExempt(rule, isMadeUp)) return [];
    if (namesRunbook(context, rule)) return [];
    const [address] = addressesOf(context, rule);
    if (address === undefined && mayLeadElsewhere(rule)) return [];
    const span = (address && saidAt(address.field)) ?? rule.name.span;
    if (span === null) return [];
    const written = address === undefined ? null : shorten(address.field.value.raw, 20);
    return [{ span, alert: nameOf(rule), level, written, count: null }];
  });
}

/** Whether another file, before this one by path, has an alert like this. */
function isBehindAnother(context: RuleContext): boolean {
  for (const summary of context.workspace.alerts.files())
    if (summary.path < context.place.path && countIn(summary, context) > 0) return true;
  return false;
}

function countUnanswered(context: RuleContext): number {
  let count = 0;
  for (const summary of context.workspace.alerts.files()) count += countIn(summary, context);
  return count;
}

function countIn({ alerts }: Summary, context: RuleContext): number {
  return alerts.filter(
    ({ severity, runbook, exempt }) =>
      severity !== null && runbook === 'none' && !exempt && pages(severity, context),
  ).length;
}
