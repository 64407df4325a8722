import { describe, expect, test } from 'vitest';
import { readAlerts } from '../../../server/src/alerts/read-alerts';

describe('Alerts in Go', () => {
  test('have a name with a place, and nothing else is known', () => {
    const text =
      'rules := []Rule{\n\t{\n\t\tAlert: "NodeGone",\n\t\tExpr:  intstr.FromString("up == 0"),\n\t},\n}\n';
    const [rule, ...others] = readAlerts(text, 'go').rules;
    expect(others).toEqual([]);
    expect(rule?.name.value).toBe('NodeGone');
    expect(text.slice(rule?.name.span?.start, rule?.name.span?.end)).toBe('NodeGone');
    expect(rule).toMatchObject({ labelsKnown: false, annotationsKnown: false, form: 'go' });
  });

  test('are not what only sounds like one', () => {
    expect(readAlerts('log.Info("Alert: ", name)\nAlert: name,\n', 'go').rules).toEqual([]);
  });
});
