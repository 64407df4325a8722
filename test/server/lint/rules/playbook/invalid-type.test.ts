import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('an unknown type', () => {
  checkRule(
    'invalid-type',
    point(
      change(playbook, 'type: migration', 'type: migraton'),
      'migraton',
      'warning: Unknown playbook type "migraton"',
    ),
  );
});

test('the menu of the template', () => {
  checkRule(
    'invalid-type',
    point(
      change(playbook, 'type: migration', 'type: "migration | feature"'),
      '"migration | feature"',
      'warning',
    ),
  );
});

test('letters and remarks do not matter', () => {
  checkRule('invalid-type', change(playbook, 'type: migration', 'type: Migration (database)'));
});

test('the fix offers the nearest type first', () => {
  const document = change(playbook, 'type: migration', 'type: migraton');
  checkFix('invalid-type', document, playbook, 'migration');
});

test.each([
  'migration, release',
  'Migration and feature',
  'release/feature',
  'feature + release',
  'migration (database)',
])('%s names known types', (value) => {
  checkRule('invalid-type', change(playbook, 'type: migration', `type: ${value}`));
});

test('one unknown type of several, and a menu, are a finding on the value', () => {
  checkRule(
    'invalid-type',
    point(change(playbook, 'type: migration', 'type: migration, party'), 'migration, party', 'warning'),
  );
  checkRule(
    'invalid-type',
    point(change(playbook, 'type: migration', 'type: migration | release'), 'migration | release', 'warning'),
  );
  checkRule('invalid-type', change(playbook, 'type: migration\n', ''));
});

test('all types are offered, the nearest first, in the quotes of the value', () => {
  checkFix(
    'invalid-type',
    change(playbook, 'type: migration', 'type: migraton'),
    playbook,
    'Change to "migration"',
  );
  checkFix(
    'invalid-type',
    change(playbook, 'type: migration', 'type: "party"'),
    change(playbook, 'type: migration', 'type: "release"'),
    'Change to "release"',
  );
});
