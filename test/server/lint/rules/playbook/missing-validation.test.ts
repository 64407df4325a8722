import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('none', () => {
  checkRule(
    'missing-validation',
    point(
      change(playbook, '## Validation\n\n- [ ] Mail arrives from outside and from inside\n\n', ''),
      'Playbook: Move the mail server',
      'information',
      '# Playbook',
    ),
  );
});

test('the fix adds a section in its place', () => {
  const document = change(
    playbook,
    '## Validation\n\n- [ ] Mail arrives from outside and from inside\n\n',
    '',
  );
  checkFix(
    'missing-validation',
    document,
    change(
      playbook,
      'Mail arrives from outside and from inside',
      '[What works as before, and how to see it]',
    ),
    'Validation',
  );
});
