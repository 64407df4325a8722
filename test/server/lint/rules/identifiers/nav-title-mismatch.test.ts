import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const source = (bullet: string): string => `//- /SoT.OPERATIONS.md
${sotTop([bullet])}${runEntry('RUN-001', 'Pool is full')}`;

test('another title is an information on the title', () => {
  checkRule(
    'nav-title-mismatch',
    source(
      '- [RUN-001](#run-001-pool-is-full) - Disk is full\n                                     ^^^^^^^^^^^^ information: heading of RUN-001 is "Pool is full"',
    ),
  );
  checkRule(
    'nav-title-mismatch',
    source(
      '- [RUN-001: Disk is full](#run-001-pool-is-full)\n            ^^^^^^^^^^^^ information: heading of RUN-001 is "Pool is full"',
    ),
  );
});

test('case, emphasis and remarks make no other title', () => {
  for (const title of ['pool is full', '**Pool is full**', 'Pool is full (SEV1)', 'Pool is full.'])
    checkRule('nav-title-mismatch', source(`- [RUN-001](#run-001-pool-is-full) - ${title}`));
  checkRule('nav-title-mismatch', source('- RUN-001'));
});

test('the fix takes the title of the entry and keeps a remark', () => {
  checkFix('nav-title-mismatch', source('- RUN-001: Disk (SEV1)'), source('- RUN-001: Pool is full (SEV1)'));
});
