import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('an unknown one', () => {
  checkRule(
    'invalid-severity',
    point(change(feature, '| Critical |', '| Urgent |'), 'Urgent', 'information: Unknown severity'),
  );
});

test('classes of pagers', () => {
  checkRule(
    'invalid-severity',
    change(change(feature, '| Critical |', '| SEV1 |'), '| High     | Common', '| P2 | Common'),
  );
});

test('an empty list leaves P1 to P5 and SEV1 to SEV5', () => {
  const document = point(
    change(feature, '| Critical |', '| Urgent |'),
    'Urgent',
    'information: Use P1 to P5 or SEV1 to SEV5',
  );
  const known = document.replaceAll(/\| (?:Critical|High|Medium|Low) +\|/g, '| SEV1 |');
  checkRule(
    'invalid-severity',
    `//- /.runbook.yaml\nrules:\n  invalid-severity:\n    severities: []\n//- /document.md\n${known}`,
  );
});

const cell = (words: string): string => change(feature, '| Critical |', `| ${words} |`);

test.each(['🔴 Critical', 'critical (page)', 'Informational', 'Amber', 'P3', 's1', 'Sev-2', 'SEV 0', 'Info'])(
  '%s is one',
  (words) => {
    checkRule('invalid-severity', cell(words));
  },
);

test.each(['P9', 'Class 1', 'Criticality', '5'])('%s is none', (words) => {
  checkRule('invalid-severity', point(cell(words), words, 'information', `| ${words}`));
});

test('empty cells, template values and tables without a severity are left alone', () => {
  checkRule('invalid-severity', cell(''));
  checkRule('invalid-severity', cell('[Severity]'));
  checkRule('invalid-severity', change(cell('Urgent'), '| Severity | Runbook', '| Priority | Runbook'));
});

test('the message names the severities of the configuration', () => {
  const document = point(cell('Urgent'), 'Urgent', 'information: Use one of Low, Critical');
  const known = document.replaceAll(/\| (?:High|Medium) +\|/g, '| Low |');
  checkRule(
    'invalid-severity',
    `//- /.runbook.yaml\nrules:\n  invalid-severity:\n    severities: [Low, Critical]\n//- /document.md\n${known}`,
  );
});
