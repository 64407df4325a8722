import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('twice', () => {
  checkRule(
    'duplicate-error-code',
    point(
      change(feature, '| ERR-002 ', '| ERR-001 '),
      'ERR-001',
      'warning: Duplicate error code "ERR-001" (see line',
      'ERR-001    | No price',
    ),
  );
});
