import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('a migration', () => {
  checkRule(
    'missing-data-preservation',
    point(
      change(playbook, '### Data Preservation\n\n- The old host keeps all mail for 30 days\n\n', ''),
      'Rollback Plan',
      'information',
    ),
  );
});

test('other playbooks need none', () => {
  checkRule(
    'missing-data-preservation',
    change(
      change(playbook, '### Data Preservation\n\n- The old host keeps all mail for 30 days\n\n', ''),
      'type: migration',
      'type: feature',
    ),
  );
});

test('the fix adds it to the plan', () => {
  const document = change(
    playbook,
    '### Data Preservation\n\n- The old host keeps all mail for 30 days\n\n',
    '',
  );
  checkFix(
    'missing-data-preservation',
    document,
    change(
      playbook,
      'The old host keeps all mail for 30 days',
      '[How data is kept or restored, and where its backups are]',
    ),
    'Data Preservation',
  );
});

test('other types of playbooks need none', () => {
  checkRule(
    'missing-data-preservation',
    change(change(playbook, /### Data Preservation[^]*?(?=## Comm)/, ''), 'type: migration', 'type: release'),
  );
});

test.each(['Data Backup', 'Preserving data', 'Backups'])('"%s" is one', (name) => {
  checkRule('missing-data-preservation', change(playbook, '### Data Preservation', `### ${name}`));
});

test('without a plan the title is pointed at, and nothing is added', () => {
  const none = change(playbook, /## Rollback Plan[^]*?(?=## Comm)/, '');
  checkRule(
    'missing-data-preservation',
    `//- /.runbook.yaml\nrules:\n  missing-rollback-plan: off\n//- /document.md\n${point(none, 'Playbook: Move the mail server', 'information', '# Playbook')}`,
  );
});
