import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('one branch', () => {
  checkRule(
    'incomplete-decision-point',
    point(
      change(playbook, '- **If mail is lost**: go back\n', ''),
      'Decision Point',
      'warning: only one branch',
    ),
  );
});

test('no escalation', () => {
  checkRule(
    'incomplete-decision-point',
    point(
      change(playbook, '- **Escalation**: call the mail team\n', ''),
      'Decision Point',
      'warning: no escalation',
    ),
  );
});

test('branches as a table', () => {
  checkRule(
    'incomplete-decision-point',
    change(
      playbook,
      '- **If mail is late**: wait for one hour\n- **If mail is lost**: go back\n- **Escalation**: call the mail team',
      '| If | Then |\n| --- | --- |\n| If mail is late | wait |\n| If mail is lost | go back, escalate to the mail team |',
    ),
  );
});
