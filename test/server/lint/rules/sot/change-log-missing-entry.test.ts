import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { changed, windows } from '../../../../support/sot-entries';

const rule = 'change-log-missing-entry';
const row = '| 2026-02-03 | RUN-001  | Created entry | M. Okafor |\n';
const heading = '## RUN-001: Checkout errors\n';
const caret = `${heading}   ^^^^^^^^^^^^^^^^^^^^^^^^ information: RUN-001 is missing\n`;

test('an entry without a row is information on its name', () => {
  checkRule(rule, changed([row, ''], [heading, caret]));
  checkRule(rule, windows(changed([row, ''], [heading, caret])));
});

test('a range, a list of ids or a word in the change is a row', () => {
  const dep = '| 2026-02-03 | DEP-001  | Created entry | M. Okafor |\n';
  checkRule(rule, changed([row, ''], [dep, '| 2026-02-03 | DEP-001, RUN-001 | Created | M. Okafor |\n']));
  checkRule(rule, changed([row, '| 2026-02-03 | RUN-001 to RUN-003 | Created | M. Okafor |\n']));
  checkRule(
    rule,
    changed([row, ''], [dep, '| 2026-02-03 | DEP-001 | Created, with RUN-001 | M. Okafor |\n']),
  );
  checkRule(rule, changed([row, '| 2026-02-03 | all | Created | M. Okafor |\n']));
});

test('a change log of versions says nothing about entries', () => {
  checkRule(
    rule,
    changed(
      ['| Date       | ID       | Change        | Author    |', '| Date | Version | Change | Author |'],
      [row, ''],
    ),
  );
});

test('the row is added in the order of dates, with the day of creation and the owner', () => {
  checkFix(
    rule,
    changed([row, '']),
    changed(
      [row, ''],
      [
        '| 2026-02-03 | MON-001  | Created entry | M. Okafor |\n',
        '| 2026-02-03 | MON-001  | Created entry | M. Okafor |\n| 2026-02-03 | RUN-001  | Created entry | Storefront Team |\n',
      ],
    ),
  );
});

test('a log that begins with the newest change goes on at its top', () => {
  const log = `| Date | ID | Change |
| --- | --- | --- |
`;
  const rest =
    '| 2026-03-01 | DEP-001, MON-001 | Thresholds |\n| 2026-02-03 | RISK-001, RUN-001 | Created entry |\n';
  const all = changed().slice(changed().indexOf('| Date       | ID '));
  checkFix(
    rule,
    windows(changed([all, log + rest])),
    windows(changed([all, `${log}| 2026-09-14 | GTM-001 | Created entry |\n${rest}`])),
  );
});
