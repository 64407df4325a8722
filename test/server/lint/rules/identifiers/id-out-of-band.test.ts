import { test } from 'vitest';
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
