import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('header and change log differ', () => {
  checkRule(
    'version-mismatch',
    point(change(feature, '**Version:** 1.1', '**Version:** 1.0'), '1.0', 'warning: header says version 1.0'),
  );
});

test('a version that the change log does not have yet', () => {
  checkRule(
    'version-mismatch',
    point(change(feature, '**Version:** 1.1', '**Version:** 1.2'), '1.2', 'warning: Add a row'),
  );
});

test('the order of the rows does not matter', () => {
  checkRule(
    'version-mismatch',
    change(
      feature,
      '| 2026-10-12 | 1.0     | Initial version | M. Okafor |\n| 2026-11-10 | 1.1     | Slips           | S. Iyer   |',
      '| 2026-11-10 | v1.1 | Slips | S. Iyer |\n| 2026-10-12 | 1.0 | Initial version | M. Okafor |',
    ),
  );
});

test('the fix raises the version', () => {
  const document = change(feature, '**Version:** 1.1', '**Version:** 1.0');
  checkFix('version-mismatch', document, feature);
});
