import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'missing-category';

test('a runbook entry without a category is information', () => {
  checkRule(rule, runEntry());
  checkRule(
    rule,
    runEntry({
      title: `RUN-001: Connection pool is exhausted
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: no category`,
      category: null,
    }),
  );
  checkRule(rule, runEntry({ category: 'Category:\n^^^^^^^^ information' }));
});

test('the fix offers the choice as the first field', () => {
  checkFix(
    rule,
    runEntry({ category: null }),
    runEntry({ category: 'Category: [Incident | Deployment | Maintenance | Recovery | Escalation]' }),
    'Category',
  );
});
