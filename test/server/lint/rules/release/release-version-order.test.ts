import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, point, release } from '../../documents';

test('an older release', () => {
  checkRule(
    'release-version-order',
    point(
      change(release, '| 2.13.2                 |', '| 2.15.2                 |'),
      '2.15.2',
      'warning: is newer than',
    ),
  );
});

test('the same release', () => {
  checkRule(
    'release-version-order',
    point(
      change(release, '| 2.13.2                 |', '| v2.14                  |'),
      '2.14',
      'warning: is the same as',
      '| v2.14',
    ),
  );
});

test('a release without its version, or without the one before, has no order', () => {
  checkRule('release-version-order', change(release, /\| Previous Production Ver .*\n/, ''));
  checkRule('release-version-order', change(release, '| 2.13.2                 |', '| none |'));
  checkRule('release-version-order', release.replaceAll(/v?2\.14\.0/g, 'next'));
});
