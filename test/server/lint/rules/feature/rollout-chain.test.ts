import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('a phase that starts above the one before', () => {
  checkRule(
    'rollout-chain',
    point(
      change(feature, '(5% → 50%)', '(10% → 50%)'),
      '10%',
      'warning: starts at 10%, but Phase 1 ends at 5%',
    ),
  );
});

test('a rollout that ends early', () => {
  checkRule(
    'rollout-chain',
    point(change(feature, '(50% → 100%)', '(50% → 90%)'), '90%', 'warning: ends at 90%'),
  );
});

test('a percentage that drops', () => {
  checkRule(
    'rollout-chain',
    point(
      change(feature, '(5% → 50%)', '(5% → 60% → 50%)'),
      '50%',
      'warning: drops from 60% to 50%',
      '60% →',
    ),
  );
});

test('single percentages', () => {
  checkRule(
    'rollout-chain',
    change(change(change(feature, '(0% → 5%)', '(5%)'), '(5% → 50%)', '(50%)'), '(50% → 100%)', '(100%)'),
  );
});

test('a phase that starts below the one before', () => {
  checkRule(
    'rollout-chain',
    point(change(feature, '(5% → 50%)', '(2% → 50%)'), '2%', 'warning: Users would lose the feature'),
  );
});

test('a single percentage that does not grow', () => {
  checkRule(
    'rollout-chain',
    point(
      change(change(feature, '(5% → 50%)', '(5%)'), '(50% → 100%)', '(5% → 100%)'),
      '5%',
      'warning: Phase 1 already reaches 5%',
      'Half (',
    ),
  );
});

test('a rollout beyond all users', () => {
  checkRule(
    'rollout-chain',
    point(change(feature, '(50% → 100%)', '(50% → 120%)'), '120%', 'warning: which is more than all users'),
  );
});

test('phases without percentages are no part of the rollout', () => {
  checkRule(
    'rollout-chain',
    change(
      feature,
      '#### Phase 2: Half',
      '#### Phase 9: Wait\n\n- **Duration:** 1 day\n\n#### Phase 2: Half',
    ),
  );
  checkRule(
    'rollout-chain',
    change(change(change(feature, ' (0% → 5%)', ''), ' (5% → 50%)', ''), ' (50% → 100%)', ''),
  );
});

test('a single percentage that goes back', () => {
  checkRule(
    'rollout-chain',
    point(
      change(change(feature, '(5% → 50%)', '(3%)'), '(50% → 100%)', '(3% → 100%)'),
      '3%',
      'warning: rolls out to 3%, but Phase 1 already reaches 5%',
    ),
  );
});

test('a drop in the first phase', () => {
  checkRule(
    'rollout-chain',
    point(change(feature, '(0% → 5%)', '(10% → 0% → 5%)'), '0%', 'warning: drops from 10% to 0%', '→ 0%'),
  );
});

test('a range has the sign behind it', () => {
  const ranged = change(change(feature, '(0% → 5%)', '(0–5 %)'), '(5% → 50%)', '(5 to 50 %)');
  checkRule('rollout-chain', ranged);
  const later = change(ranged, '(5 to 50 %)', '(15 to 50 %)');
  checkRule('rollout-chain', point(later, '15', 'warning: starts at 15%, but Phase 1 ends at 5%', '(15'));
});
