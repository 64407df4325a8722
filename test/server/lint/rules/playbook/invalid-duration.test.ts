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

test('a bare number is offered with each unit', () => {
  const bare = change(playbook, '**Estimated Duration:** 2d', '**Estimated Duration:** 2');
  checkRule(
    'invalid-duration',
    point(bare, '2', 'information: Use a number with a unit', '**Estimated Duration:** 2\n'),
  );
  for (const unit of ['h', 'w'])
    checkFix(
      'invalid-duration',
      bare,
      change(playbook, '**Estimated Duration:** 2d', `**Estimated Duration:** 2${unit}`),
      `Change to "2${unit}"`,
    );
});

test('a menu in front matter is an invalid value, in the text a gap is for another rule', () => {
  checkRule(
    'invalid-duration',
    point(
      change(playbook, 'estimated_duration: 2d', 'estimated_duration: 2h | 1d'),
      '2h | 1d',
      'information',
    ),
  );
  checkRule(
    'invalid-duration',
    change(playbook, '**Estimated Duration:** 2d', '**Estimated Duration:** [Duration]'),
  );
});

test('the other statement is taken in the quotes of the value', () => {
  checkFix(
    'invalid-duration',
    change(playbook, 'estimated_duration: 2d', 'estimated_duration: "soon"'),
    change(playbook, 'estimated_duration: 2d', 'estimated_duration: "2d"'),
    'Change to "2d"',
  );
});
