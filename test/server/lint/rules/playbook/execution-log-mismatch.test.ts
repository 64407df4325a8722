import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('a phase without a row', () => {
  checkRule(
    'execution-log-mismatch',
    point(
      change(playbook, '| 2     |            |           |             |       |\n', ''),
      'Execution Log',
      'warning: Phase 2',
    ),
  );
});

test('a row without a phase', () => {
  checkRule(
    'execution-log-mismatch',
    point(
      change(
        playbook,
        '| 3     |            |           |             |       |',
        '| 3     |            |           |             |       |\n| 7     |            |           |             |       |',
      ),
      '7',
      'warning: Phase 7',
      '| 7',
    ),
  );
});

test('free rows and other spellings', () => {
  checkRule(
    'execution-log-mismatch',
    change(
      change(playbook, '| 2     |', '| Phase 2: Copy |'),
      '| 3     |            |           |             |       |',
      '| Switch |  |  |  |  |\n| Rehearsal |  |  |  |  |',
    ),
  );
});

test('the fix adds a row', () => {
  const document = change(playbook, '| 2     |            |           |             |       |\n', '');
  checkFix('execution-log-mismatch', document, playbook);
});
