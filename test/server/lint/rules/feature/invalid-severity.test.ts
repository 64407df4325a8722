import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('an unknown one', () => {
  checkRule(
    'invalid-severity',
    point(change(feature, '| Critical |', '| Urgent |'), 'Urgent', 'information: no severity'),
  );
});

test('classes of pagers', () => {
  checkRule(
    'invalid-severity',
    change(change(feature, '| Critical |', '| SEV1 |'), '| High     | Common', '| P2 | Common'),
  );
});
