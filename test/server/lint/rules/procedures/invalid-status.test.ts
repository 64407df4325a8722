import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { sotFile } from '../../run-entry';

const rule = 'invalid-status';

const entry = (id: string, status: string): string =>
  sotFile(`## ${id}: Something\n\n**ID**: ${id}\n**Owner**: Team\n**Status**: ${status}`);

test('the values of the templates and drafts are accepted, with any tail', () => {
  checkRule(rule, entry('GTM-001', 'Complete'));
  for (const id of ['DEP-001', 'GTM-001', 'RUN-001', 'MON-001']) {
    for (const status of [
      'Active',
      'planned',
      'Draft',
      'Deprecated',
      'Active (EPIC-04b, 2026-05-09)',
      '✅ Active',
    ])
      checkRule(rule, entry(id, status));
  }
});

test('another value is a warning on the value', () => {
  checkRule(rule, entry('DEP-001', 'Live since March\n            ^^^^^^^^^^^^^^^^ warning: Unknown status'));
  checkRule(rule, entry('RUN-001', 'Complete\n            ^^^^^^^^ warning'));
});

test('menus of the template and other prefixes are left alone', () => {
  checkRule(rule, entry('DEP-001', 'Active | Deprecated | Planned'));
  checkRule(rule, entry('RISK-001', 'Mitigated'));
});

test('the fix corrects a slip of the pen, and never turns a value around', () => {
  checkFix(rule, entry('DEP-001', 'Actve'), entry('DEP-001', 'Active'));
  expect(() => {
    checkFix(rule, entry('DEP-001', 'Inactive'), entry('DEP-001', 'Active'));
  }).toThrow('no such fix');
});
