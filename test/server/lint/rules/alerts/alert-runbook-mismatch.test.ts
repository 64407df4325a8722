import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { alertsOf } from '../../../../support/alert-files';

const rule = 'alert-runbook-mismatch';
/** Pages alone make no workspace of ours. */
const ours = '//- /.runbook.yaml\nalerts:\n';
const entries = `//- /docs/SoT.RUNBOOKS.md
---
id_prefix: RUN-XXX
---

## RUN-001: Restart the API

**Alert**: \`ApiDown\`

Restart it.

## RUN-002: Add a node

**Alert**: \`ApiSlow\`

Add one.
`;
const slow = alertsOf('\n          runbook_url: RUN-002', { name: 'ApiSlow' }).replace(
  'alerts.yaml',
  'slow.yaml',
);

test('the entry of another alert is a warning on the address', () => {
  checkRule(
    rule,
    `${entries}${slow}${alertsOf(`
          runbook_url: RUN-002
                       ^^^^^^^ warning: is the runbook of ApiSlow. Use RUN-001, which is about ApiDown`)}`,
  );
});

test('a page of another alert is one too, and so is its heading in a long document', () => {
  const pages =
    '//- /pages/ApiDown.md\n# ApiDown\n\nRestart it.\n//- /pages/ApiSlow.md\n# ApiSlow\n\nAdd one.\n';
  checkRule(
    rule,
    `${entries}${pages}${slow}${alertsOf(`
          runbook_url: pages/ApiSlow.md
                       ^^^^^^^^^^^^^^^^ warning: is the runbook of ApiSlow`)}`,
  );
  const long = '//- /all.md\n# Alerts\n\n## ApiDown\n\nRestart it.\n\n## ApiSlow\n\nAdd one.\n';
  checkRule(
    rule,
    `${entries}${long}${slow}${alertsOf(`
          runbook_url: all.md#apislow
                       ^^^^^^^^^^^^^^ warning`)}`,
  );
});

test('one runbook for several alerts is normal', () => {
  const both = entries.replace('`ApiSlow`', '`ApiSlow`, `ApiDown`');
  checkRule(rule, `${both}${slow}${alertsOf('\n          runbook_url: RUN-002')}`);
  const none = entries.replace('**Alert**: `ApiDown`\n', '');
  checkRule(rule, `${none}${slow}${alertsOf('\n          runbook_url: RUN-002')}`);
  checkRule(rule, `${entries}${alertsOf('\n          runbook_url: RUN-002')}`);
});

test('an address of an entry by its file leads to that entry', () => {
  checkRule(
    rule,
    `${entries}${slow}${alertsOf(`
          runbook_url: docs/SoT.RUNBOOKS.md#run-002
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: is the runbook of ApiSlow`)}`,
  );
  checkRule(rule, `${entries}${slow}${alertsOf('\n          runbook_url: docs/SoT.RUNBOOKS.md#run-001')}`);
  checkRule(rule, `${entries}${slow}${alertsOf('\n          runbook_url: docs/SoT.RUNBOOKS.md')}`);
});

test('a page that speaks of several alerts is for all of them', () => {
  const pages = ours + '//- /ApiDown.md\n# ApiDown\n\nRestart it.\n//- /ApiSlow.md\n# ApiSlow\n\nAdd one.\n';
  const several = pages.replace('Add one.', 'Add one.\n\n## ApiErrors\n\nRoll back.');
  checkRule(rule, `${several}${slow}${alertsOf('\n          runbook_url: ApiSlow.md')}`);
  // nor is a page with a title of its own about the one alert that it has a heading for
  const titled = pages.replace('# ApiSlow', '# The API\n\n## ApiSlow');
  checkRule(rule, `${titled}${slow}${alertsOf('\n          runbook_url: ApiSlow.md')}`);
  // the same alert twice is one
  const twice = pages.replace('Add one.', 'Add one.\n\n## Apislow\n\n**Alert**: `APISLOW`\n\nRoll back.');
  checkRule(
    rule,
    `${twice}${slow}${alertsOf(`
          runbook_url: ApiSlow.md
                       ^^^^^^^^^^ warning: Use ApiDown.md, which is about ApiDown`)}`,
  );
});

test('a heading of a long document is a runbook of its own, a monitoring entry is none', () => {
  const long = ours + '//- /all.md\n# Alerts\n\n## ApiDown\n\nRestart it.\n\n## ApiSlow\n\nAdd one.\n';
  checkRule(
    rule,
    `${long}${slow}${alertsOf(`
          runbook_url: all.md#apislow
                       ^^^^^^^^^^^^^^ warning: Use all.md#apidown, which is about ApiDown`)}`,
  );
  const monitored = entries
    .replaceAll('RUN-XXX', 'RUN-XXX, MON-XXX')
    .replace('## RUN-001: Restart the API', '## MON-001: Availability');
  checkRule(rule, `${monitored}${slow}${alertsOf('\n          runbook_url: RUN-002')}`);
  // a field of a page says what it is about, not which page that is
  const field =
    ours + '//- /list.md\n# Alerts\n\n**Alert**: `ApiDown`\n\nRestart it.\n\n## ApiSlow\n\nAdd one.\n';
  checkRule(rule, `${field}${slow}${alertsOf('\n          runbook_url: list.md#apislow')}`);
});

test('what is in a template or an archive is no runbook', () => {
  const old = entries.replace('//- /docs', '//- /archive').replace(/## RUN-002[^]*/, '');
  const own = ours + '//- /ApiSlow.md\n# ApiSlow\n\nAdd one.\n';
  checkRule(rule, `${old}${own}${slow}${alertsOf('\n          runbook_url: ApiSlow.md')}`);
});

test('an alias of the address of another alert is told at that address', () => {
  const shared = `//- /deploy/alerts.yaml
groups:
  - name: api
    rules:
      - alert: ApiSlow
        expr: latency > 1
        annotations:
          runbook_url: &page RUN-002
                             ^^^^^^^ warning: is the runbook of ApiSlow
      - alert: ApiDown
        expr: up == 0
        annotations:
          runbook_url: *page
      - alert: apidown
        expr: up == 0
        annotations:
          runbook_url: *page
`;
  checkRule(rule, `${entries}${shared}`);
});

test('addresses elsewhere, of what is not there and of what is said of no alert lead to no other runbook', () => {
  for (const address of [
    'https://wiki.acme.example/x',
    'gone.md',
    'RUN-099',
    'OPS-001',
    'docs/SoT.RUNBOOKS.md#gone',
  ])
    checkRule(rule, `${entries}${slow}${alertsOf(`\n          runbook_url: ${address}`)}`);
});
