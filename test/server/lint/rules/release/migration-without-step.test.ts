import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, point, release } from '../../documents';

test('nothing runs it', () => {
  checkRule(
    'migration-without-step',
    point(
      change(change(release, 'Run the database migration', 'Prepare'), 'shopctl migrate up', 'make prepare'),
      'Yes -- add_gift_wrap',
      'warning: No deployment step runs',
    ),
  );
});

test('nothing reverts it', () => {
  checkRule(
    'migration-without-step',
    point(
      change(release, /Step 2: Revert[^]*?(?=```\n\n## 7)/, ''),
      'Yes -- add_gift_wrap',
      'warning: No rollback step reverts',
    ),
  );
});

test('nothing runs or reverts it', () => {
  const notRun = change(
    change(release, 'Run the database migration', 'Prepare'),
    'shopctl migrate up',
    'make prepare',
  );
  checkRule(
    'migration-without-step',
    point(
      change(notRun, /Step 2: Revert[^]*?(?=```\n\n## 7)/, ''),
      'Yes -- add_gift_wrap',
      'warning: No step runs or reverts',
    ),
  );
});

test('no migration', () => {
  checkRule(
    'migration-without-step',
    change(
      change(change(release, 'Yes -- add_gift_wrap', 'No'), 'Run the database migration', 'Prepare'),
      'shopctl migrate up',
      'make prepare',
    ),
  );
});
