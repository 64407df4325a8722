import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, point, release } from '../../documents';

test('no rollback deadline', () => {
  checkRule(
    'missing-release-field',
    point(
      change(release, '**Rollback Deadline:** two hours after the deploy\n', ''),
      'Release Runbook: Shop v2.14.0',
      'warning: until when a rollback is possible',
    ),
  );
});

test('an empty one', () => {
  checkRule(
    'missing-release-field',
    point(
      change(release, '**Rollback Deadline:** two hours after the deploy', '**Rollback Deadline:**'),
      'Rollback Deadline',
      'warning',
    ),
  );
});

test('a row of the release information', () => {
  checkRule(
    'missing-release-field',
    point(
      change(release, '| Changelog               | in the tracker         |\n', ''),
      '1. Release Information',
      'warning: Missing field "Changelog"',
    ),
  );
});

test('two, and more than a message can hold', () => {
  const two = change(release, /\*\*Estimated Downtime:[^]*?\*\*Rollback Deadline:[^\n]*\n/, '');
  checkRule(
    'missing-release-field',
    point(
      two,
      'Release Runbook: Shop v2.14.0',
      'warning: Missing fields: Estimated Downtime, Rollback Deadline. Operators',
    ),
  );
  checkRule(
    'missing-release-field',
    point(
      change(two, /\*\*Approvals Required[^\n]*\n/, ''),
      'Release Runbook: Shop v2.14.0',
      'warning: Missing fields: Approvals Required Before Deploy and 2 more. Operators',
    ),
  );
});

test('quotes, plain labels and a table', () => {
  checkRule(
    'missing-release-field',
    change(
      change(release, '**Rollback Deadline:**', '> **Rollback deadline**:'),
      '**Estimated Downtime:** None\n',
      'Estimated Downtime: None\n',
    ),
  );
});
