import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('in front matter', () => {
  checkRule(
    'invalid-risk-level',
    point(
      change(playbook, 'risk_level: low', 'risk_level: extreme'),
      'extreme',
      'warning: Invalid risk level "extreme"',
    ),
  );
});

test('in the text', () => {
  checkRule(
    'invalid-risk-level',
    point(change(playbook, '**Risk Level:** Low', '**Risk Level:** Tiny'), 'Tiny', 'warning'),
  );
});

test('remarks and ranges are fine', () => {
  checkRule(
    'invalid-risk-level',
    change(playbook, '**Risk Level:** Low', '**Risk Level:** Low to medium (only mail)'),
  );
});
