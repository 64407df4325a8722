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

test('a table of names and values needs no names of columns', () => {
  checkRule(
    rule,
    changed([
      header,
      '| | |\n| --- | --- |\n| Newsletter | One issue |\n\n| Channel | Strategy | Owner | Status |\n',
    ]),
  );
});

test('a column without a name that is empty all the way down is left alone', () => {
  checkRule(
    rule,
    changed(
      [header, '| Channel    | Strategy  | Owner          | |\n'],
      [
        '| Newsletter | One issue | Shop Marketing | Planned |',
        '| Newsletter | One issue | Shop Marketing | |',
      ],
    ),
  );
});

test('a row that is shorter than the header says nothing about the columns behind it', () => {
  checkRule(
    rule,
    changed(
      [header, '| Channel    | Strategy  | Owner          | |\n'],
      ['| Newsletter | One issue | Shop Marketing | Planned |', '| Newsletter | One issue |'],
    ),
  );
});

test('a table of two columns has to name the second one, unless it names neither', () => {
  checkRule(
    rule,
    changed([
      header,
      '| Channel | |\n^^^^^^^^^^^^^ information\n| --- | --- |\n| Newsletter | One issue |\n\n| Channel | Strategy | Owner | Status |\n',
    ]),
  );
});

test('where no column has a name the first one is missed, too', () => {
  checkRule(
    rule,
    changed([
      header,
      '| | | |\n^^^^^^^ information\n| --- | --- | --- |\n| Newsletter | | |\n\n| Channel | Strategy | Owner | Status |\n',
    ]),
  );
});

test('one value in a column without a name is enough', () => {
  checkRule(
    rule,
    changed([
      header,
      '| Channel | Strategy | |\n^^^^^^^^^^^^^^^^^^^^^^^^ information\n| --- | --- | --- |\n| Newsletter | One issue | Shop |\n| Banner | | |\n\n| Channel | Strategy | Owner | Status |\n',
    ]),
  );
});
