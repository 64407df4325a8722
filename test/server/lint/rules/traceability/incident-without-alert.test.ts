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

test('where the entry links an alert, that is the one to name', () => {
  const named = (words: string): string =>
    changed(
      [trigger, 'Many checkouts fail.'],
      [heading, `${heading}    ^^^^^^^^^^^ information: ${words}\n`],
    );
  checkRule(rule, named('Name the linked MON entry that fires'));
  checkRule(
    rule,
    named('Name a MON entry, or say').replace('- [MON-001](#mon-001-checkout-error-rate) - alert\n', ''),
  );
});

test('deprecated entries, other prefixes and categories that only mention incidents are left alone', () => {
  checkRule(
    rule,
    changed(
      [trigger, 'Many fail.'],
      ['## RUN-001: Checkout errors\n', '## RUN-001: Checkout errors [DEPRECATED]\n'],
    ),
  );
  checkRule(
    rule,
    changed(['**Category**: Application\n', '**Category**: Incident\n**Trigger**: many fail\n']),
  );
  checkRule(
    rule,
    changed([trigger, 'Many fail.'], ['**Category**: Incident Response', '**Category**: No incident']),
  );
  checkRule(rule, changed([trigger, 'Many fail.'], ['**Category**: Incident Response\n', '']));
});

test('of several triggers one that names an alert is enough, and an empty one is no matter', () => {
  checkRule(rule, changed([heading, '### When to Use\n\nMany fail.\n\n### Symptoms\n']));
  checkRule(rule, changed([heading, '### When to Use\n\n### Symptoms\n']));
  checkRule(
    rule,
    changed([
      `${heading}\n${trigger}`,
      '### When to Use\n\n### Symptoms\n    ^^^^^^^^ information: The trigger of RUN-001 names no alert\n\nMany fail.',
    ]),
  );
});
