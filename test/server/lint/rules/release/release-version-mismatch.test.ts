import { expect, test } from 'vitest';
import { checkFix, checkRule, relatedOf } from '../../../../support/check-rule';
import { change, point, release } from '../../documents';

test('the title', () => {
  checkRule(
    'release-version-mismatch',
    point(
      change(release, 'Shop v2.14.0', 'Shop v2.15.0'),
      '2.15.0',
      'warning: The title says 2.15.0, but this release is 2.14.0',
    ),
  );
});

test('the field', () => {
  checkRule(
    'release-version-mismatch',
    point(
      change(release, '| 2.14.0                 |', '| 2.41.0                 |'),
      '2.41.0',
      'warning: "Version" says 2.41.0',
    ),
  );
});

test('the tag', () => {
  checkRule(
    'release-version-mismatch',
    point(
      change(release, '| `v2.14.0`              |', '| `release/v2.14.1`      |'),
      '2.14.1',
      'warning: "Branch / Tag" says 2.14.1',
    ),
  );
});

test('a git command', () => {
  checkRule(
    'release-version-mismatch',
    point(
      change(release, 'git tag -a v2.14.0', 'git tag -a v2.13.0'),
      '2.13.0',
      'warning: This command uses',
    ),
  );
});

test('a deployment of the previous version', () => {
  checkRule(
    'release-version-mismatch',
    point(
      change(release, 'deploy --version 2.14.0', 'deploy --version 2.13.2'),
      '2.13.2',
      'warning: This command uses',
      'deploy --version 2.13.2',
    ),
  );
});

test('versions of other things', () => {
  checkRule(
    'release-version-mismatch',
    change(
      change(release, 'Command: make smoke', 'Command: node-18.2.0 smoke.js'),
      'Command: shopctl migrate up',
      'Command: shopctl migrate up --from 2.13.2',
    ),
  );
});

test('the fix takes the version that two places confirm', () => {
  const document = change(release, 'Shop v2.14.0', 'Shop v2.15.0');
  checkFix('release-version-mismatch', document, release);
});

test('a title that a link leads to is changed on request only', () => {
  const document = change(`${release}\n[Up](#release-runbook-shop-v2150)\n`, 'Shop v2.14.0', 'Shop v2.15.0');
  expect(() => {
    checkFix('release-version-mismatch', document, document);
  }).toThrow('no such fix');
  checkFix(
    'release-version-mismatch',
    document,
    change(document, 'Shop v2.15.0', 'Shop v2.14.0'),
    'Change version',
  );
});

const rule = 'release-version-mismatch';

test('a release that states no version, or one, is compared with nothing', () => {
  const none = release.replaceAll(/v?2\.14\.0/g, 'next');
  checkRule(rule, none);
  checkRule(rule, change(none, 'Shop next', 'Shop v2.14.0'));
});

test('the place that states the version is shown', () => {
  expect(relatedOf(rule, change(release, 'Shop v2.14.0', 'Shop v2.15.0'))).toEqual([
    'document.md: 2.14.0 | Release version 2.14.0 is given here',
  ]);
});

test('where one place stands against another, the author decides', () => {
  const two = change(change(release, /\| Branch \/ Tag .*\n/, ''), 'Shop v2.14.0', 'Shop v2.15.0');
  expect(() => {
    checkFix(rule, two, two);
  }).toThrow('no such fix');
});
