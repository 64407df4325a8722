import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('none', () => {
  checkRule(
    'missing-communication',
    point(
      change(playbook, '## Communication Plan\n\n- [ ] Tell everybody on the day before\n\n', ''),
      'Playbook: Move the mail server',
      'information',
      '# Playbook',
    ),
  );
});

test('talking during a rollback is not the plan', () => {
  checkRule(
    'missing-communication',
    point(
      change(
        change(playbook, '## Communication Plan\n\n- [ ] Tell everybody on the day before\n\n', ''),
        '### Data Pres',
        '### Communication During Rollback\n\n- The mail team\n\n### Data Pres',
      ),
      'Playbook: Move the mail server',
      'information',
      '# Playbook',
    ),
  );
});
