import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('a phase without one', () => {
  checkRule(
    'missing-objective',
    point(
      change(playbook, '**Objective:** The new host has all mail.\n\n', ''),
      'Phase 2: Copy',
      'information: Phase 2 has no objective',
    ),
  );
});

test('an empty one', () => {
  checkRule(
    'missing-objective',
    point(
      change(playbook, '**Objective:** The new host has all mail.', '**Objective:**'),
      'Objective',
      'information',
      'Phase 2: Copy',
    ),
  );
});

test('a heading "Goal" is one', () => {
  checkRule(
    'missing-objective',
    change(
      playbook,
      '**Objective:** The new host has all mail.\n\n',
      '#### Goal\n\nThe new host has all mail.\n\n',
    ),
  );
});
