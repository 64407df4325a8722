/** An alert whose runbook is still to come: `TODO`, `null`, an empty string. */
import { isExempt, saysMadeUp } from '../../../index/alert-file-summary';
import { addressesOf, nameOf, namesRunbook, saidAt } from '../../shared/alert-addresses';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface ToCome extends Match {
  readonly alert: string;
  readonly words: string;
}

const messages = new Messages({
  empty: '{alert} has an empty runbook address. Fill it in, or remove the annotation.',
  unset: '{alert} has "{words}" for a runbook. Add the address, or remove the annotation.',
});

export const placeholderRunbook = defineRule<ToCome>({
  meta: {
    name: 'placeholder-runbook',
    summary: 'An alert rule with a placeholder in place of its runbook',
    severity: 'information',
    scope: 'alerts',
    since: '0.1.0',
    group: 'alerts',
    yieldsTo: ['paging-alert-without-runbook'],
  },
  *find(context) {
    const seen = new Set<number>();
    const isMadeUp = saysMadeUp(context.place.path);
    for (const rule of context.runbook.alerts?.rules ?? []) {
      if (isExempt(rule, isMadeUp)) continue;
      if (namesRunbook(context, rule)) continue;
      for (const { field } of addressesOf(context, rule).slice(0, 1)) {
        const span = saidAt(field);
        if (span === null || seen.has(span.start)) continue;
        seen.add(span.start);
        yield { span, alert: nameOf(rule), words: field.value.raw.trim() };
      }
    }
  },
  message({ alert, words }) {
    return words === '' ? messages.of('empty', { alert }) : messages.of('unset', { alert, words });
  },
});
