import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, point, release } from '../../documents';

test('nothing runs it', () => {
  checkRule(
    'migration-without-step',
    point(
      change(change(release, 'Run the database migration', 'Prepare'), 'shopctl migrate up', 'make prepare'),
      'Yes -- add_gift_wrap',
      'warning: No deployment step runs',
    ),
  );
});

test('nothing reverts it', () => {
  checkRule(
    'migration-without-step',
    point(
      change(release, /Step 2: Revert[^]*?(?=```\n\n## 7)/, ''),
      'Yes -- add_gift_wrap',
      'warning: No rollback step reverts',
    ),
  );
});

test('nothing runs or reverts it', () => {
  const notRun = change(
    change(release, 'Run the database migration', 'Prepare'),
    'shopctl migrate up',
    'make prepare',
  );
  checkRule(
    'migration-without-step',
    point(
      change(notRun, /Step 2: Revert[^]*?(?=```\n\n## 7)/, ''),
      'Yes -- add_gift_wrap',
      'warning: No step runs or reverts',
    ),
  );
});

test('no migration', () => {
  checkRule(
    'migration-without-step',
    change(
      change(change(release, 'Yes -- add_gift_wrap', 'No'), 'Run the database migration', 'Prepare'),
      'shopctl migrate up',
      'make prepare',
    ),
  );
});

const rule = 'migration-without-step';
const deployment = /(?<=## 4[.] Deployment Steps\n)[^]*?(?=\n## 5)/;
const rollback = /(?<=## 6[.] Rollback Procedure\n)[^]*?(?=\n## 7)/;

test('without a field for migrations nothing is known of any', () => {
  const silent = change(release, /\| Database Migrations .*\n/, '');
  checkRule(rule, change(silent, rollback, '\nDeploy the previous version.\n'));
});

test('sections without steps say it in their words', () => {
  const told = change(release, deployment, '\nThe pipeline runs the migration, then deploys.\n');
  checkRule(rule, change(told, rollback, '\nRestore the database, then deploy the previous version.\n'));
  checkRule(
    rule,
    point(
      change(release, deployment, '\nThe pipeline deploys.\n'),
      'Yes -- add_gift_wrap',
      'warning: No deployment step runs',
    ),
  );
});

test('a section that is not written yet, or that is not there, is the finding of other rules', () => {
  checkRule(rule, change(release, deployment, '\n'));
  checkRule(rule, change(release, /## 4[.] Deployment[^]*?(?=## 5)/, ''));
});

test('steps of another section run nothing', () => {
  const notRun = change(
    change(release, 'Run the database migration', 'Prepare'),
    'shopctl migrate up',
    'make prepare',
  );
  checkRule(
    rule,
    point(
      change(notRun, '- [ ] Send the', '1. Run the migration with `shopctl migrate up`\n\n- [ ] Send the'),
      'Yes -- add_gift_wrap',
      'warning: No deployment step runs',
    ),
  );
});

test('a rollback that says nothing reverts nothing: that is said at its heading', () => {
  checkRule(
    rule,
    `//- /.runbook.yaml\nrules:\n  empty-rollback: off\n  missing-rollback: off\n//- /document.md\n${point(
      change(release, rollback, '\n'),
      '6. Rollback Procedure',
      'warning: No rollback step reverts',
    )}`,
  );
});

test('a rollback by another name may hold the step', () => {
  checkRule(rule, change(release, '## 6. Rollback Procedure', '## 6. Back out of the release'));
});
