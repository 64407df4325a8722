import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'tested-before-change';

test('a test before the last change is information on the test', () => {
  checkRule(
    rule,
    runEntry({
      tested:
        'Last Updated: 2026-11-10\nLast Tested: 2026-11-01\n             ^^^^^^^^^^ information: changed on 2026-11-10',
    }),
  );
});

test('a test on the day of the change or later is fine, and so is an entry without one of the dates', () => {
  checkRule(rule, runEntry({ tested: 'Last Updated: 2026-11-01\nLast Tested: 2026-11-01' }));
  checkRule(rule, runEntry());
  checkRule(rule, runEntry({ tested: 'Last Updated: 2026-11-10\nLast Tested: never' }));
});

test('other forms of dates are compared, too', () => {
  checkRule(
    rule,
    runEntry({
      tested:
        'Last Updated: 10 Nov 2026\nLast Tested: Nov 1, 2026 (drill)\n             ^^^^^^^^^^^ information: changed on 2026-11-10',
    }),
  );
});

test('a change whose day is not known says nothing', () => {
  checkRule(rule, runEntry({ tested: 'Last Updated: after the freeze\nLast Tested: 2026-11-01' }));
});

test('an entry within another one speaks of itself only', () => {
  checkRule(
    rule,
    `//- /SoT.OPS.md
# RUN-001: Errors

## DEP-001: Roll out

**Last Tested**: 2026-11-01

## DEP-002: Roll back

**Last Updated**: 2026-11-10
`,
  );
});
