import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('none', () => {
  checkRule(
    'missing-validation',
    point(
      change(playbook, '## Validation\n\n- [ ] Mail arrives from outside and from inside\n\n', ''),
      'Playbook: Move the mail server',
      'information',
      '# Playbook',
    ),
  );
});

test('the fix adds a section in its place', () => {
  const document = change(
    playbook,
    '## Validation\n\n- [ ] Mail arrives from outside and from inside\n\n',
    '',
  );
  checkFix(
    'missing-validation',
    document,
    change(
      playbook,
      'Mail arrives from outside and from inside',
      '[What works as before, and how to see it]',
    ),
    'Validation',
  );
});

test('the verification of a phase, or of an item, is not that of the playbook', () => {
  const none = change(playbook, '## Validation\n\n- [ ] Mail arrives from outside and from inside\n\n', '');
  checkRule(
    'missing-validation',
    point(
      change(
        none,
        '**Gate Criteria:**\n\n- [ ] No difference',
        '**Verification:**\n\n- Counts\n\n**Gate Criteria:**\n\n- [ ] No difference',
      ),
      'Playbook: Move the mail server',
      'information',
      '# Playbook',
    ),
  );
});

test('an empty one is pointed at, and the fix adds no other', () => {
  const empty = change(playbook, '- [ ] Mail arrives from outside and from inside\n\n', '');
  expect(() => {
    checkFix('missing-validation', empty, empty);
  }).toThrow('no');
});

test.each(['```sh\nmail --test\n', '<!-- later\n'])(
  'nothing is added behind %j, which never ends',
  (rest) => {
    const none = change(playbook, /## Validation[^]*$/, rest);
    expect(() => {
      checkFix('missing-validation', none, none, 'Validation');
    }).toThrow('there are: none');
  },
);
