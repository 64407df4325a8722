import { expect, test } from 'vitest';
import { checkFix, checkRule, relatedOf } from '../../../../support/check-rule';
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

test('a title that only begins alike is another one, words behind a sign are a remark', () => {
  checkRule('nav-title-mismatch', source('- RUN-001: Pool is fuller\n           ^^^^^^^^^^^^^^ information'));
  checkRule('nav-title-mismatch', source('- RUN-001: Pool is full, or nearly'));
});

test('of two entries of the id, the title of one will do; stubs and untitled ones have none', () => {
  checkRule(
    'nav-title-mismatch',
    `${source('- RUN-001: Disk is full')}${runEntry('RUN-001', 'Disk is full')}`,
  );
  checkRule(
    'nav-title-mismatch',
    source('- RUN-001: Disk').replace('## RUN-001: Pool is full', '## RUN-001'),
  );
});

test('a title that ends with a parenthesis replaces the whole bullet', () => {
  const titled = (bullet: string): string =>
    source(bullet).replace('## RUN-001: Pool is full', '## RUN-001: Pool (main)');
  checkFix('nav-title-mismatch', titled('- RUN-001: Disk (SEV1)'), titled('- RUN-001: Pool (main)'));
});

test('the entry is shown', () => {
  expect(relatedOf('nav-title-mismatch', source('- RUN-001: Disk'))).toEqual([
    'SoT.OPERATIONS.md: RUN-001 | RUN-001 is defined here',
  ]);
});

test('an entry that nobody has filled in, and one of another workspace, have no title to compare', () => {
  checkRule(
    'nav-title-mismatch',
    `${source('- RUN-001: Pool is full\n- RUN-002: Disk')}
## RUN-002: {Runbook Title}

**ID**: RUN-002
**Status**: Active | Planned
**Owner**: {Team}
**Created**: YYYY-MM-DD
`,
  );
  checkRule(
    'nav-title-mismatch',
    `${source('- RUN-001: Pool is full\n- REQ-001: Print')}\n## REQ-001: Copy\n\n**Status**: Active\n`,
  );
});

test('an id that nothing defines has no title either', () => {
  checkRule('nav-title-mismatch', source('- RUN-001: Pool is full\n- RUN-077: Disk'));
});

test('without a navigation no list of ids is judged', () => {
  checkRule(
    'nav-title-mismatch',
    `//- /SoT.OPERATIONS.md\n---\nid_prefix: RUN-XXX\n---\n\n# Operations (SoT File)\n${runEntry('RUN-001', 'Pool is full')}`,
  );
});

test('a sign that the title of the entry begins with parts id and title in the bullet', () => {
  const titled = (bullet: string): string =>
    source(bullet).replace('## RUN-001: Pool is full', '## RUN-001 ) is full');
  checkFix('nav-title-mismatch', titled('- RUN-001: Disk'), titled('- RUN-001: ) is full'));
  checkRule('nav-title-mismatch', titled('- RUN-001: ) is full'));
});
