import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const bullet = (id: string): string => `- [${id}](#${id.toLowerCase()}-pool-is-full) - Pool is full`;
const source = (id: string): string => `//- /SoT.OPERATIONS.md
${sotTop([bullet(id)])}${runEntry(id, 'Pool is full', `**Linked IDs**: ${id}\n`)}`;

test('a number outside the band is a warning on the id', () => {
  checkRule(
    'id-out-of-band',
    source('RUN-120').replace(
      '## RUN-120: Pool is full\n',
      '## RUN-120: Pool is full\n   ^^^^^^^ warning: ID band of this file (001–099)\n',
    ),
  );
});

test('its ends belong to the band, and without a band all numbers do', () => {
  checkRule('id-out-of-band', source('RUN-001'));
  checkRule('id-out-of-band', source('RUN-099'));
  checkRule('id-out-of-band', source('RUN-120').replaceAll(/ \((?:RUN|MON)-001 to .*\)/g, ''));
});

test('one of two bands is enough', () => {
  const more = '**More** (RUN-200 to RUN-299):\n\n**Monitoring';
  checkRule(
    'id-out-of-band',
    source('RUN-120')
      .replace('**Monitoring', more)
      .replace(
        '## RUN-120: Pool is full\n',
        '## RUN-120: Pool is full\n   ^^^^^^^ warning: ID bands of this file (001–099, 200–299)\n',
      ),
  );
  checkRule(
    'id-out-of-band',
    source('RUN-120').replace('**Monitoring', '**More** (RUN-100 to RUN-199):\n\n**Monitoring'),
  );
});

test('the fix takes the next free number of the band in all of the document', () => {
  checkFix('id-out-of-band', source('RUN-120'), source('RUN-001'));
});

test.each([
  ['is not listed', source('RUN-120').replace(/^- \[RUN-120\].*\n/m, '')],
  [
    'has the id of one in another document',
    `${source('RUN-120')}//- /n.md\n## RUN-120: Disk\n\n**Status**: Active\n`,
  ],
  ['has the id of one below it', `${source('RUN-120')}${runEntry('RUN-120', 'Disk')}`],
  ['is named in another document', `${source('RUN-120')}//- /n.md\nSee RUN-120.\n`],
])('the fix of an entry that %s is for the author to choose', (_what, files) => {
  expect(() => {
    checkFix('id-out-of-band', files, files);
  }).toThrow('no such fix of id-out-of-band; there are: Renumber RUN-120 to RUN-001');
});

test('the fix leaves paths of files', () => {
  const linked = (id: string): string =>
    source(id).replace('**Linked IDs**', 'See [it](RUN-120-pool.md).\n\n**Linked IDs**');
  checkFix('id-out-of-band', linked('RUN-120'), linked('RUN-001'));
});

test('where the band is full there is no number to take', () => {
  const full =
    source('RUN-120').replace('(RUN-001 to RUN-099)', '(RUN-001 to RUN-001)') + runEntry('RUN-001', 'Disk');
  expect(() => {
    checkFix('id-out-of-band', full, full);
  }).toThrow('there are: none');
});

test('entries of other workspaces belong to no band', () => {
  checkRule(
    'id-out-of-band',
    `${source('RUN-001')}${runEntry('REQ-120', 'Print').replace('**ID**: REQ-120\n', '')}`,
  );
});
