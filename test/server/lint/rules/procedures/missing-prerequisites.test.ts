import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'missing-prerequisites';

test('a section or label by any name satisfies it', () => {
  checkRule(rule, runEntry());
  checkRule(rule, runEntry({ prerequisites: '\n## Before you start\n- [ ] a key' }));
  checkRule(rule, runEntry({ prerequisites: '\n**Requirements:**\n- a key' }));
});

test('a missing one is information on the entry, an empty one on its name', () => {
  checkRule(
    rule,
    runEntry({
      title: `RUN-001: Connection pool is exhausted
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: no prerequisites`,
      prerequisites: null,
    }),
  );
  checkRule(rule, runEntry({ prerequisites: '\n## Prerequisites\n   ^^^^^^^^^^^^^ information\n- [ ]' }));
});

test('the fix adds the section at its place', () => {
  checkFix(
    rule,
    runEntry({ prerequisites: null }),
    runEntry({ prerequisites: '\n## Prerequisites\n- [ ] [Access, tool or contact that is needed]' }),
    'Prerequisites',
  );
});
