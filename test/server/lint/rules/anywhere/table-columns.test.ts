import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { changed } from '../../../../support/sot-entries';

const rule = 'table-columns';
const row = '| Newsletter | One issue | Shop Marketing | Planned |\n';

test('a row with more or fewer cells than the header is information', () => {
  checkRule(
    rule,
    changed([
      row,
      '| Newsletter | One issue | Shop | Planned | Active |\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: Extra cells are not shown\n',
    ]),
  );
  checkRule(
    rule,
    changed([
      row,
      '| Newsletter | One issue |\n^^^^^^^^^^^^^^^^^^^^^^^^^^ information: in the wrong column\n',
    ]),
  );
});

test('a single cell is named in the singular', () => {
  checkRule(
    rule,
    changed([row, '| Newsletter |\n^^^^^^^^^^^^^^ information: 1 cell, but the header has 4\n']),
  );
});

test('an escaped pipe belongs to the words', () => {
  checkRule(rule, changed([row, '| Newsletter | One \\| two issues | Shop Marketing | Planned |\n']));
});
