import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point, release } from '../../documents';

test('of the playbook template', () => {
  checkRule(
    'leftover-instruction',
    point(
      change(playbook, '## Decision Framework', '[Add more phases as needed]\n\n## Decision Framework'),
      '[Add more phases as needed]',
      'warning: instruction',
    ),
  );
});

test('of the release template', () => {
  checkRule(
    'leftover-instruction',
    point(
      change(release, '| Mail   |', '| [Add application-specific tests] | | | |\n| Mail   |'),
      '[Add application-specific tests]',
      'warning',
    ),
  );
});

test('the fix removes it', () => {
  const document = change(
    playbook,
    '## Decision Framework',
    '[Add more phases as needed]\n\n## Decision Framework',
  );
  checkFix('leftover-instruction', document, playbook);
});
