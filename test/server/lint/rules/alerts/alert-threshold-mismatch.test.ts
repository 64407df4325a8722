import { describe, expect, it, test } from 'vitest';
import {
  durationOf,
  mayBe,
  thresholdOf,
  windowsOf,
  writtenThreshold,
} from '../../../../../server/src/lint/shared/thresholds';
import { checkRule } from '../../../../support/check-rule';
import { alertsOf } from '../../../../support/alert-files';

const rule = 'alert-threshold-mismatch';

function check(threshold: string, expr: string, expected = ''): void {
  const monitoring = `//- /docs/SoT.MONITORING.md
---
id_prefix: MON-XXX
---

## MON-001: API errors

**Alert**: \`ApiErrors\`

| Level | Threshold |
| --- | --- |
| Critical | ${threshold} |${expected === '' ? '' : `\n             ${'^'.repeat(threshold.length)} information: ${expected}`}
`;
  const rules = alertsOf('\n          summary: errors', { name: 'ApiErrors', severity: 'critical' });
  checkRule(rule, `${monitoring}${rules.replace('up == 0', expr)}`);
}

test('another number is information on the threshold', () => {
  check('> 2 %', 'api:errors:ratio > 0.05', 'MON-001 says > 2 %, and the rule ApiErrors fires at 0.05');
  check('80', 'pool_used > 90', 'fires at 90');
});

test('another duration is information', () => {
  check('5% for 10 minutes', 'api:errors:ratio > 0.05', 'waits for 5m');
  check('5% for 5 minutes', 'api:errors:ratio > 0.05');
  check('5% over 1 hour', 'sum(rate(a[10m])) / sum(rate(b[10m])) > 0.05', 'waits for 5m');
});

test('what is equal in another unit, or not certain, is none', () => {
  for (const [threshold, expr] of [
    ['5 percent', 'rate(errors{code=~"5.."}[5m]) > 0.05'],
    ['200 ms', 'latency > 0.2'],
    ['5 %', 'a > 5'],
    ['2 %', 'a > 0.05 and b > 1'],
    ['2 % or 3 nodes', 'a > 0.05'],
    ['2 GB', 'a > 5'],
    ['99.9 percent', '1 - good / all > 0.001'],
    ['90 % used', 'free / size < 0.1'],
    ['0.999', '1 - good / all > 0.001'],
    ['5 % over 10 minutes', 'sum(rate(a[10m])) / sum(rate(b[10m])) > 0.05'],
    ['a lot', 'a > 5'],
  ] as const)
    check(threshold, expr);
});

describe('a threshold is read', () => {
  it.each([
    ['a > 5', 5],
    ['sum(rate(x{a="> 7"}[5m])) by (job) >= 1e-3', 0.001],
    ['a == 0', null],
    ['a > b > 5', null],
    ['absent(up)', null],
    ['5 < a', null],
  ])('of %s', (expr, expected) => {
    expect(thresholdOf(expr)).toBe(expected);
  });

  it('of words', () => {
    expect(writtenThreshold('more than 5 % for 10 minutes')).toEqual({
      threshold: { value: 5, unit: '%' },
      duration: 600,
    });
    expect(writtenThreshold('> 1.5s')).toEqual({ threshold: { value: 1.5, unit: 's' }, duration: null });
    expect(writtenThreshold('2 or 3')).toBeNull();
    expect(durationOf('1h30m')).toBe(5400);
    expect(durationOf('soon')).toBeNull();
    expect(windowsOf('rate(a[5m]) / max_over_time(b[1h30m:1m]) + c["x"]')).toEqual([300, 5400]);
    expect(mayBe(200, { value: 0.2, unit: 's' })).toBe(true);
  });
});
