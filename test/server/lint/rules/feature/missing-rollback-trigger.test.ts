import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('no triggers', () => {
  checkRule(
    'missing-rollback-trigger',
    point(
      change(feature, '### 7.1 Rollback Triggers\n\n- More than 5 percent of the orders fail\n\n', ''),
      '7. Rollback Procedures',
      'warning',
    ),
  );
});

test('an empty section', () => {
  checkRule(
    'missing-rollback-trigger',
    point(
      change(feature, '- More than 5 percent of the orders fail\n\n', ''),
      '7.1 Rollback Triggers',
      'warning',
    ),
  );
});

test('a label', () => {
  checkRule(
    'missing-rollback-trigger',
    change(feature, '### 7.1 Rollback Triggers\n\n- More', '**When to roll back:**\n\n- More'),
  );
});
