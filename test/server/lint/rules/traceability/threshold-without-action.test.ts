import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { changed, windows } from '../../../../support/sot-entries';

const rule = 'threshold-without-action';
const row = '| Critical | 5 percent | Page on-call, start the related runbook |\n';
const caret = '  ^^^^^^^^ warning: threshold of MON-001 has no action\n';

test('a critical row with an empty action is a warning on its level', () => {
  checkRule(
    rule,
    changed([row, `| Critical | 5 percent |                                         |\n${caret}`]),
  );
  checkRule(
    rule,
    windows(changed([row, `| Critical | 5 percent |                                         |\n${caret}`])),
  );
});

test('a dash and "n/a" are no action, a missing cell neither', () => {
  checkRule(rule, changed([row, `| Critical | 5 percent | — |\n${caret}`]));
  checkRule(rule, changed([row, `| Critical | 5 percent | N/A |\n${caret}`]));
  checkRule(rule, changed([row, `| Critical | 5 percent |\n${caret}`]));
});

test('characters outside the first plane before the place do not move it', () => {
  checkRule(rule, changed([row, '| 🔥 Critical | 5 percent | |\n  ^^^^^^^^^^^ warning\n']));
});

test('a table without a column for actions has none', () => {
  const table = `| Level    | Threshold | Action                                |
| -------- | --------- | ------------------------------------- |
| Warning  | 1 percent | Message in #shop                      |
${row}`;
  checkRule(
    rule,
    changed([
      table,
      `| Level | Threshold |\n| --- | --- |\n| Warning | 1 |\n| Critical | 5 |\n  ^^^^^^^^ warning\n`,
    ]),
  );
  checkRule(
    rule,
    changed([table, '| Level | Threshold | Runbook |\n| --- | --- | --- |\n| Critical | 5 | RUN-001 |\n']),
  );
});

test('a warning level may do nothing', () => {
  checkRule(
    rule,
    changed([
      '| Warning  | 1 percent | Message in #shop                      |',
      '| Warning  | 1 percent | - |',
    ]),
  );
});
