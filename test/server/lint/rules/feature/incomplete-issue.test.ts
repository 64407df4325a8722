import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('without resolution', () => {
  checkRule(
    'incomplete-issue',
    point(
      change(
        feature,
        '**Resolution:**\n\n1. Print them again with `make reprint`\n   - Verify: the queue is empty.\n\n',
        '',
      ),
      'Issue 1: Slips are missing',
      'warning: has no Resolution',
    ),
  );
});

test('an empty label', () => {
  checkRule(
    'incomplete-issue',
    point(change(feature, '- The warehouse reports orders without a slip\n\n', ''), 'Symptoms', 'warning'),
  );
});

test('without prevention', () => {
  checkRule(
    'incomplete-issue',
    point(
      change(feature, '**Prevention:**\n\n- The queue has an alert\n\n', ''),
      'Issue 1: Slips are missing',
      'information: has no Prevention',
    ),
  );
});

test('plain labels and other words', () => {
  checkRule(
    'incomplete-issue',
    change(
      change(change(feature, '**Symptoms:**', 'Signs:'), '**Diagnosis:**', '##### Root cause'),
      '**Prevention:**',
      'Prevention:',
    ),
  );
});

const rule = 'incomplete-issue';
const bare = '#### Issue 2: No price\n\nIt happens.\n\n### 6.2 Error Codes';

test('an issue that lacks more than one part names them', () => {
  checkRule(
    rule,
    point(
      change(feature, '### 6.2 Error Codes', bare),
      'Issue 2: No price',
      'warning: is missing Symptoms, Diagnosis, Resolution, Prevention',
    ),
  );
});

test('headings right below "Common Issues" are issues whatever their name', () => {
  checkRule(
    rule,
    point(
      change(feature, '### 6.2 Error Codes', bare.replace('Issue 2: ', '')),
      'No price',
      'warning: is missing',
    ),
  );
});

test('elsewhere in the guide, only headings that call themselves so are', () => {
  const guide = (heading: string): string =>
    change(
      feature,
      '| ERR-002    | No price    | Load it    | High     |',
      `| ERR-002 | No price | Load it | High |\n\n#### ${heading}\n\nIt happens.`,
    );
  checkRule(rule, guide('Prices'));
  checkRule(rule, point(guide('Problem 7: Prices'), 'Problem 7: Prices', 'warning: is missing'));
});

test('issues outside of the guide are none of it', () => {
  checkRule(
    rule,
    change(feature, '## 7. Rollback Procedures', '## 7. Rollback Procedures\n\n### Issue 9: Late\n\nWait.'),
  );
  checkRule(
    rule,
    change(
      change(feature, '## 6. Troubleshooting Guide', '## 6. Cases'),
      /### 6.1 Common Issues[^]*?(?=### 6.2)/,
      '### Issue 1: Late\n\nWait.\n\n',
    ),
  );
});

test('two empty parts are a finding on the title', () => {
  const two = change(
    change(feature, '- The warehouse reports orders without a slip\n\n', ''),
    '- The queue has an alert\n\n',
    '',
  );
  checkRule(rule, point(two, 'Issue 1: Slips are missing', 'warning: is missing Symptoms, Prevention'));
});
