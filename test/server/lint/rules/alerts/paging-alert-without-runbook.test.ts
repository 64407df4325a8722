import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { alertsOf, runbooks } from '../../../../support/alert-files';

const rule = 'paging-alert-without-runbook';
/** Another file, whose alert has a runbook: so it is the habit of the place. */
const habit = alertsOf('\n          runbook_url: RUN-001', { severity: 'ticket', name: 'Other' }).replace(
  'alerts.yaml',
  'other.yaml',
);

function bare(name = 'ApiDown', severity = 'page', rest = '\n          summary: down'): string {
  return `${runbooks}${habit}${alertsOf(rest, { name, severity })}`;
}

/** The same with carets below its name. */
function told(severity: string, words: string): string {
  return bare('ApiDown', severity).replace(
    '- alert: ApiDown\n',
    `- alert: ApiDown\n               ^^^^^^^ ${words}\n`,
  );
}

test('an alert that pages and names no runbook is a warning on its name', () => {
  checkRule(rule, told('page', 'warning: ApiDown pages on-call (page)'));
  checkRule(rule, told('critical', 'warning: ApiDown pages on-call (critical)'));
  checkRule(rule, bare('ApiDown', 'warning'));
});

test('critical alerts do not page where others have the severity page', () => {
  const paging = alertsOf('\n          runbook_url: RUN-001', { name: 'Third' }).replace(
    'alerts.yaml',
    'third.yaml',
  );
  checkRule(rule, `${paging}${bare('ApiDown', 'critical')}`);
  const sample = paging.replace('deploy/', 'testdata/');
  checkRule(rule, `${sample}${told('critical', 'warning: ApiDown pages on-call (critical)')}`);
});

test('the configuration says what pages', () => {
  checkRule(rule, `//- /.runbook.yaml\nalerts: { paging: [Sev2] }\n${told('sev2', 'warning: (sev2)')}`);
  checkRule(rule, `//- /.runbook.yaml\nalerts: { paging: [sev2] }\n${bare('ApiDown', 'page')}`);
});

test('a placeholder is as good as nothing, and said so', () => {
  checkRule(
    rule,
    bare(
      'ApiDown',
      'page',
      '\n          runbook_url: TODO\n                       ^^^^ warning: with "TODO" for a runbook',
    ),
  );
});

test('a placeholder is told also where another annotation has an address', () => {
  checkRule(
    rule,
    bare(
      'ApiDown',
      'page',
      '\n          runbook_url: " TBD "\n                        ^^^^^ warning: with "TBD" for a runbook\n          description: see https://wiki.acme.example/api',
    ),
  );
});

test('heartbeats, drills, tests and what may have a runbook elsewhere are left alone', () => {
  for (const name of ['Watchdog', 'InfoInhibitor', 'PagerDrill', 'DeadMansSwitch'])
    checkRule(rule, bare(name));
  checkRule(rule, bare('ApiDown', 'none'));
  checkRule(
    rule,
    bare().replace(
      'expr: up == 0\n        for: 5m\n        labels:\n          severity: page',
      'expr: vector(1)\n        labels:\n          severity: page',
    ),
  );
  checkRule(rule, bare().replaceAll('deploy/alerts.yaml', 'test/fixtures/alerts.yaml'));
  checkRule(rule, bare('ApiDown', 'page', '\n          description: see https://wiki.acme.example/api'));
  checkRule(rule, bare('ApiDown', '"{{ $severity }}"'));
});

test('where no alert names a runbook, one finding stands for all', () => {
  const first = `//- /a.yaml
groups:
  - name: a
    rules:
      - alert: First
               ^^^^^ information: workspace names a runbook, and 2 of them page on-call
        expr: up == 0
        labels: { severity: critical }
`;
  const second = alertsOf('\n          summary: down', { severity: 'critical' });
  checkRule(rule, `${runbooks}${first}${second}`);
  // by path, whichever is read first
  checkRule(rule, `${runbooks}${second}${first}`);
  // a file before it has alerts of which that cannot be told
  const template = first
    .replace('//- /a.yaml', '//- /_.yaml')
    .replace(/ +\^.*\n/, '')
    .replace('critical }\n', 'critical }\n        {{- with .Values.annotations }}{{ . }}{{ end }}\n');
  checkRule(rule, `${runbooks}${template}${first.replace('2 of', '1 of')}`);
});

test('nothing is said of alerts in Jsonnet, to which other files may add a runbook', () => {
  const mixin = `//- /.runbook.yaml
alerts: { files: ['**/*.libsonnet'] }
//- /mixin/alerts.libsonnet
{ groups: [{ rules: [{ alert: 'ApiDown', expr: 'up == 0', labels: { severity: 'page' }, annotations: {} }] }] }
`;
  checkRule(rule, `${mixin}${habit}${runbooks}`);
});
