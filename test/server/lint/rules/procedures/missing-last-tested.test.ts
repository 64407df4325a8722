import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'missing-last-tested';

test('a day, a word for none, and other names of the field satisfy it', () => {
  checkRule(rule, runEntry());
  checkRule(rule, runEntry({ tested: 'Last Tested: never' }));
  checkRule(rule, runEntry({ tested: '**Last Drill:** 2026-10-01 (S799.w)' }));
});

test('a missing field is a warning on the entry, an empty one on the field', () => {
  checkRule(
    rule,
    runEntry({
      title: `RUN-001: Connection pool is exhausted
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: last tested`,
      tested: null,
    }),
  );
  checkRule(rule, runEntry({ tested: '**Last Tested**:\n  ^^^^^^^^^^^ warning' }));
});

test('in a draft it is information', () => {
  checkRule(
    rule,
    runEntry({
      title: `RUN-001: Connection pool is exhausted
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information`,
      tested: 'Status: Planned',
    }),
  );
});

test('the fix adds the field as the last one', () => {
  checkFix(rule, runEntry({ tested: null }), runEntry({ tested: 'Last Tested: YYYY-MM-DD' }), 'Last Tested');
});

test('the fix parts no field from its value below', () => {
  const source = (field: string): string => `//- /SoT.OPS.md
## RUN-001: Drain

**Owner**: @sre
${field}**Trigger**:

- MON-001 fires
- A call
`;
  checkFix(rule, source(''), source('**Last Tested**: YYYY-MM-DD\n'), 'Last Tested');
});
