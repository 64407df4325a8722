import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, feature, point, release } from '../../documents';

test('a feature runbook', () => {
  checkRule(
    'approved-with-open-items',
    point(
      change(feature, '- [x] All tests pass', '- [ ] All tests pass'),
      'Active',
      'warning: with 1 open item in',
    ),
  );
});

test('a release runbook', () => {
  checkRule(
    'approved-with-open-items',
    point(
      change(change(release, '- [x] CI is green', '- [ ] CI is green'), '- [x] Rollback', '- [ ] Rollback'),
      'Approved',
      'warning: with 2 open items in',
      '| Status',
    ),
  );
});

test('a draft may have open items', () => {
  checkRule(
    'approved-with-open-items',
    change(
      change(release, '- [x] CI is green', '- [ ] CI is green'),
      '| Status | Approved   |',
      '| Status | Reviewed   |',
    ),
  );
});
