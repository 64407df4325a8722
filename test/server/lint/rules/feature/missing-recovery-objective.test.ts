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

const rule = 'missing-recovery-objective';
const section = /### 10[.]1 Recovery Objectives[^]*?(?=## 11)/;
const both = '- **RTO (Recovery Time Objective):** 2 hours\n- **RPO (Recovery Point Objective):** 1 minute\n';

test('both, without a section for them, or without any', () => {
  checkRule(
    rule,
    point(
      change(feature, section, 'Call the lead.\n\n'),
      '10. Disaster Recovery',
      'information: no RTO and no RPO',
    ),
  );
  checkRule(
    rule,
    point(
      change(feature, /## 10[.] Disaster[^]*?(?=## 11)/, ''),
      'Runbook',
      'information: no RTO and no RPO',
    ),
  );
});

test('a label without a value', () => {
  checkRule(
    rule,
    point(
      change(feature, '- **RTO (Recovery Time Objective):** 2 hours', '- **RTO (Recovery Time Objective):**'),
      '10.1 Recovery Objectives',
      'information: no RTO',
    ),
  );
});

test('a table with a row for each, or a column for each', () => {
  checkRule(
    rule,
    change(feature, both, '| Objective | Value |\n| --- | --- |\n| RTO | 2 hours |\n| RPO | 1 minute |\n'),
  );
  checkRule(
    rule,
    change(feature, both, '| Service | RTO | RPO |\n| --- | --- | --- |\n| Shop | 2 hours | 1 minute |\n'),
  );
});

test('cells without a value are none', () => {
  checkRule(
    rule,
    point(
      change(feature, both, '| Objective | Value |\n| --- | --- |\n| RTO | |\n| RPO | 1 minute |\n'),
      '10.1 Recovery Objectives',
      'information: no RTO',
    ),
  );
  checkRule(
    rule,
    point(
      change(feature, both, '| Service | RTO | RPO |\n| --- | --- | --- |\n| Shop | 2 hours | |\n'),
      '10.1 Recovery Objectives',
      'information: no RPO',
    ),
  );
  checkRule(
    rule,
    point(
      change(feature, both, '| Objective | Value |\n| --- | --- |\n| Wait | 2 hours |\n'),
      '10.1 Recovery Objectives',
      'information: no RTO and no RPO',
    ),
  );
});
