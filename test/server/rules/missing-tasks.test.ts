import { test } from 'vitest';
import { checkRule } from '../../support/check-rule';
import { change, playbook, point } from './documents';

test('a phase without tasks', () => {
  checkRule(
    'missing-tasks',
    point(
      change(playbook, '**Tasks:**\n\n1. Copy the mail with `make copy`\n\n', ''),
      'Phase 2: Copy',
      'warning: Phase 2',
    ),
  );
});

test('an empty label', () => {
  checkRule(
    'missing-tasks',
    point(change(playbook, '1. Copy the mail with `make copy`\n\n', ''), 'Tasks', 'warning', 'Phase 2: Copy'),
  );
});

test('steps by other names, or a bare list', () => {
  checkRule(
    'missing-tasks',
    change(
      change(playbook, '**Tasks:**\n\n1. Copy', '1. Copy'),
      '**Tasks:**\n\n1. Switch',
      '#### Steps\n\n1. Switch',
    ),
  );
});
