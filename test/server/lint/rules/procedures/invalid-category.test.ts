import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotFile } from '../../run-entry';

const rule = 'invalid-category';

test('the values of both templates are accepted, whatever their case and tail', () => {
  for (const value of [
    'Incident',
    'incident response',
    'Recovery (database)',
    '**Escalation**',
    'Incident / Recovery',
  ])
    checkRule(rule, runEntry({ category: `Category: ${value}` }));
});

test('another value is a warning on the value without its tail', () => {
  checkRule(
    rule,
    runEntry({
      category: 'Category: Outage (database)\n          ^^^^^^ warning: Unknown category "Outage"',
    }),
  );
  checkRule(
    rule,
    sotFile(`
## DEP-001: Roll out

**ID**: DEP-001
**Category:** Websites
              ^^^^^^^^ warning
**Status**: Active`),
  );
});

test('a typo is told with the value that was meant', () => {
  checkRule(
    rule,
    runEntry({
      category: 'Category: Incidnet\n          ^^^^^^^^ warning: Use Incident, or add it',
    }),
  );
});

test('template text, empty fields and entries without a list are left alone', () => {
  checkRule(rule, runEntry({ category: 'Category: [Incident | Recovery]' }));
  checkRule(rule, runEntry({ category: 'Category:' }));
  checkRule(rule, sotFile('## BR-001: A rule\n\n**ID**: BR-001\n**Category**: Money\n**Status**: Active'));
});

test('the configuration adds values', () => {
  checkRule(
    rule,
    `//- /.runbook.yaml\ncategories:\n  RUN: [Outage]\n${runEntry({ category: 'Category: Outage' })}`,
  );
});

test('the fix corrects a slip of the pen', () => {
  checkFix(
    rule,
    runEntry({ category: 'Category: Incidnet (db)' }),
    runEntry({ category: 'Category: Incident (db)' }),
  );
  checkFix(
    rule,
    runEntry({ category: 'Category: Outage' }),
    runEntry({ category: 'Category: Recovery' }),
    'Recovery',
  );
});
