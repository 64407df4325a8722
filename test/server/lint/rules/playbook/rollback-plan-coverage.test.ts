import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('a phase is left out', () => {
  checkRule(
    'rollback-plan-coverage',
    point(
      change(playbook, '**From Phase 2:**\n\n```\n1. make remove-copy\n```\n\n', ''),
      'Complete Rollback Procedure',
      'warning: does not cover Phase 2',
    ),
  );
});

test('several phases are left out', () => {
  checkRule(
    'rollback-plan-coverage',
    point(
      change(playbook, /\*\*From Phase 2:[^]*?(?=### Data)/, ''),
      'Complete Rollback Procedure',
      'warning: does not cover phases 1, 2',
    ),
  );
});

test('headings, ranges and "any phase"', () => {
  checkRule(
    'rollback-plan-coverage',
    change(
      change(playbook, '**From Phase 3:**', '#### From Phases 2-3'),
      '**From Phase 2:**\n\n```\n1. make remove-copy\n```\n\n',
      '',
    ),
  );
});

test('the fix adds what is missing where it belongs', () => {
  const document = change(playbook, '**From Phase 2:**\n\n```\n1. make remove-copy\n```\n\n', '');
  checkFix(
    'rollback-plan-coverage',
    document,
    change(playbook, '1. make remove-copy', '[First step back]\n[How to see that it worked]'),
    'Add a rollback',
  );
});
