import { test } from 'vitest';
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
