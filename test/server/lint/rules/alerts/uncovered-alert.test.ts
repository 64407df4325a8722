import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { alertsOf } from '../../../../support/alert-files';

const rule = 'uncovered-alert';
const covered = `//- /docs/SoT.MONITORING.md
---
id_prefix: MON-XXX
---

## MON-001: API availability

**Alert**: \`ApiDown\`

Nothing else.
`;

test('an alert that no entry names is information, once for each name in a file', () => {
  checkRule(rule, `${covered}${alertsOf('')}`);
  const slow = alertsOf('', { name: 'ApiSlow' });
  const again = slow.slice(slow.indexOf('      - alert'));
  checkRule(
    rule,
    `${covered}${slow.replace('ApiSlow\n', 'ApiSlow\n               ^^^^^^^ information: No MON entry names ApiSlow\n')}${again}`,
  );
});

test('an address of an entry covers, and where no entry names an alert nothing is said', () => {
  checkRule(rule, `${covered}${alertsOf('\n          runbook_url: MON-001', { name: 'ApiSlow' })}`);
  checkRule(
    rule,
    `${covered.replace('**Alert**: `ApiDown`', 'Availability.')}${alertsOf('', { name: 'ApiSlow' })}`,
  );
  checkRule(rule, `${covered}${alertsOf('', { name: 'Watchdog' })}`);
});

test('an address of an entry by its file covers, an entry that is no monitoring does not', () => {
  for (const address of ['docs/SoT.MONITORING.md#mon-001-api-availability', 'docs/gone.md#MON-001'])
    checkRule(rule, `${covered}${alertsOf(`\n          runbook_url: ${address}`, { name: 'ApiSlow' })}`);
  const told = (address: string): string =>
    alertsOf(`\n          runbook_url: ${address}`, { name: 'ApiSlow' }).replace(
      'ApiSlow\n',
      'ApiSlow\n               ^^^^^^^ information\n',
    );
  const runbook = `//- /docs/SoT.RUNBOOKS.md
---
id_prefix: RUN-XXX
---

## RUN-001: Restart the API

**Alert**: \`ApiSlow\`

Restart it.
`;
  for (const address of ['RUN-001', 'docs/SoT.RUNBOOKS.md#run-001', 'docs/SoT.MONITORING.md#monday'])
    checkRule(rule, `${covered}${runbook}${told(address)}`);
});
