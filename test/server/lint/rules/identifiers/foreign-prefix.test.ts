import { expect, test } from 'vitest';
import { checkFix, checkRule, relatedOf } from '../../../../support/check-rule';
import { monEntry, runEntry } from '../../../../support/sot';

const source = (
  declared: string,
  entry = monEntry('MON-001', 'Pool usage'),
): string => `//- /SoT.OPERATIONS.md
---
id_prefix: ${declared}
---

# Operations (SoT File)
${runEntry('RUN-001', 'Pool is full')}${entry}`;

test('an entry of a prefix that the file does not declare is a warning on its id', () => {
  checkRule(
    'foreign-prefix',
    source(
      'RUN-XXX',
      monEntry('MON-001', 'Pool usage').replace(
        'usage\n',
        'usage\n   ^^^^^^^ warning: Add MON to id_prefix\n',
      ),
    ),
  );
});

test('the file that declares the prefix is named', () => {
  const entry = monEntry('MON-001', 'Pool usage').replace(
    'usage\n',
    'usage\n   ^^^^^^^ warning: Move it to SoT.MONITORING.md\n',
  );
  checkRule(
    'foreign-prefix',
    `${source('RUN-XXX', entry)}
//- /SoT.MONITORING.md
---
id_prefix: MON-XXX
---

# Monitoring (SoT File)
${monEntry('MON-002', 'Queue age')}`,
  );
});

test('declared in any notation it is none', () => {
  for (const declared of ['RUN-XXX, MON-XXX', 'RUN, MON', '[RUN-, MON-]', '"RUN-### MON-###"'])
    checkRule('foreign-prefix', source(declared));
});

test('headings that only look like entries are none', () => {
  checkRule(
    'foreign-prefix',
    source('RUN-XXX', '\n## SHA-256: Sums of the archives\n\nSee the release page.\n'),
  );
});

test('the fix adds the prefix as the others are written', () => {
  for (const [before, after] of [
    ['RUN-XXX', 'RUN-XXX, MON-XXX'],
    ['"RUN-XXX"', '"RUN-XXX, MON-XXX"'],
    ['[RUN]', '[RUN, MON]'],
    ['["RUN-XXX"]', '["RUN-XXX", "MON-XXX"]'],
    ['\n  - RUN-XXX', '\n  - RUN-XXX\n  - MON-XXX'],
  ] as const)
    checkFix('foreign-prefix', source(before), source(after));
});

test('several entries of the prefix are one finding', () => {
  const first = monEntry('MON-001', 'Pool usage').replace(
    'usage\n',
    'usage\n   ^^^^^^^ warning: Add MON to id_prefix\n',
  );
  checkRule('foreign-prefix', source('RUN-XXX', first + monEntry('MON-002', 'Queue age')));
});

test('the other entries of the prefix are shown', () => {
  expect(
    relatedOf(
      'foreign-prefix',
      source('RUN-XXX', monEntry('MON-001', 'Pool usage') + monEntry('MON-002', 'Queue age')),
    ),
  ).toEqual([expect.stringContaining('SoT.OPERATIONS.md: MON-002 | MON-002')]);
});

test('a heading of another standard with an ID field is an entry of this workspace', () => {
  checkRule(
    'foreign-prefix',
    source(
      'RUN-XXX',
      '\n## REQ-256: Sums\n   ^^^^^^^ warning: Add REQ to id_prefix\n\n**ID**: REQ-256\n**Status**: Active\n',
    ),
  );
});

test('an ID field with another id makes no prefix one of this workspace', () => {
  checkRule(
    'foreign-prefix',
    source('RUN-XXX', '\n## REQ-256: Sums\n\n**ID**: RUN-256\n**Status**: Active\n'),
  );
});

test('a file without a declaration has none to add to', () => {
  checkRule('foreign-prefix', source('RUN-XXX').replace('id_prefix: RUN-XXX\n', 'version: 1\n'));
});
