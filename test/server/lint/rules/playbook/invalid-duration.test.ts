import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('words without a time', () => {
  checkRule(
    'invalid-duration',
    point(
      change(playbook, 'estimated_duration: 2d', 'estimated_duration: soon'),
      'soon',
      'information: Invalid duration "soon"',
    ),
  );
});

test('durations as people write them', () => {
  checkRule(
    'invalid-duration',
    change(
      change(playbook, 'estimated_duration: 2d', 'estimated_duration: 1-2 working days'),
      '**Estimated Duration:** 2d',
      '**Estimated Duration:** 1d 12h (rehearsed)',
    ),
  );
});

test('the fix takes the other statement', () => {
  const document = change(playbook, 'estimated_duration: 2d', 'estimated_duration: soon');
  checkFix('invalid-duration', document, playbook, '2d');
});

test('a date of the template is a placeholder and no duration', () => {
  const document = change(playbook, '**Estimated Duration:** 2d', '**Estimated Duration:** YYYY-MM-DD');
  checkRule('invalid-duration', document);
  checkRule('placeholder', point(document, 'YYYY-MM-DD', 'warning'));
});
