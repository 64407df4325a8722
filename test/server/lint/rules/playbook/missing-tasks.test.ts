import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

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

test('bullets or code right below the heading', () => {
  const bare = change(
    playbook,
    '**Tasks:**\n\n1. Copy the mail with `make copy`\n\n',
    '- Copy the mail\n- Compare the counts\n\n',
  );
  checkRule('missing-tasks', bare);
  checkRule(
    'missing-tasks',
    change(bare, '- Copy the mail\n- Compare the counts\n', '```bash\nmake copy\n```\n'),
  );
});

test('bullets of an objective are no tasks', () => {
  const without = change(
    playbook,
    '**Tasks:**\n\n1. Copy the mail with `make copy`\n\n',
    '**Objective:**\n\n- Copy the mail\n- Compare the counts\n\n',
  );
  checkRule('missing-tasks', point(without, 'Phase 2: Copy', 'warning: Phase 2 has no tasks'));
});
