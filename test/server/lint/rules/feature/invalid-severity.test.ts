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
