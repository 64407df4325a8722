import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { alertsOf } from '../../../../support/alert-files';

const rule = 'alert-runbook-mismatch';
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
                       ^^^^^^^ warning: ApiDown leads to the runbook of ApiSlow, and RUN-001 is about ApiDown`)}`,
  );
});

test('a page of another alert is one too, and so is its heading in a long document', () => {
  const pages =
    '//- /pages/ApiDown.md\n# ApiDown\n\nRestart it.\n//- /pages/ApiSlow.md\n# ApiSlow\n\nAdd one.\n';
  checkRule(
    rule,
    `${entries}${pages}${slow}${alertsOf(`
          runbook_url: pages/ApiSlow.md
                       ^^^^^^^^^^^^^^^^ warning: leads to the runbook of ApiSlow`)}`,
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
