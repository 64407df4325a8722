import { expect, test } from 'vitest';
import { checkFix, checkRule, relatedOf } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const bullets = ['- [RUN-001](#run-001-pool-is-full) - Pool is full'];
const source = (field: string): string => `//- /SoT.OPERATIONS.md
${sotTop(bullets)}${runEntry('RUN-001', 'Pool is full').replace('**ID**: RUN-001', field)}`;

test('a field that names another id is an error on that id', () => {
  checkRule(
    'id-field-mismatch',
    source('**ID**: RUN-002\n        ^^^^^^^ error: heading says RUN-001, but the ID field says RUN-002'),
  );
  checkRule('id-field-mismatch', source('**ID:** RUN-002\n        ^^^^^^^ error'));
  checkRule('id-field-mismatch', source('ID: RUN-002 (since 2026)\n    ^^^^^^^ error'));
  checkRule('id-field-mismatch', source('**ID**: 🚨 RUN-002\n           ^^^^^^^ error'));
});

test('the same id in any spelling, a placeholder or no field is none', () => {
  for (const field of [
    '**ID**: RUN-001',
    '**ID**: `RUN-001`',
    '**ID**: RUN-1',
    '**ID**: RUN-XXX',
    'Region: EU',
  ])
    checkRule('id-field-mismatch', source(field));
});

test('no other rule reports the id in the field or its bullet', () => {
  for (const rule of ['dangling-id', 'nav-missing-entry', 'nav-unknown-entry', 'malformed-id'])
    checkRule(rule, source('**ID**: RUN-002'));
  for (const rule of ['nav-missing-entry', 'nav-unknown-entry'])
    checkRule(rule, source('**ID**: RUN-001').replace('## RUN-001', '## RUN-002'));
});

test('the field follows the heading, or the heading the field', () => {
  checkFix('id-field-mismatch', source('**ID**: RUN-002'), source('**ID**: RUN-001'));
  checkFix(
    'id-field-mismatch',
    source('**ID**: RUN-002'),
    source('**ID**: RUN-002').replace('## RUN-001', '## RUN-002'),
    'Renumber the entry to RUN-002',
  );
});

test('the heading among several ids, and ids of lists below, are no other id', () => {
  checkRule('id-field-mismatch', source('**ID**: OPS-012, now RUN-001'));
  checkRule('id-field-mismatch', source('').replace('1. Run', '- ID: RUN-002\n\n1. Run'));
});

test('references decide which of the two is right', () => {
  const wrong = source('**ID**: RUN-001').replace('## RUN-001', '## RUN-012');
  checkFix('id-field-mismatch', wrong, source('**ID**: RUN-001'));
});

test('references to the other number are not reported as well', () => {
  checkRule(
    'dangling-id',
    `${source('**ID**: RUN-001').replace('## RUN-001', '## RUN-012')}
//- /RUN-020-restore.md
${runEntry('RUN-020', 'Restore', '**Linked IDs**: RUN-001\n')}`,
  );
});

test('where references use the number of the field, the heading follows it, unasked only if none uses the other', () => {
  const referring = (ids: string): string =>
    `//- /RUN-020-restore.md\n${runEntry('RUN-020', 'Restore', ids)}`;
  const wrong = (ids: string): string =>
    `${source('**ID**: RUN-002').replace('- [RUN-001](#run-001-pool-is-full) - Pool is full', '')}\n${referring(ids)}`;
  const right = (ids: string): string => wrong(ids).replace('## RUN-001', '## RUN-002');
  const one = '**Linked IDs**: RUN-002\n';
  checkFix('id-field-mismatch', wrong(one), right(one));
  const both = '**Linked IDs**: RUN-001, RUN-002\n\nSee RUN-002 and `RUN-002`.\n';
  checkFix('id-field-mismatch', wrong(both), right(both), 'Renumber the entry to RUN-002');
});

test('where the number of the field is taken, only the field can follow', () => {
  const taken = `${source('**ID**: RUN-002')}\n${runEntry('RUN-002', 'Disk is full')}`;
  expect(() => {
    checkFix('id-field-mismatch', taken, taken, 'Renumber');
  }).toThrow('there are: Change the ID field to RUN-001');
});

test('the heading is shown', () => {
  expect(relatedOf('id-field-mismatch', source('**ID**: RUN-002'))).toEqual([
    'SoT.OPERATIONS.md: RUN-001 | Defined as RUN-001 here',
  ]);
});

test('a row of the change log is a reference', () => {
  const log = `# Change Log

| Date | ID | Change |
| --- | --- | --- |
| 2026-02-03 | RUN-002 | Created entry |
`;
  const entry = (id: string): string => `//- /SoT.OPS.md
# Operations (SoT File)

## ${id}: Drain

**ID**: RUN-002

${log}`;
  checkFix('id-field-mismatch', entry('RUN-001'), entry('RUN-002'));
});
