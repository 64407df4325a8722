import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('one branch', () => {
  checkRule(
    'incomplete-decision-point',
    point(
      change(playbook, '- **If mail is lost**: go back\n', ''),
      'Decision Point',
      'warning: only one branch, so',
    ),
  );
});

test('no escalation', () => {
  checkRule(
    'incomplete-decision-point',
    point(
      change(playbook, '- **Escalation**: call the mail team\n', ''),
      'Decision Point',
      'warning: has no escalation, so',
    ),
  );
});

test('one branch and no escalation', () => {
  checkRule(
    'incomplete-decision-point',
    point(
      change(playbook, '- **If mail is lost**: go back\n- **Escalation**: call the mail team\n', ''),
      'Decision Point',
      'warning: only one branch and no escalation',
    ),
  );
});

test('no branches', () => {
  const branches = '- **If mail is late**: wait for one hour\n- **If mail is lost**: go back\n';
  checkRule(
    'incomplete-decision-point',
    point(
      change(
        playbook,
        `${branches}- **Escalation**: call the mail team\n`,
        'Decide by the escalation policy.\n',
      ),
      'Decision Point',
      'warning: has no branches, so',
    ),
  );
  checkRule(
    'incomplete-decision-point',
    point(
      change(playbook, `${branches}- **Escalation**: call the mail team\n`, 'Decide.\n'),
      'Decision Point',
      'warning: no branches and no escalation',
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
