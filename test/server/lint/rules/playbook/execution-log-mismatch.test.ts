import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('a phase without a row', () => {
  checkRule(
    'execution-log-mismatch',
    point(
      change(playbook, '| 2     |            |           |             |       |\n', ''),
      'Execution Log',
      'warning: no row for Phase 2',
    ),
  );
});

test('several phases without a row', () => {
  checkRule(
    'execution-log-mismatch',
    point(
      change(playbook, /\| 2 {5}\|.*\n\| 3 {5}\|.*\n/, ''),
      'Execution Log',
      'warning: no rows for phases 2, 3',
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
      'warning: Phase 7 in the execution log does not exist',
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
