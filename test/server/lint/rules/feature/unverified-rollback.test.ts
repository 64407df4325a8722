import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('nothing confirms it', () => {
  checkRule(
    'unverified-rollback',
    point(change(feature, /#### Step 2: Verify Rollback[^]*?(?=## 8)/, ''), '7.2 Rollback Steps', 'warning'),
  );
});

test('a checklist of its own', () => {
  checkRule('unverified-rollback', change(feature, /#### Step 2: Verify Rollback[^]*?(?=\*\*Checklist)/, ''));
});
