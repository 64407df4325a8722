import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('no plan', () => {
  checkRule(
    'missing-rollback-plan',
    point(
      change(playbook, /## Rollback Plan[^]*?(?=## Comm)/, ''),
      'Playbook: Move the mail server',
      'warning',
      '# Playbook',
    ),
  );
});

test('an error when the risk is high', () => {
  checkRule(
    'missing-rollback-plan',
    point(
      change(change(playbook, /## Rollback Plan[^]*?(?=## Comm)/, ''), 'risk_level: low', 'risk_level: high'),
      'Playbook: Move the mail server',
      'error',
      '# Playbook',
    ),
  );
});

test('by another name', () => {
  checkRule(
    'missing-rollback-plan',
    change(
      change(playbook, '## Rollback Plan', '## Back-out Plan'),
      '### Complete Rollback Procedure\n\n',
      '',
    ),
  );
});
