import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { changed } from '../../../../support/sot-entries';

const rule = 'missing-threshold-level';
const warning = '| Warning  | 1 percent | Message in #shop                      |\n';
const critical = '| Critical | 5 percent | Page on-call, start the related runbook |\n';

test('one of the two levels alone is information on the other', () => {
  checkRule(
    rule,
    changed([warning, ''], [critical, `${critical}  ^^^^^^^^ information: no Warning level\n`]),
  );
  checkRule(rule, changed([critical, ''], [warning, `${warning}  ^^^^^^^ information: no Critical level\n`]));
});

test('a scale of other names is left alone', () => {
  checkRule(
    rule,
    changed(
      [warning, '| P2 | 1 percent | Message in #shop |\n'],
      [critical, '| P1 | 5 percent | Page on-call |\n'],
    ),
  );
});

test('other entries, deprecated ones and tables of something else are left alone', () => {
  checkRule(
    rule,
    changed(
      [critical, ''],
      ['## MON-001: Checkout error rate\n', '## MON-001: Checkout error rate [DEPRECATED]\n'],
    ),
  );
  checkRule(rule, changed([critical, ''], ['| Level    | Threshold |', '| Level    | Place     |']));
  checkRule(rule, changed([critical, ''], ['| Level    | Threshold |', '| Rank     | Threshold |']));
  checkRule(
    rule,
    changed(['Cards cannot be charged.', '| Level | Threshold |\n| --- | --- |\n| Warning | 5 |']),
  );
});

test('a severity is a level, with marks and in short', () => {
  checkRule(
    rule,
    changed(
      ['| Level    | Threshold |', '| Severity | Value |'],
      [warning, '| 🟡 warn | 1 percent | Message |\n  ^^^^^^^ information: no Critical level\n'],
      [critical, ''],
    ),
  );
});

test('a row without a level says nothing', () => {
  checkRule(rule, changed([warning, `${warning}| |\n`]));
});
