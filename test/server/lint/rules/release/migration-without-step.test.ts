import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, point, release } from '../../documents';

test('nothing runs it', () => {
  checkRule(
    'migration-without-step',
    point(
      change(change(release, 'Run the database migration', 'Prepare'), 'shopctl migrate up', 'make prepare'),
      'Yes -- add_gift_wrap',
      'warning: no deployment step',
    ),
  );
});

test('nothing reverts it', () => {
  checkRule(
    'migration-without-step',
    point(
      change(release, /Step 2: Revert[^]*?(?=```\n\n## 7)/, ''),
      'Yes -- add_gift_wrap',
      'warning: no rollback step',
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
