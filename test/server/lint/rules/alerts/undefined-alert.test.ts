import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { alertsOf } from '../../../../support/alert-files';

const rule = 'undefined-alert';

function entry(field: string, status = 'Active'): string {
  return `//- /docs/SoT.MONITORING.md
---
id_prefix: MON-XXX
---

## MON-001: API availability

**Status**: ${status}
${field}

Nothing else.
`;
}

test('an alert that no rule defines is information on its name', () => {
  checkRule(
    rule,
    `${entry('**Alert**: `api_gone`\n            ^^^^^^^^ information: MON-001 is about the alert api_gone')}${alertsOf('')}`,
  );
  checkRule(
    rule,
    `${entry('**Alert**: ApiErrorRateHigh\n           ^^^^^^^^^^^^^^^^ information')}${alertsOf('')}`,
  );
});

test('one that a rule defines, in whatever case, is none; nor is a product', () => {
  for (const value of ['`ApiDown`', '`apidown`', 'PagerDuty', 'the usual one'])
    checkRule(rule, `${entry(`**Alert**: ${value}`)}${alertsOf('')}`);
});

test('names in a list count, with what stands in brackets behind them', () => {
  checkRule(
    rule,
    `${entry('**Alert**: `ApiDown` (page), `api_gone` (ticket)\n                              ^^^^^^^^ information')}${alertsOf('')}`,
  );
});

test('what something else than a rule here defines is none, nor code within words', () => {
  for (const value of [
    'CloudWatch `api-errors`',
    'ApiErrorRateHigh (AWS)',
    '`KubePodCrashLooping` (from the vendor)',
    'New Relic: `ApdexLow`',
    '`ApiDown` on `prod-eu-1`',
    'fires on `node_filesystem_avail_bytes`',
  ])
    checkRule(rule, `${entry(`**Alert**: ${value}`)}${alertsOf('')}`);
});

test('without alert rules, with one of an unknown name, and for a planned entry nothing is said', () => {
  checkRule(rule, entry('**Alert**: `api_gone`'));
  checkRule(rule, `${entry('**Alert**: `api_gone`')}${alertsOf('', { name: '{{ .Values.name }}' })}`);
  checkRule(rule, `${entry('**Alert**: `api_gone`', 'Planned')}${alertsOf('')}`);
});

test('two humps may be a product, three are an alert; code is one whatever its humps', () => {
  checkRule(rule, `${entry('**Alert**: ApiGone')}${alertsOf('')}`);
  checkRule(rule, `${entry('**Alert**: ApiGoneAway\n           ^^^^^^^^^^^ information')}${alertsOf('')}`);
  checkRule(rule, `${entry('**Alert**: `ApiGone`\n            ^^^^^^^ information')}${alertsOf('')}`);
});

test('a deprecated entry waits for no alert', () => {
  checkRule(rule, `${entry('**Alert**: `api_gone`', 'Deprecated')}${alertsOf('')}`);
});

test('a page whose title is the name of an alert is about it', () => {
  checkRule(
    rule,
    `//- /.runbook.yaml
kinds: [{ name: page, files: alerts }]
//- /alerts/ApiErrorRateHigh.md
# ApiErrorRateHigh
  ^^^^^^^^^^^^^^^^ information: This page is about the alert ApiErrorRateHigh

Roll back.
${alertsOf('')}`,
  );
});
