import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('a number that is not there', () => {
  checkRule(
    'unresolved-runbook-section',
    point(
      change(feature, 'Section 6.1 ', 'Section 6.9 '),
      'Section 6.9',
      'warning: "Section 6.9" is not in this runbook',
    ),
  );
});

test('a name that is not there', () => {
  checkRule(
    'unresolved-runbook-section',
    point(change(feature, 'Section 6.1 ', 'Restart guide '), 'Restart guide', 'warning'),
  );
});

test('a section that is not filled in', () => {
  checkRule(
    'unresolved-runbook-section',
    point(change(feature, 'Section 6.1 ', '—           '), '—', 'warning: has no runbook section', '| —'),
  );
});

test('links, ids and issues', () => {
  checkRule(
    'unresolved-runbook-section',
    change(
      change(feature, 'Section 6.1 ', '[6.1](#61-common-issues) '),
      'Common Issues   |',
      'Section 6.1, Issue 1 |',
    ),
  );
});

test('the fix offers the sections of the chapter', () => {
  const document = change(feature, 'Section 6.1 ', 'Section 6.9 ');
  checkFix('unresolved-runbook-section', document, feature, 'Change section to 6.1');
});

const rule = 'unresolved-runbook-section';
const cell = (words: string): string => change(feature, '| Section 6.1     |', `| ${words} |`);

test.each([
  ['a number', '6.1'],
  ['a number with its sign', '§ 6.2'],
  ['a number after words', 'see section 6'],
  ['the whole name', 'the Rollback Procedures section'],
  ['the first words of a name', 'Rollback'],
  ['an issue of a section', 'Section 6.1, Issue 1'],
  ['a step of a section', 'Section 7.2, step 1'],
  ['two sections', 'Sections 6.1 and 6.2'],
  ['an id', 'RUN-001'],
  ['a link', '[guide](guide.md)'],
])('%s is enough', (_what, words) => {
  checkRule(rule, cell(words));
});

test.each([
  ['one of two sections is missing', 'Sections 6.1 and 6.9'],
  ['a number that is only the beginning of one', '6.1.5'],
  ['a word of three letters', 'Rol'],
  ['a percentage', '6%'],
])('%s: that is a warning', (_what, words) => {
  checkRule(rule, point(cell(words), words, 'warning', `| ${words}`));
});

test('a cell that is empty, or missing, has no section', () => {
  checkRule(
    rule,
    point(
      change(feature, '| Section 6.1     |', '| - |'),
      '-',
      'warning: has no runbook section',
      '- |\n| Slips',
    ),
  );
  checkRule(
    rule,
    point(
      change(feature, '| Critical | Section 6.1     |', '| Critical |'),
      'Checkout down',
      'warning: Alert "Checkout down" has no runbook section',
    ),
  );
});

test('rows without an alert, tables without alerts, and template values are left alone', () => {
  checkRule(
    rule,
    change(
      feature,
      '| Checkout down | No orders   | Critical | Section 6.1 ',
      '| | No orders | Critical | Nowhere ',
    ),
  );
  checkRule(rule, change(cell('Nowhere'), '| Alert Name    |', '| Signal        |'));
  checkRule(rule, cell('[Section]'));
});

test('where a number is wrong, the nearest sections of its chapter are offered', () => {
  checkFix(rule, cell('Section 6.9'), cell('Section 6.2'), 'Change section to 6.2');
  checkFix(rule, cell('Section 7.9, step 1'), cell('Section 7.2, step 1'), 'Change section to 7.2');
});

test('no fix where no number is wrong, or no section has its chapter', () => {
  for (const words of ['Restart guide', 'Section 99.1']) {
    const document = cell(words);
    expect(() => {
      checkFix(rule, document, document);
    }).toThrow('there are: none');
  }
});

test('what counts below a section is one of those that headings have', () => {
  const rule = 'unresolved-runbook-section';
  const leading = (words: string): string => change(feature, 'Section 6.1     |', `${words} |`);
  for (const words of ['Issue 1', 'issue 1', 'Section 6.1, Issue 1', 'Slips are missing', 'Phase 2'])
    checkRule(rule, leading(words));
  checkRule(rule, point(leading('Issue 7'), 'Issue 7', 'warning', '| Issue 7'));
  checkRule(rule, point(leading('Section 6.1, Issue 4'), 'Section 6.1, Issue 4', 'warning', '| Section'));
});
