import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { changed, windows } from '../../../../support/sot-entries';

const rule = 'change-log-unknown-id';
const row = '| 2026-02-10 | RISK-001 | Created entry | L. Brandt |\n';

test('a row about an entry that does not exist is a warning on its id', () => {
  const unknown =
    '| 2026-02-11 | RUN-010  | Created entry | L. Brandt |\n               ^^^^^^^ warning: is not defined\n';
  checkRule(rule, changed([row, row + unknown]));
  checkRule(rule, windows(changed([row, row + unknown])));
});

test('each id of a list is looked up, ends of ranges, placeholders and foreign ids are not', () => {
  checkRule(
    rule,
    changed([
      row,
      `${row}| 2026-02-11 | DEP-001, DEP-009 | Created | L. Brandt |\n                        ^^^^^^^ warning\n`,
    ]),
  );
  checkRule(rule, changed([row, `${row}| 2026-02-11 | RUN-001 to RUN-009 | Created | L. Brandt |\n`]));
  checkRule(rule, changed([row, `${row}| YYYY-MM-DD | DEP-XXX | Created | {Agent} |\n`]));
  checkRule(rule, changed([row, `${row}| 2026-02-11 | SHA-256 | Digest changed | L. Brandt |\n`]));
});

test('words of a change may speak of numbers that are gone', () => {
  checkRule(rule, changed([row, '| 2026-02-10 | RISK-001 | Renumbered from RISK-009 | L. Brandt |\n']));
});

test('a similar id is suggested, where there is one', () => {
  const unknown = (id: string, words: string): string =>
    `| 2026-02-11 | ${id}  | Created entry | L. Brandt |\n               ^^^^^^^ warning: ${words}\n`;
  checkRule(rule, changed([row, row + unknown('RUN-011', 'Did you mean RUN-001?')]));
  checkRule(rule, changed([row, row + unknown('RUN-077', 'RUN-077, which is not defined, so')]));
});

test('of a link the text counts, and an example counts for nothing', () => {
  checkRule(
    rule,
    changed([
      row,
      `${row}| 2026-02-11 | [RUN-077](#run-077-gone) | Created | L. Brandt |\n                ^^^^^^^ warning\n`,
    ]),
  );
  checkRule(rule, changed([row, `${row}| 2026-02-11 | <!-- RUN-077 --> | Created | L. Brandt |\n`]));
});

test('a row without a cell for the id is about none', () => {
  checkRule(rule, changed([row, `${row}| 2026-02-11 |\n`]));
});
