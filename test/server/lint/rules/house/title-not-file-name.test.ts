import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { ofKind } from './house-kind';

const rule = 'title-not-file-name';
const kind = 'titleFrom: fileName';

test('a title that is another name', () => {
  checkRule(rule, ofKind(kind, '# Disk is full\n  ^^^^^^^^^^^^ warning: "DiskFull"\n\nText.\n'));
  checkFix(
    rule,
    ofKind(kind, '# Disk is full\n\nText.\n'),
    '//- /alerts/DiskFull.md\n# DiskFull\n\nText.\n',
    'DiskFull',
  );
});

test.each([
  ['# DiskFull', 'alerts/DiskFull.md', kind],
  ['# Disk full', 'alerts/disk-full.md', kind],
  ['# [Deprecated] DiskFull', 'alerts/DiskFull.md', kind],
  ['# Restart the pool', 'alerts/04-restart-the-pool.md', kind],
  ['# Runbook: DiskFull', 'alerts/DiskFull.md', `${kind}\ntitle: "Runbook: *"`],
  ['Text.', 'alerts/DiskFull.md', kind],
  ['# Other', 'alerts/DiskFull.md', 'titleFrom: h1'],
])('%s in %s', (title, path, lines) => {
  checkRule(rule, ofKind(lines, `${title}\n\nText.\n`, path));
});
