import { expect, test } from 'vitest';
import { checkFix, checkRule, relatedOf } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const top = sotTop(['- [RUN-001](#run-001-pool-is-full) - Pool is full']);

test('two headings of one id are an error each, across files', () => {
  checkRule(
    'duplicate-id',
    `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-001', 'Pool is full').replace('full\n', 'full\n   ^^^^^^^ error: also defined in RUN-001-again.md:2,\n')}
//- /RUN-001-again.md
${runEntry('RUN-001', 'Again').replace('Again\n', 'Again\n   ^^^^^^^ error: also defined in SoT.OPERATIONS.md:\n')}`,
  );
});

test('one other place is given by its line, several by their number', () => {
  const marked = (title: string, words: string): string =>
    runEntry('RUN-001', title).replace(`${title}\n`, `${title}\n   ^^^^^^^ error: ${words}\n`);
  checkRule(
    'duplicate-id',
    `//- /SoT.OPERATIONS.md
${top}${marked('Pool', 'also defined on line')}${marked('Disk', 'also defined on line')}`,
  );
  const copies = (count: number, words: string): string =>
    `//- /SoT.OPERATIONS.md\n${top}${marked('Pool', words).repeat(count)}`;
  checkRule('duplicate-id', copies(3, 'in 2 other places'));
  checkRule('duplicate-id', copies(12, 'in more than 10 other places'));
});

test('field, bullet, table row and fenced sample define nothing again', () => {
  checkRule(
    'duplicate-id',
    `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-001', 'Pool is full')}
### Sample

| ID      | Title |
| ------- | ----- |
| RUN-001 | Pool  |

\`\`\`
RUN-001: Pool is full
Category: Incident
\`\`\`
`,
  );
});

test('the fix renumbers this one with its field, and leaves the navigation', () => {
  checkFix(
    'duplicate-id',
    `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-001', 'Pool is full')}
//- /RUN-001-again.md
${runEntry('RUN-001', 'Again')}`,
    `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-002', 'Pool is full')}`,
    'the next free number',
  );
});

test('a field of its own number tells what the entry was meant to be', () => {
  const source = (id: string): string => `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-002', 'Disk').replace('## RUN-002', `## ${id}`)}
//- /RUN-001-pool.md
${runEntry('RUN-001', 'Pool is full')}`;
  checkFix('duplicate-id', source('RUN-001'), source('RUN-002'), 'as in the ID field');
});

test('the other places are shown, with their titles', () => {
  const two = `//- /SoT.OPERATIONS.md\n${top}${runEntry('RUN-001', 'Pool')}${runEntry('RUN-001', 'Disk')}`;
  expect(relatedOf('duplicate-id', two)).toEqual([
    'SoT.OPERATIONS.md: RUN-001 | RUN-001 is also defined here: Disk',
  ]);
  expect(relatedOf('duplicate-id', two.replace('## RUN-001: Disk', '## RUN-001'))).toEqual([
    'SoT.OPERATIONS.md: RUN-001 | RUN-001 is also defined here',
  ]);
});

test('stubs, archives and ids of other workspaces define nothing again', () => {
  const pool = `//- /SoT.OPERATIONS.md\n${top}${runEntry('RUN-001', 'Pool')}`;
  checkRule('duplicate-id', `${pool}//- /archive/RUN-001-old.md\n${runEntry('RUN-001', 'Old')}`);
  checkRule('duplicate-id', `${pool}\n## SHA-256: Sums\n\nWords.\n\n## SHA-256: Sums\n\nWords.\n`);
});

test('a field whose number is taken tells nothing', () => {
  const taken = `//- /SoT.OPERATIONS.md\n${top}${runEntry('RUN-002', 'Disk').replace('## RUN-002', '## RUN-001')}${runEntry('RUN-002', 'Queue')}
//- /RUN-001-pool.md
${runEntry('RUN-001', 'Pool is full')}`;
  expect(() => {
    checkFix('duplicate-id', taken, taken, 'as in the ID field');
  }).toThrow('there are: Renumber to RUN-003, the next free number');
});
