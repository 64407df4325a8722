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

const rule = 'front-matter-mismatch';

test('template text and values that other rules report differ from nothing', () => {
  checkRule(rule, change(playbook, '**Risk Level:** Low', '**Risk Level:** [Level]'));
  checkRule(rule, change(playbook, 'risk_level: low', 'risk_level: low | medium | high'));
  checkRule(rule, change(playbook, '**Risk Level:** Low', '**Risk Level:** Tiny'));
  checkRule(rule, change(playbook, 'risk_level: low', 'risk_level: extreme'));
  checkRule(rule, change(playbook, '**Estimated Duration:** 2d', '**Estimated Duration:** soon'));
  checkRule(rule, change(playbook, 'estimated_duration: 2d', 'estimated_duration: soon'));
});

test('a value that only one of them states is no difference', () => {
  checkRule(rule, change(playbook, '**Risk Level:** Low\n\n', ''));
  checkRule(rule, change(playbook, 'risk_level: low\n', ''));
});

test('either side can be taken', () => {
  const risk = change(playbook, '**Risk Level:** Low', '**Risk Level:** High (only mail)');
  checkFix(rule, risk, change(risk, 'risk_level: low', 'risk_level: high'), 'in the front matter to "high"');
  const duration = change(playbook, '**Estimated Duration:** 2d', '**Estimated Duration:** 3 weeks');
  checkFix(rule, duration, playbook, 'Change to "2d"');
  checkFix(
    rule,
    duration,
    change(duration, 'estimated_duration: 2d', 'estimated_duration: 3 weeks'),
    'in the front matter to "3 weeks"',
  );
});
