import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('one of two', () => {
  checkRule(
    'missing-recovery-objective',
    point(
      change(feature, '- **RPO (Recovery Point Objective):** 1 minute\n', ''),
      '10.1 Recovery Objectives',
      'information: no RPO',
    ),
  );
});

test('a plain label', () => {
  checkRule(
    'missing-recovery-objective',
    change(feature, '- **RPO (Recovery Point Objective):** 1 minute', '- RPO: 1 minute'),
  );
});
