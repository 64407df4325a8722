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
