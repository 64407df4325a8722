import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, point, release } from '../../documents';

test('no rollback deadline', () => {
  checkRule(
    'missing-release-field',
    point(
      change(release, '**Rollback Deadline:** two hours after the deploy\n', ''),
      'Release Runbook: Shop v2.14.0',
      'warning: Rollback Deadline',
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
      'warning: Changelog',
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
