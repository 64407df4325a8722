import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, point, release } from '../../documents';

test('no section', () => {
  checkRule(
    'missing-smoke-test',
    point(
      change(release, /## 5[.] Smoke[^]*?(?=## 6)/, ''),
      'Release Runbook: Shop v2.14.0',
      'warning: no smoke tests',
    ),
  );
});

test('no critical row', () => {
  checkRule(
    'missing-smoke-test',
    point(change(release, '| Critical |', '| Major    |'), '5. Smoke Tests', 'warning: has no critical test'),
  );
});

test('a deployment that does not run them', () => {
  checkRule(
    'missing-smoke-test',
    point(
      change(release, /\nStep 3: Run the smoke[^]*?(?=```)/, ''),
      '4.1 Production Deployment',
      'warning: does not run the smoke tests',
    ),
  );
});
