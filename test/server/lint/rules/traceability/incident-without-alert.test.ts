import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { changed, windows } from '../../../../support/sot-entries';
import { runEntry } from '../../run-entry';

const rule = 'incident-without-alert';
const trigger =
  '[MON-001](#mon-001-checkout-error-rate) has paged, and the share of failed checkouts is above 5 percent.';
const heading = '### When to Use\n';

test('an incident runbook whose trigger names no alert is information on the trigger', () => {
  const caret = `${heading}    ^^^^^^^^^^^ information: trigger of RUN-001 names no alert\n`;
  checkRule(rule, changed([trigger, 'Many checkouts fail.'], [heading, caret]));
  checkRule(rule, windows(changed([trigger, 'Many checkouts fail.'], [heading, caret])));
});

test('a plain trigger line is read too', () => {
  checkRule(rule, changed([`${heading}\n${trigger}`, 'Trigger: many checkouts fail\n^^^^^^^ information']));
});

test('reports of users are a trigger of their own', () => {
  checkRule(rule, changed([trigger, 'Users report that the checkout fails.']));
});

test('runbooks of other categories are left alone', () => {
  checkRule(
    rule,
    changed(
      [trigger, 'Every first Monday of the month.'],
      ['**Category**: Incident Response', '**Category**: Maintenance'],
    ),
  );
});

test('a row of a table is a trigger like others', () => {
  const table = (words: string): string =>
    changed([`${heading}\n${trigger}\n`, ''], ['**Category**: Incident Response', words]);
  const row = (value: string, caret = ''): string =>
    `| Field | Value |\n| --- | --- |\n| Category | Incident |\n| Trigger | ${value} |\n${caret}`;
  checkRule(rule, table(row('Many checkouts fail', '  ^^^^^^^ information: names no alert\n')));
  checkRule(rule, table(row('MON-001')));
});

test('a runbook without a trigger names no alert, unless it names one elsewhere', () => {
  const alone = runEntry({
    title:
      'RUN-001: Connection pool is exhausted\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: RUN-001 names no alert',
    trigger: null,
  });
  checkRule(rule, `//- /.runbook.yaml\nrules:\n  missing-trigger: off\n${alone}`);
  checkRule(
    rule,
    `//- /.runbook.yaml\nrules:\n  missing-trigger: off\n${runEntry({ trigger: null, post: '\nLinked IDs: MON-001' })}`,
  );
});
