import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('a playbook without front matter', () => {
  checkRule(
    'missing-front-matter',
    point(
      change(
        playbook,
        '---\ntitle: "Playbook: Move the mail server"\ntype: migration\nestimated_duration: 2d\nrisk_level: low\n---\n\n',
        '',
      ),
      'Playbook: Move the mail server',
      'information: no front matter',
    ),
  );
});

test('a field that is missing or empty', () => {
  checkRule(
    'missing-front-matter',
    point(
      change(change(playbook, 'type: migration', 'type:'), 'risk_level: low\n', ''),
      '---',
      'information: has no type, risk_level',
    ),
  );
});

test('one field is missing', () => {
  checkRule(
    'missing-front-matter',
    point(change(playbook, 'type: migration\n', ''), '---', 'information: has no type, so'),
  );
});

test('the fix takes what the text says', () => {
  const document = change(playbook, 'risk_level: low\n', '');
  checkFix('missing-front-matter', document, playbook);
});
