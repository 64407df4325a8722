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

test('a whole that is not stated or not readable, and phases without durations, overrun nothing', () => {
  const short = change(playbook, '**Estimated Duration:** 2d', '');
  checkRule('duration-overrun', change(short, 'estimated_duration: 2d\n', ''));
  checkRule('duration-overrun', change(short, 'estimated_duration: 2d', 'estimated_duration: soon'));
  checkRule(
    'duration-overrun',
    change(playbook, 'estimated_duration: 2d', 'estimated_duration: 1h').replaceAll(
      /\*\*Estimated Duration:\*\* \dh/g,
      '',
    ),
  );
});

test('exactly the whole is no overrun', () => {
  checkRule('duration-overrun', change(playbook, 'estimated_duration: 2d', 'estimated_duration: 11h'));
});
