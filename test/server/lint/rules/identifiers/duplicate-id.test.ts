import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const top = sotTop(['- [RUN-001](#run-001-pool-is-full) - Pool is full']);

test('two headings of one id are an error each, across files', () => {
  checkRule(
    'duplicate-id',
    `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-001', 'Pool is full').replace('full\n', 'full\n   ^^^^^^^ error: RUN-001-again.md\n')}
//- /RUN-001-again.md
${runEntry('RUN-001', 'Again').replace('Again\n', 'Again\n   ^^^^^^^ error: SoT.OPERATIONS.md\n')}`,
  );
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
    'next free',
  );
});

test('a field of its own number tells what the entry was meant to be', () => {
  const source = (id: string): string => `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-002', 'Disk').replace('## RUN-002', `## ${id}`)}
//- /RUN-001-pool.md
${runEntry('RUN-001', 'Pool is full')}`;
  checkFix('duplicate-id', source('RUN-001'), source('RUN-002'), 'as its ID field does');
});
