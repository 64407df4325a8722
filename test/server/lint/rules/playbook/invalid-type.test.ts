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
