import { expect, test } from 'vitest';
import { checkFix, checkRule, relatedOf } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('header and change log differ', () => {
  checkRule(
    'version-mismatch',
    point(change(feature, '**Version:** 1.1', '**Version:** 1.0'), '1.0', 'warning: header says version 1.0'),
  );
});

test('a version that the change log does not have yet', () => {
  checkRule(
    'version-mismatch',
    point(change(feature, '**Version:** 1.1', '**Version:** 1.2'), '1.2', 'warning: Add a row'),
  );
});

test('the order of the rows does not matter', () => {
  checkRule(
    'version-mismatch',
    change(
      feature,
      '| 2026-10-12 | 1.0     | Initial version | M. Okafor |\n| 2026-11-10 | 1.1     | Slips           | S. Iyer   |',
      '| 2026-11-10 | v1.1 | Slips | S. Iyer |\n| 2026-10-12 | 1.0 | Initial version | M. Okafor |',
    ),
  );
});

test('the fix raises the version', () => {
  const document = change(feature, '**Version:** 1.1', '**Version:** 1.0');
  checkFix('version-mismatch', document, feature);
});

const rule = 'version-mismatch';
const rows = (...lines: string[]): string =>
  change(feature, /(?<=## 11[.] Change Log\n\n)[^]*/, `${lines.join('\n')}\n`);
const header = '| Date | Version | Change |\n| --- | --- | --- |';

test('the newest row is the one of the latest day', () => {
  checkRule(rule, rows(header, '| 2026-11-10 | 1.1 | Slips |', '| 2026-10-12 | 2.0 | Odd |'));
  checkRule(
    rule,
    point(
      rows(header, '| 2026-11-10 | 1.1 | Slips |', '| 2026-11-11 | 1.0 | Back |'),
      '1.1',
      'warning: ends at 1.0',
      '**Version:** 1.1',
    ),
  );
});

test('on the same day, or where a row has none, it is the highest version', () => {
  checkRule(rule, rows(header, '| 2026-11-10 | 1.0 | First |', '| 2026-11-10 | 1.1 | Slips |'));
  checkRule(rule, rows(header, '| 2026-11-10 | 1.1 | Slips |', '| 2026-11-10 | 1.0 | First |'));
  checkRule(rule, rows(header, '| 2026-12-12 | 1.0 | First |', '| | 1.1 | Slips |'));
});

test('a change log may be a list or headings', () => {
  checkRule(rule, rows('- 1.0 First (2026-10-12)', '- 1.1 Slips (2026-11-10)'));
  checkRule(
    rule,
    rows('### v1.1 - 2026-11-10', '', 'Slips.', '', '### v1.0 - 2026-10-12', '', 'First, 9.9.9.'),
  );
  checkRule(
    rule,
    point(
      rows('- 1.0 First (2026-10-12)', '- 1.2 Slips (2026-11-10)'),
      '1.1',
      'warning: change log is at 1.2',
      '**Version:** 1.1',
    ),
  );
});

test('versions behind the change log, and documents without one, say nothing', () => {
  checkRule(rule, rows('- 1.1 Slips (2026-11-10)', '', '## 12. Parts', '', '- 3.0 Printer'));
  checkRule(rule, change(feature, /## 11[.] Change Log[^]*/, '- 3.0 Printer\n'));
  checkRule(rule, rows(header, '| 2026-11-10 | next | Slips |'));
  checkRule(rule, change(feature, '**Version:** 1.1', '**Version:** current'));
  checkRule(rule, change(feature, '**Version:** 1.1\n', ''));
});

test('a version that is ahead of its change log is for the author to choose', () => {
  checkFix(rule, change(feature, '**Version:** 1.1', '**Version:** 1.2'), feature, 'Change version to 1.1');
});

test('the newest row is shown', () => {
  expect(relatedOf(rule, change(feature, '**Version:** 1.1', '**Version:** 1.0'))).toEqual([
    'document.md: 1.1 | Newest row of the change log: 1.1',
  ]);
  expect(relatedOf(rule, rows('- v1.0 First', '- v1.2 Slips'))).toEqual([
    'document.md: 1.2 | Newest row of the change log: 1.2',
  ]);
});
