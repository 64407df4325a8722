import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
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

const plan = '## Communication Plan\n\n- [ ] Tell everybody on the day before\n\n';

test.each(['## Notifications', '## Who to tell', '## Internal announcements'])('%s is a plan', (heading) => {
  checkRule('missing-communication', change(playbook, '## Communication Plan', heading));
});

test('an empty plan is none, and the fix adds no other', () => {
  const empty = change(playbook, '- [ ] Tell everybody on the day before\n', '');
  checkRule('missing-communication', point(empty, 'Communication Plan', 'information'));
  expect(() => {
    checkFix('missing-communication', empty, empty);
  }).toThrow('there are: none');
});

test('the fix adds a plan before the log', () => {
  const part = (name: string, hint: string): string => `### ${name}\n\n- [ ] [${hint}]\n\n`;
  checkFix(
    'missing-communication',
    change(playbook, plan, ''),
    change(
      playbook,
      '- [ ] Tell everybody on the day before\n\n',
      part('Before Execution', 'Who is notified beforehand, and where') +
        part('During Execution', 'Where progress is posted') +
        part('After Execution', 'Who gets the summary'),
    ),
    'Communication Plan',
  );
});
