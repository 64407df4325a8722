import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
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

const rule = 'invalid-risk-level';

test.each(['medium-high', 'low to medium', 'High (writes stop)', '**Low**', 'low/medium'])(
  '%s is a level',
  (value) => {
    checkRule(rule, change(playbook, '**Risk Level:** Low', `**Risk Level:** ${value}`));
  },
);

test.each(['lowest', 'highly unlikely', 'level low'])('%s is none', (value) => {
  checkRule(
    rule,
    point(change(playbook, '**Risk Level:** Low', `**Risk Level:** ${value}`), value, 'warning'),
  );
});

test('a menu in front matter is one value too many, a placeholder in the text is for another rule', () => {
  checkRule(
    rule,
    point(
      change(playbook, 'risk_level: low', 'risk_level: low | medium | high'),
      'low | medium | high',
      'warning: Use low, medium or high',
    ),
  );
  checkRule(rule, change(playbook, '**Risk Level:** Low', '**Risk Level:** [Level]'));
});

test('the fix offers the nearest level first, and keeps case and quotes', () => {
  checkFix(rule, change(playbook, '**Risk Level:** Low', '**Risk Level:** Lwo'), playbook, 'Change to "low"');
  checkFix(
    rule,
    change(playbook, '**Risk Level:** Low', '**Risk Level:** extreme'),
    change(playbook, '**Risk Level:** Low', '**Risk Level:** high'),
    'Change to "high"',
  );
  checkFix(
    rule,
    change(playbook, 'risk_level: low', 'risk_level: "Extreme"'),
    change(playbook, 'risk_level: low', 'risk_level: "medium"'),
    'Change to "medium"',
  );
});
