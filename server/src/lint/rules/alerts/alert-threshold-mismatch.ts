/** A monitoring entry whose threshold or duration is not that of its alert rule: one of the two is out of date. */
import { alertClaimsOf } from '../../../document/entries/alert-claims';
import { bodyOf, tablesIn } from '../../../document/entries/entry-text';
import { wordsAt } from '../../../document/fields/fields';
import type { LocatedAlert } from '../../../index/alerts-index';
import type { Entry } from '../../../model/runbook';
import { groupBy } from '../../../text/group-by';
import type { Span } from '../../../text/span';
import { durationOf, mayBe, thresholdOf, windowsOf, writtenThreshold } from '../../shared/thresholds';
import { Messages } from '../../message';
import { defineRule, type Match, type RelatedWording, type RuleContext } from '../../rule';

interface Difference extends Match {
  readonly entry: Entry;
  readonly alert: LocatedAlert;
  readonly written: string;
  readonly what: 'threshold' | 'duration';
  readonly actual: string;
}

const messages = new Messages({
  threshold:
    '{id} says "{written}", but the rule {alert} fires at {actual}. Correct whichever is out of date.',
  duration:
    '{id} says "{written}", but the rule {alert} fires after {actual}. Correct whichever is out of date.',
});

/** Texts at other places that belong to a finding. */
const places = new Messages({ rule: 'The rule {alert}' });

export const alertThresholdMismatch = defineRule<Difference>({
  meta: {
    name: 'alert-threshold-mismatch',
    summary: 'A monitoring entry with another threshold or duration than its alert rule',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'alerts',
  },
  *find(context) {
    const { runbook, workspace, entries, quiet } = context;
    if (quiet || !workspace.alerts.facts.hasRules) return;
    const claims = groupBy(alertClaimsOf(runbook), ({ entry }) => entry);
    for (const entry of entries) {
      if (entry.id.prefix !== 'MON' || entry.deprecated !== null) continue;
      const names = new Set(claims.get(entry)?.map(({ name }) => name));
      const [name] = names;
      if (name === undefined || names.size > 1) continue;
      for (const { severity, span } of thresholdsOf(entry, context)) {
        const rules = workspace.alerts.named(name).filter((alert) => isOfLevel(alert, severity));
        const [alert] = rules;
        if (alert !== undefined && rules.length === 1)
          yield* differences(entry, alert, { span, words: wordsAt(runbook, span) });
      }
    }
  },
  message({ entry, alert, written, what, actual }) {
    const related: RelatedWording[] = [
      { uri: alert.uri, range: alert.range, message: places.of('rule', { alert: alert.name }) },
    ];
    const args = { id: entry.id.text, written, alert: alert.name, actual };
    return { ...messages.of(what, args), related };
  },
});

/** The cells of an entry that say from where on a level counts; of a field, whose level is not known, null. */
function thresholdsOf(
  entry: Entry,
  { runbook }: RuleContext,
): { readonly severity: string | null; readonly span: Span }[] {
  const cells = tablesIn(runbook, bodyOf(entry)).flatMap(({ columns, rows }) => {
    const level = columns.findIndex((name) => /^(?:level|severity)$/.test(name));
    const value = columns.findIndex((name) => /^(?:threshold|value|condition)s?$/.test(name));
    // a column that is not there has no cells
    return rows.flatMap(({ cells: row }) => {
      const [first, second] = [row[level], row[value]];
      if (first === undefined || second === undefined) return [];
      return [{ severity: wordsAt(runbook, first.span).toLowerCase(), span: second.span }];
    });
  });
  const fields = entry.fields.flatMap(({ key, value }) =>
    value !== null && /^(?:alert )?thresholds?$|^alert condition$/.test(key)
      ? [{ severity: null, span: value.span }]
      : [],
  );
  return [...cells, ...fields];
}

function isOfLevel({ severity }: LocatedAlert, level: string | null): boolean {
  if (level === null) return true;
  if (severity === null) return false;
  // a level that is only a sign says nothing
  const word = level.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
  return word !== '' && (severity.startsWith(word) || (word.startsWith('crit') && severity === 'page'));
}

function* differences(
  entry: Entry,
  alert: LocatedAlert,
  { span, words }: { readonly span: Span; readonly words: string },
): Iterable<Difference> {
  const written = writtenThreshold(words);
  if (written === null) return;
  const threshold = thresholdOf(alert.expr);
  const common = { span, entry, alert, written: words };
  if (threshold !== null && !mayBe(threshold, written.threshold))
    yield { ...common, what: 'threshold', actual: String(threshold) };
  const duration = durationOf(alert.duration);
  if (written.duration === null || duration === null) return;
  // "5 % over 10 minutes" may speak of the time over which the rule counts
  if (![duration, ...windowsOf(alert.expr)].includes(written.duration))
    yield { ...common, what: 'duration', actual: alert.duration };
}
