import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { changed } from '../../../../support/sot-entries';

const rule = 'table-header';
const header = '| Channel    | Strategy  | Owner          | Status  |\n';

test('a column with values and no name is information on the header', () => {
  checkRule(
    rule,
    changed([
      header,
      '| Channel | Strategy | | Status |\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: no name\n',
    ]),
  );
  checkRule(rule, changed([header, '| | | | |\n^^^^^^^^^ information\n']));
});

test('the first column of a matrix needs no name', () => {
  checkRule(rule, changed([header, '| | Strategy | Owner | Status |\n']));
});
