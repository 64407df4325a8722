/** Encodes what a summary knows of alerts as plain values by position, for the next session. */
import type { ValueReader } from '../text/value-reader';
import type { AlertSummary } from './alert-summary';
import { decodeRange, encodeRange } from './range-snapshot';
import type { Summary } from './summary';

type AlertParts = Pick<Summary, 'alerts' | 'claims'>;

const runbookStates: readonly AlertSummary['runbook'][] = ['none', 'unset', 'named', 'unseen'];

/** Two values for {@link decodeAlerts}. */
export function encodeAlerts({ alerts, claims }: AlertParts): readonly unknown[] {
  return [
    alerts.map(({ name, severity, expr, duration, range, runbook, exempt, ids, targets }) => [
      [name, severity ?? '', expr, duration],
      [...encodeRange(range), Number(severity === null), runbookStates.indexOf(runbook), Number(exempt)],
      ids,
      targets.map(({ paths, fragment, matchesCase }) => [paths, fragment, Number(matchesCase)]),
    ]),
    claims.map(({ name, entry, slug, ofPage }) => [[name, entry, slug], Number(ofPage)]),
  ];
}

/** @throws UnexpectedValue for values that {@link encodeAlerts} never gives. */
export function decodeAlerts(values: ValueReader): AlertParts {
  const alerts = values.lists((alert) => {
    const [name = '', severity = '', expr = '', duration = ''] = alert.texts();
    const numbers = alert.counts();
    return {
      name,
      severity: numbers[4] === 1 ? null : severity,
      expr,
      duration,
      range: decodeRange(numbers, 0),
      runbook: runbookStates[numbers[5] ?? 0] ?? 'none',
      exempt: numbers[6] === 1,
      ids: alert.texts(),
      targets: alert.lists((target) => ({
        paths: target.texts(),
        fragment: target.text(),
        matchesCase: target.count() === 1,
      })),
    };
  });
  const claims = values.lists((claim) => {
    const [name = '', entry = '', slug = ''] = claim.texts();
    return { name, entry, slug, ofPage: claim.count() === 1 };
  });
  return { alerts, claims };
}
