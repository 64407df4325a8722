import { expect, test } from 'vitest';
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

const rule = 'missing-front-matter';
const block =
  '---\ntitle: "Playbook: Move the mail server"\ntype: migration\nestimated_duration: 2d\nrisk_level: low\n---\n\n';

test('the fix writes the whole front matter where there is none; what the text does not say is for the author', () => {
  const document = `//- /move.md\n${change(playbook, block, '')}`;
  checkFix(
    rule,
    document,
    document.replace(
      '//- /move.md\n',
      '//- /move.md\n---\ntitle: "Playbook: Move the mail server"\ntype: "migration | feature | refactor | release | incident"\nestimated_duration: "2d"\nrisk_level: "low"\n---\n\n',
    ),
    'Add front matter',
  );
});

test('a key without a value gets one in its place', () => {
  checkFix(rule, change(playbook, 'risk_level: low', 'risk_level:'), playbook);
  checkFix(
    rule,
    change(change(playbook, 'risk_level: low', 'risk_level: ""'), 'estimated_duration: 2d\n', ''),
    change(
      change(playbook, 'estimated_duration: 2d\n', ''),
      'risk_level: low\n',
      'risk_level: low\nestimated_duration: 2d\n',
    ),
  );
});

test('the title is that of the document, and values are written like the others', () => {
  const quoted = change(change(playbook, 'type: migration', "type: 'migration'"), 'risk_level: low\n', '');
  checkFix(
    rule,
    quoted,
    change(quoted, 'estimated_duration: 2d\n', "estimated_duration: 2d\nrisk_level: 'low'\n"),
  );
});

test('what the text does not say either is for the author to fill in', () => {
  const without = change(playbook, 'type: migration\n', '');
  checkFix(
    rule,
    without,
    change(
      without,
      'risk_level: low\n',
      'risk_level: low\ntype: "migration | feature | refactor | release | incident"\n',
    ),
    'Add type to the front matter',
  );
});

test('front matter that cannot be read is for another rule to correct first', () => {
  const broken = change(playbook, 'type: migration\n', 'type: [migration\n');
  expect(() => {
    checkFix(rule, broken, broken);
  }).toThrow('there are: none');
});
