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

test('deprecated entries and those of other workspaces are left alone, and examples are no references', () => {
  const title = '## RUN-001: Checkout errors';
  checkRule(rule, `${on}${changed([`${title}\n`, `${title} [DEPRECATED]\n`])}${used}`);
  checkRule(
    rule,
    `${on}${changed()}${used}RUN-001\n//- /other.md\n## REQ-001: Print\n\n**ID**: REQ-001\n**Status**: Open\n`,
  );
  checkRule(
    rule,
    `${on}${changed([`${title}\n`, `${title}\n   ^^^^^^^^^^^^^^^^^^^^^^^^ warning\n`])}${used}\n\`\`\`\nRUN-001\n\`\`\`\n`,
  );
});
