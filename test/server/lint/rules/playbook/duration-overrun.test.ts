import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('phases that take longer than the whole', () => {
  checkRule(
    'duration-overrun',
    point(
      change(playbook, 'estimated_duration: 2d', 'estimated_duration: 6h'),
      '6h',
      'information: 4h + 6h + 1h',
    ),
  );
});

test('a day may mean 24 hours', () => {
  checkRule('duration-overrun', change(playbook, 'estimated_duration: 2d', 'estimated_duration: 1d'));
});
