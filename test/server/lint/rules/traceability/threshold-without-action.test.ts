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

test.each(['...', '—', 'None', '??', '**-**'])('"%s" is no action', (words) => {
  checkRule(rule, changed([row, `| Critical | 5 percent | ${words} |\n${caret}`]));
});

test('what describes the threshold is no action, any other column may hold one', () => {
  const table = (name: string): string =>
    changed(
      [
        '| Level    | Threshold | Action                                |',
        `| Level    | Threshold | ${name} |`,
      ],
      [row, `| Critical | 5 percent | five minutes |\n${name === 'Response' ? '' : caret}`],
    );
  for (const name of ['Window', 'Notes', 'Unit', 'Alert condition']) checkRule(rule, table(name));
  checkRule(rule, table('Response'));
});

test('tables of something else, other entries and deprecated ones are left alone', () => {
  const idle = [row, '| Critical | 5 percent | - |\n'] as const;
  checkRule(rule, changed(idle, ['| Level    | Threshold |', '| Level    | Place     |']));
  checkRule(rule, changed(idle, ['| Level    | Threshold |', '| Rank     | Threshold |']));
  checkRule(
    rule,
    changed(idle, ['## MON-001: Checkout error rate\n', '## MON-001: Checkout error rate [DEPRECATED]\n']),
  );
  checkRule(
    rule,
    changed(['Cards cannot be charged.', '| Level | Threshold |\n| --- | --- |\n| Critical | 5 |']),
  );
});

test('a severity is a level, with marks and in short, but not in the middle of words', () => {
  checkRule(
    rule,
    changed(
      ['| Level    | Threshold |', '| Severity | Value |'],
      [row, '| **Crit** | 5 percent | - |\n  ^^^^^^^^ warning\n'],
    ),
  );
  checkRule(rule, changed([row, '| Not critical | 5 percent | - |\n']));
});
