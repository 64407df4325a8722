import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('another duration and another risk', () => {
  checkRule(
    'front-matter-mismatch',
    point(
      point(
        change(
          change(playbook, '**Estimated Duration:** 2d', '**Estimated Duration:** 3 weeks'),
          '**Risk Level:** Low',
          '**Risk Level:** High',
        ),
        '3 weeks',
        'information: differs from estimated_duration',
      ),
      'High',
      'information: differs from risk_level',
    ),
  );
});

test('the same duration in other words', () => {
  checkRule(
    'front-matter-mismatch',
    change(
      change(playbook, '**Estimated Duration:** 2d', '**Estimated Duration:** 48 hours'),
      '**Risk Level:** Low',
      '**Risk Level:** Low (only mail)',
    ),
  );
});

test('the fix writes the value of the front matter', () => {
  const document = change(playbook, '**Risk Level:** Low', '**Risk Level:** High');
  checkFix('front-matter-mismatch', document, playbook, 'Change to "Low"');
});
