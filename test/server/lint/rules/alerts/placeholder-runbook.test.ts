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
      `${runbooks}${alertsOf(`\n          runbook_url: ${words}\n                       ${carets} information: has "${words}" for a runbook`, { severity: 'ticket' })}`,
    );
  checkRule(rule, `${runbooks}${alertsOf('\n          runbook_url: RUN-001', { severity: 'ticket' })}`);
});

test('another address of the same alert is enough', () => {
  checkRule(
    rule,
    `${runbooks}${alertsOf('\n          runbook: TODO\n          runbook_url: RUN-001', { severity: 'ticket' })}`,
  );
});

test('an empty address is one too, and blanks around a placeholder are no part of it', () => {
  checkRule(
    rule,
    `${runbooks}${alertsOf('\n          runbook_url: " TODO "\n                        ^^^^^^ information: has "TODO" for a runbook', { severity: 'ticket' })}`,
  );
  checkRule(
    rule,
    `${runbooks}${alertsOf('\n          runbook_url:\n          ^^^^^^^^^^^ information: has an empty runbook address', { severity: 'ticket' })}`,
  );
});

test('several placeholders of one alert are one, and heartbeats need none', () => {
  checkRule(
    rule,
    `${runbooks}${alertsOf('\n          runbook_url: TODO\n                       ^^^^ information\n          runbook: TBD', { severity: 'ticket' })}`,
  );
  checkRule(
    rule,
    `${runbooks}${alertsOf('\n          runbook_url: TODO', { severity: 'ticket', name: 'Watchdog' })}`,
  );
});
