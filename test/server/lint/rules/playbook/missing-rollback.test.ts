import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, feature, playbook, point, release } from '../../documents';

test('a phase, a second way to say so', () => {
  checkRule(
    'missing-rollback',
    point(
      change(playbook, '**Rollback:**\n\n```bash\nmake remove-copy\n```\n\n', ''),
      'Phase 2: Copy',
      'warning: Phase 2 has no rollback',
    ),
  );
});

test('an error when the risk is high', () => {
  checkRule(
    'missing-rollback',
    point(
      change(
        change(playbook, '**Rollback:**\n\n```bash\nmake remove-copy\n```\n\n', ''),
        'risk_level: low',
        'risk_level: high',
      ),
      'Phase 2: Copy',
      'error',
    ),
  );
});

test('a reason is an answer, a bare N/A is half of one', () => {
  checkRule(
    'missing-rollback',
    point(
      change(
        change(
          playbook,
          '**Rollback:**\n\n```bash\nmake remove-copy\n```',
          '**Rollback:** None needed - copying changes nothing',
        ),
        '**Rollback:**\n\n```bash\nmake switch-back\n```',
        '**Rollback:** N/A',
      ),
      'Rollback',
      'information: N/A',
      '**Rollback:** N/A',
    ),
  );
});

test('a release runbook', () => {
  checkRule(
    'missing-rollback',
    point(change(release, /## 6[.] Rollback[^]*?(?=## 7)/, ''), 'Release Runbook: Shop v2.14.0', 'error'),
  );
});

test('a feature runbook', () => {
  checkRule(
    'missing-rollback',
    point(change(feature, /## 7[.] Rollback[^]*?(?=## 8)/, ''), 'Runbook', 'warning'),
  );
});

test('the fix writes a rollback like its siblings', () => {
  const document = change(playbook, '**Rollback:**\n\n```bash\nmake remove-copy\n```\n\n', '');
  checkFix(
    'missing-rollback',
    document,
    change(
      playbook,
      '```bash\nmake remove-copy\n```',
      '```bash\n[First step back]\n[How to see that it worked]\n```',
    ),
    'Add a rollback',
  );
});
