import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { changed } from '../../../../support/sot-entries';

const rule = 'orphan-id';
const on = '//- /.runbook.yaml\nrules:\n  orphan-id: warning\n';
const used = '//- /notes.md\nDEP-001, GTM-001, MON-001 and RISK-001 are in use.\n';

test('it is off unless the configuration asks for it', () => {
  checkRule(rule, changed());
});

test('an entry that no other file refers to is reported where it is defined', () => {
  const heading = '## RUN-001: Checkout errors\n';
  checkRule(
    rule,
    `${on}${changed([heading, `${heading}   ^^^^^^^^^^^^^^^^^^^^^^^^ warning: No other document\n`])}${used}`,
  );
});

test('one reference outside is enough', () => {
  checkRule(rule, `${on}${changed()}${used}RUN-001 as well.\n`);
});
