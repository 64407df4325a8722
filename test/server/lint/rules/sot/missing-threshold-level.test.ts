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
