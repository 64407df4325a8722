import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change } from '../../documents';
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

const log = (text: string): string =>
  changed([changed().slice(changed().indexOf('| Date       | ID ')), text]);
const head = '| Date | ID | Change |\n| --- | --- | --- |\n';
const others = 'DEP-001, GTM-001, MON-001, RISK-001';

test('an entry without a day of creation is logged today', () => {
  const before = log(`${head}| 2026-02-03 | ${others} | Created |\n`);
  const undated = change(before, '**Created**: 2026-02-03\n**Last Tested**', '**Last Tested**');
  checkFix(rule, undated, `${undated}| 2026-11-20 | RUN-001 | Created entry |\n`);
});

test('a row that is older than all of a log that begins with the newest goes to its end', () => {
  const before = log(
    `${head}| 2026-09-14 | DEP-001, GTM-001 | Changed |\n| 2026-08-01 | MON-001, RISK-001 | Created |\n`,
  );
  checkFix(rule, before, `${before}| 2026-02-03 | RUN-001 | Created entry |\n`);
});

test('one row alone, and rows of one day, have no order: the row goes behind those that are not later', () => {
  const one = log(`${head}| 2026-02-03 | ${others} | Created |\n`);
  checkFix(rule, one, `${one}| 2026-02-03 | RUN-001 | Created entry |\n`);
  const later = log(`${head}| 2026-03-01 | ${others} | Created |\n`);
  checkFix(
    rule,
    later,
    log(`${head}| 2026-02-03 | RUN-001 | Created entry |\n| 2026-03-01 | ${others} | Created |\n`),
  );
});

test('rows without a day stay where they are', () => {
  const before = log(
    `${head}| 2026-02-01 | DEP-001, GTM-001 | Changed |\n| | MON-001, RISK-001 | Created |\n`,
  );
  checkFix(rule, before, `${before}| 2026-02-03 | RUN-001 | Created entry |\n`);
});

test('a table without outer bars, and columns of other names, are filled in their style', () => {
  const bare = log(
    `When | ID | Summary | Who | Ticket\n--- | --- | --- | --- | ---\n2026-02-03 | ${others} | Created | Ann | 7\n`,
  );
  checkFix(rule, bare, `${bare}2026-02-03 | RUN-001 | Created entry | Storefront Team |  |\n`);
});

test('an entry without an owner leaves its author open', () => {
  const authored = log(`| Date | ID | Author |\n| --- | --- | --- |\n| 2026-02-03 | ${others} | Ann |\n`);
  const ownerless = change(
    authored,
    '**Owner**: Storefront Team\n**Created**: 2026-02-03\n**Last Tested**',
    '**Created**: 2026-02-03\n**Last Tested**',
  );
  checkFix(rule, ownerless, `${ownerless}| 2026-02-03 | RUN-001 |        |\n`);
});

test('an owner from a table keeps the marks of its pipes', () => {
  const table = (more: string): string => `//- /SoT.OPS.md
---
id_prefix: RUN-XXX
---

## RUN-001: Pool

| Field | Value |
| --- | --- |
| ID | RUN-001 |
| Owner | me \\| you |

## Change Log

| Date | ID | Change | Author |
| --- | --- | --- | --- |
| 2026-02-03 | MON-001 | Created entry | me |
${more}`;
  checkFix(rule, table(''), table('| 2026-11-20 | RUN-001 | Created entry | me \\| you |\n'));
});
