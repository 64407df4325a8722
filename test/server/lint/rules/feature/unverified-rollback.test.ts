import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('nothing confirms it', () => {
  checkRule(
    'unverified-rollback',
    point(change(feature, /#### Step 2: Verify Rollback[^]*?(?=## 8)/, ''), '7.2 Rollback Steps', 'warning'),
  );
});

test('a checklist of its own', () => {
  checkRule('unverified-rollback', change(feature, /#### Step 2: Verify Rollback[^]*?(?=\*\*Checklist)/, ''));
});

const verify = /#### Step 2: Verify Rollback[^]*?(?=## 8)/;

test('a step that says how to confirm it, and a section that does', () => {
  checkRule(
    'unverified-rollback',
    change(
      change(feature, verify, ''),
      'make hide\n```\n',
      'make hide\n```\n\nVerify: the option is gone.\n',
    ),
  );
  checkRule(
    'unverified-rollback',
    change(feature, verify, '### 7.3 Verification\n\nThe option is gone.\n\n'),
  );
});

test('a verification elsewhere says nothing of the rollback', () => {
  checkRule(
    'unverified-rollback',
    point(
      change(
        change(feature, verify, ''),
        '## 8. Emergency',
        '## Verification\n\nThe option is there.\n\n## 8. Emergency',
      ),
      '7.2 Rollback Steps',
      'warning',
    ),
  );
});

test('a runbook without steps of a rollback is for other rules', () => {
  checkRule('unverified-rollback', change(feature, /### 7.2 Rollback Steps[^]*?(?=## 8)/, ''));
  checkRule('unverified-rollback', change(feature, /## 7[.] Rollback Procedures[^]*?(?=## 8)/, ''));
});
