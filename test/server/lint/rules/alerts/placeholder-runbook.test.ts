import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { alertsOf, runbooks } from '../../../../support/alert-files';

const rule = 'placeholder-runbook';

test('a placeholder on an alert that pages nobody is information', () => {
  for (const [words, carets] of [
    ['TODO', '^^^^'],
    ['TBD: the team', '^^^^^^^^^^^^^'],
  ] as const)
    checkRule(
      rule,
      `${runbooks}${alertsOf(`\n          runbook_url: ${words}\n                       ${carets} information: has "${words}" in place of a runbook`, { severity: 'ticket' })}`,
    );
  checkRule(rule, `${runbooks}${alertsOf('\n          runbook_url: RUN-001', { severity: 'ticket' })}`);
});

test('another address of the same alert is enough', () => {
  checkRule(
    rule,
    `${runbooks}${alertsOf('\n          runbook: TODO\n          runbook_url: RUN-001', { severity: 'ticket' })}`,
  );
});
