import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, point, release } from '../../documents';

test('no section', () => {
  checkRule(
    'missing-smoke-test',
    point(
      change(release, /## 5[.] Smoke[^]*?(?=## 6)/, ''),
      'Release Runbook: Shop v2.14.0',
      'warning: no smoke tests',
    ),
  );
});

test('no critical row', () => {
  checkRule(
    'missing-smoke-test',
    point(change(release, '| Critical |', '| Major    |'), '5. Smoke Tests', 'warning: has no critical test'),
  );
});

test('a deployment that does not run them', () => {
  checkRule(
    'missing-smoke-test',
    point(
      change(release, /\nStep 3: Run the smoke[^]*?(?=```)/, ''),
      '4.1 Production Deployment',
      'warning: does not run the smoke tests',
    ),
  );
});

const rule = 'missing-smoke-test';
/** The release with another text in its section of smoke tests. */
const tests = (text: string): string => change(release, /(?<=## 5[.] Smoke Tests\n\n)[^]*?(?=\n## 6)/, text);
const uncritical = (text: string): void => {
  checkRule(rule, point(tests(text), '5. Smoke Tests', 'warning: "Smoke Tests" has no critical test'));
};

test('a list of tests is as good as a table, and one without words is none', () => {
  checkRule(rule, tests('- The health page answers\n'));
  uncritical('- [ ]\n');
});

test('a table without a column of types says that its tests have to pass, if it has any', () => {
  checkRule(rule, tests('| Test | Expected |\n| --- | --- |\n| Health | 200 |\n'));
  uncritical('| Test | Expected |\n| --- | --- |\n');
  uncritical('| Test | Expected |\n| --- | --- |\n|  |  |\n');
  checkRule(rule, tests('| Test | Expected |\n| --- | --- |\n| Health |  |\n'));
});

test('the type may be the first column', () => {
  checkRule(rule, tests('| Type | Test |\n| --- | --- |\n| Critical | Health |\n'));
  uncritical('| Type | Test |\n| --- | --- |\n| Minor | Critical path |\n');
});

test('a rollback among the deployment steps, and steps elsewhere, need no smoke tests', () => {
  const steps = (title: string): string =>
    `### ${title}\n\n\`\`\`\nStep 1: Deploy the old version.\n  - Command: shopctl deploy\n  - Verify: it is up.\n\`\`\`\n\n`;
  checkRule(rule, change(release, '## 5. Smoke', `${steps('4.2 Rollback Procedure')}## 5. Smoke`));
  checkRule(rule, change(release, '## 8. Comm', `${steps('7.1 Deploy the docs')}## 8. Comm`));
  checkRule(rule, change(release, /## 4[.] Deployment[^]*?(?=## 5)/, ''));
});

test('where there is no section, words that refer to it are not reported as well', () => {
  const none = change(release, /## 5[.] Smoke[^]*?(?=## 6)/, '');
  checkRule('unresolved-section-reference', none);
  checkRule(
    'unresolved-section-reference',
    point(change(none, 'Command: make smoke', 'Command: make (see Section 12)'), 'Section 12', 'warning'),
  );
});
