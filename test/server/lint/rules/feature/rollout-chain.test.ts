import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('a phase that begins elsewhere', () => {
  checkRule(
    'rollout-chain',
    point(change(feature, '(5% → 50%)', '(10% → 50%)'), '10%', 'warning: ends at 5%'),
  );
});

test('a rollout that ends early', () => {
  checkRule('rollout-chain', point(change(feature, '(50% → 100%)', '(50% → 90%)'), '90%', 'warning: 90%'));
});

test('a phase that goes back', () => {
  checkRule(
    'rollout-chain',
    point(change(feature, '(5% → 50%)', '(5% → 60% → 50%)'), '50%', 'warning: goes back', '60% →'),
  );
});

test('single percentages', () => {
  checkRule(
    'rollout-chain',
    change(change(change(feature, '(0% → 5%)', '(5%)'), '(5% → 50%)', '(50%)'), '(50% → 100%)', '(100%)'),
  );
});
