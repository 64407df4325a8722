import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('no triggers', () => {
  checkRule(
    'missing-rollback-trigger',
    point(
      change(feature, '### 7.1 Rollback Triggers\n\n- More than 5 percent of the orders fail\n\n', ''),
      '7. Rollback Procedures',
      'warning',
    ),
  );
});

test('an empty section', () => {
  checkRule(
    'missing-rollback-trigger',
    point(
      change(feature, '- More than 5 percent of the orders fail\n\n', ''),
      '7.1 Rollback Triggers',
      'warning',
    ),
  );
});

test('a label', () => {
  checkRule(
    'missing-rollback-trigger',
    change(feature, '### 7.1 Rollback Triggers\n\n- More', '**When to roll back:**\n\n- More'),
  );
});

const rule = 'missing-rollback-trigger';
const triggers = '### 7.1 Rollback Triggers\n\n- More than 5 percent of the orders fail\n\n';

test('a label of the rollback itself, or a section elsewhere', () => {
  checkRule(rule, change(feature, triggers, '**Triggers:** more than 5 percent of the orders fail\n\n'));
  checkRule(
    rule,
    change(
      change(feature, triggers, ''),
      '## 8. Emergency Contacts',
      '## When to Roll Back\n\n- Orders fail\n\n## 8. Emergency Contacts',
    ),
  );
});

test('"Triggers" of something else are none of the rollback', () => {
  checkRule(
    rule,
    point(
      change(
        change(feature, triggers, ''),
        '## 6. Trouble',
        '### Triggers\n\n- Paper is out\n\n## 6. Trouble',
      ),
      '7. Rollback Procedures',
      'warning',
    ),
  );
});

test('the rollback of a deployment in the document is not the one of the document', () => {
  const entry = '## DEP-001: Roll out\n\n### Rollback Procedure\n\n1. Take it back.\n\n';
  checkRule('missing-rollback-trigger', change(feature, /## 7\. Rollback[^]*?(?=## 8)/, entry));
});
