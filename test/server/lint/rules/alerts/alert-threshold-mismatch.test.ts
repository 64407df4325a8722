import { describe, expect, it, test } from 'vitest';
import {
  durationOf,
  mayBe,
  thresholdOf,
  windowsOf,
  writtenThreshold,
} from '../../../../../server/src/lint/shared/thresholds';
import { checkRule, relatedOf } from '../../../../support/check-rule';
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
  check('> 2 %', 'api:errors:ratio > 0.05', 'MON-001 says "> 2 %", but the rule ApiErrors fires at 0.05');
  check('80', 'pool_used > 90', 'fires at 90');
});

test('another duration is information', () => {
  check('5% for 10 minutes', 'api:errors:ratio > 0.05', 'fires after 5m');
  check('5% for 5 minutes', 'api:errors:ratio > 0.05');
  check('5% over 1 hour', 'sum(rate(a[10m])) / sum(rate(b[10m])) > 0.05', 'fires after 5m');
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

/** An entry with these lines, and rules `ApiErrors` above 0.05 of these severities. */
function entryOf(
  lines: string,
  severities = ['critical'],
  heading = 'MON-001: API errors',
  path = 'docs/SoT.MONITORING.md',
): string {
  const rules = severities.map((severity) => {
    const file = alertsOf('\n          summary: errors', { name: 'ApiErrors', severity });
    return file
      .replace('up == 0', 'api:errors:ratio > 0.05')
      .replace('alerts.yaml', `${severity || 'none'}.yaml`);
  });
  return `//- /${path}
---
id_prefix: MON-XXX, RUN-XXX
---

## ${heading}

**Alert**: \`ApiErrors\`

${lines}

${rules.join('')}`;
}

const table = (...rows: readonly string[]): string =>
  ['| Level | Threshold |', '| --- | --- |', ...rows].join('\n');

test('a level is compared with the rule of its severity', () => {
  checkRule(
    rule,
    entryOf(
      table(
        '| Warning | > 1 % |',
        '            ^^^^^ information: > 1 %',
        '| Critical | > 2 % |',
        '             ^^^^^ information: > 2 %',
      ),
      ['critical', 'warning'],
    ),
  );
  // beginnings of words and signs around them do
  checkRule(
    rule,
    entryOf(table('| 🔴 crit. | > 2 % |', '             ^^^^^ information'), ['critical', 'warning']),
  );
  checkRule(
    rule,
    entryOf(table('| Critical | > 2 % |', '             ^^^^^ information'), ['page', 'ticket']),
  );
});

test('a level that no rule, more than one or one of an unknown severity has is compared with none', () => {
  for (const [level, severities] of [
    ['Info', ['critical']],
    ['al', ['critical']],
    ['Warning', ['page']],
    ['not critical', ['page']],
    ['Critical', ['ticket']],
    ['Critical', ['""']],
    ['Critical', ['"{{ $severity }}"']],
    ['Crit', ['critical', 'critical-night']],
    ['🔴', ['critical']],
  ] as const)
    checkRule(rule, entryOf(table(`| ${level} | > 2 % |`), [...severities]));
});

test('a field is compared with the only rule', () => {
  const field = '**Threshold**: > 2 %\n               ^^^^^ information';
  checkRule(rule, entryOf(field));
  checkRule(rule, entryOf(field, ['""']));
  checkRule(rule, entryOf('**Threshold**: > 2 %', ['critical', 'warning']));
  checkRule(rule, entryOf('**Threshold**:'));
  checkRule(rule, entryOf('**Budget**: > 2 %'));
});

test('a table without levels or without thresholds says nothing', () => {
  checkRule(rule, entryOf('| Threshold | Action |\n| --- | --- |\n| > 2 % | Page |'));
  checkRule(rule, entryOf('| Level | Share |\n| --- | --- |\n| Critical | > 2 % |'));
});

test('entries of runbooks, deprecated ones and those about several alerts are left alone', () => {
  const lines = table('| Critical | > 2 % |');
  checkRule(rule, entryOf(lines, ['critical'], 'RUN-001: API errors'));
  checkRule(rule, entryOf(`**Status**: Deprecated\n\n${lines}`));
  checkRule(rule, entryOf(lines).replace('`ApiErrors`', '`ApiErrors`, `ApiSlow`'));
  checkRule(rule, entryOf(lines, ['critical'], 'MON-001: API errors', 'archive/SoT.MONITORING.md'));
});

test('what a rule does not wait for is no duration of its own', () => {
  const waits = entryOf('**Threshold**: > 5 % for 10 minutes');
  checkRule(rule, waits.replace('        for: 5m\n', ''));
});

test('the rule is the other place', () => {
  expect(relatedOf(rule, entryOf(table('| Critical | > 2 % |')))).toEqual([
    'deploy/critical.yaml: ApiErrors | The rule ApiErrors',
  ]);
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
