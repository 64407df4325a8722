import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const top = sotTop(['- RUN-001: Pool is full', '- RUN-002: Disk is full']);
const source = (link: string): string => `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-001', 'Pool is full', `\nSee ${link}\n`)}${runEntry('RUN-002', 'Disk is full')}`;

test('text and target of different entries are a warning on the text', () => {
  checkRule(
    'link-id-mismatch',
    source(
      '[RUN-001](#run-002-disk-is-full)\n     ^^^^^^^ warning: text says RUN-001, but the target is RUN-002',
    ),
  );
  checkRule(
    'link-id-mismatch',
    source('[`RUN-001`: Pool][pool]\n      ^^^^^^^ warning: RUN-002\n\n[pool]: #run-002-disk-is-full'),
  );
  checkRule('link-id-mismatch', source('[RUN-001](RUN-002-disk.md)\n     ^^^^^^^ warning: RUN-002'));
});

test('one unknown id of the two is this finding only', () => {
  checkRule('link-id-mismatch', source('[RUN-009](#run-002-disk-is-full)\n     ^^^^^^^ warning: RUN-002'));
  checkRule('dangling-id', source('[RUN-009](#run-002-disk-is-full)'));
  checkRule('anchor-mismatch', source('[RUN-001](#run-002-disk)'));
});

test('the same entry, several entries and other kinds of names are none', () => {
  for (const link of [
    '[RUN-002](#run-002-disk-is-full)',
    '[RUN-2 and more](#run-002-disk-is-full)',
    '[RUN-001, RUN-002](#run-002-disk-is-full)',
    '[RUN-001](dashboards/MON-003.md)',
    '[the disk](#run-002-disk-is-full)',
  ])
    checkRule('link-id-mismatch', source(link));
});

test('either side can be taken', () => {
  const wrong = source('[RUN-001](#run-002-disk-is-full)');
  checkFix(
    'link-id-mismatch',
    wrong,
    source('[RUN-001](#run-001-pool-is-full)'),
    'Change link target to RUN-001',
  );
  checkFix(
    'link-id-mismatch',
    wrong,
    source('[RUN-002](#run-002-disk-is-full)'),
    'Change link text to RUN-002',
  );
});

test("an anchor below the heading of an entry is the entry's, with or without others above it", () => {
  const anchored = (marks: string): string =>
    source('[RUN-001](#disk)\n     ^^^^^^^ warning: RUN-002').replace(/^(## RUN-002.*)$/m, `$1\n\n${marks}`);
  checkRule('link-id-mismatch', anchored('<a id="disk"></a>'));
  checkRule('link-id-mismatch', anchored('<a name="full"></a>\n<a name="disk"></a>'));
  checkRule('link-id-mismatch', anchored('Words.\n\n<a id="disk"></a>').replace(/ {5}\^+ .*\n/, ''));
});

test('ids of other workspaces, and two that are both unknown, are none', () => {
  checkRule('link-id-mismatch', source('[REQ-001](#run-002-disk-is-full)'));
  checkRule('link-id-mismatch', source('[RUN-001](#req-002-print)'));
  checkRule('link-id-mismatch', source('[RUN-077](#run-078-gone)'));
});

test('a file that holds the entry meant may be named after another one', () => {
  const both = `${source('[RUN-020](RUN-021-both.md)')}//- /RUN-021-both.md\n${runEntry('RUN-020', 'Restore')}`;
  checkRule('link-id-mismatch', both);
});

test('what is not defined cannot be taken', () => {
  checkFix(
    'link-id-mismatch',
    source('[RUN-077](#run-002-disk-is-full)'),
    source('[RUN-002](#run-002-disk-is-full)'),
    'Change link text to RUN-002',
  );
});
