import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'stale-last-tested';
const today = { today: '2026-11-20' };

test('ninety days are fresh, ninety-one are not', () => {
  checkRule(rule, runEntry({ tested: 'Last Tested: 2026-08-22' }), today);
  checkRule(
    rule,
    runEntry({ tested: 'Last Tested: 2026-08-21 (drill)\n             ^^^^^^^^^^ warning: 91 days ago' }),
    today,
  );
});

test('"never" is stale', () => {
  checkRule(
    rule,
    runEntry({ tested: 'Last Tested: Never (planned)\n             ^^^^^ warning: never tested' }),
    today,
  );
});

test('other forms of a date are read, words and gaps are not judged', () => {
  checkRule(
    rule,
    runEntry({ tested: '**Last Tested:** 3 March 2026\n                 ^^^^^^^^^^^^ warning' }),
    today,
  );
  checkRule(rule, runEntry({ tested: 'Last Tested: YYYY-MM-DD' }), today);
  checkRule(rule, runEntry({ tested: 'Last Tested: last spring' }), today);
  checkRule(rule, runEntry({ tested: null }), today);
});

test('the limit comes from the rule, else from the workspace', () => {
  const old = runEntry({ tested: 'Last Tested: 2026-08-01' });
  checkRule(rule, `//- /.runbook.yaml\nstaleAfterDays: 200\n${old}`, today);
  checkRule(rule, `//- /.runbook.yaml\nrules:\n  stale-last-tested:\n    days: 200\n${old}`, today);
  checkRule(
    rule,
    `//- /.runbook.yaml\nstaleAfterDays: 10\n${runEntry({ tested: 'Last Tested: 2026-11-01\n             ^^^^^^^^^^ warning: limit: 10' })}`,
    today,
  );
});

test('deprecated entries rest', () => {
  checkRule(rule, runEntry({ tested: 'Last Tested: 2020-01-01\nStatus: Deprecated' }), today);
});

test.each(['never', 'Not yet', 'Untested', 'no drill so far'])('%s is no test at all', (value) => {
  checkRule(
    rule,
    runEntry({
      tested: `Last Tested: ${value}\n             ${'^'.repeat(value.length)} warning: never tested`,
    }),
    today,
  );
});

test('marks around a date are no part of it', () => {
  checkRule(
    rule,
    runEntry({ tested: 'Last Tested: `2026-01-01`\n              ^^^^^^^^^^ warning: 323 days ago' }),
    today,
  );
});

test('a limit of no days is none', () => {
  const old = runEntry({ tested: 'Last Tested: 2026-10-01' });
  checkRule(rule, `//- /.runbook.yaml\nrules:\n  stale-last-tested:\n    days: 0\n${old}`, today);
});
