import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry as entryAlone } from '../../run-entry';
import { runEntry, sotTop } from '../../../../support/sot';

const first = '- [RUN-001](#run-001-pool-is-full) - Pool is full';
const third = '- [RUN-003](#run-003-queue-is-stuck) - Queue is stuck';
const entries = (second: string): string =>
  runEntry('RUN-001', 'Pool is full') + second + runEntry('RUN-003', 'Queue is stuck');

test('an entry that no bullet names is a warning on its heading', () => {
  checkRule(
    'nav-missing-entry',
    `//- /SoT.OPERATIONS.md
${sotTop([first, third])}${entries(
      runEntry('RUN-002', 'Disk is full').replace(
        'full\n',
        'full\n   ^^^^^^^^^^^^^^^^^^^^^ warning: RUN-002 is missing from the navigation\n',
      ),
    )}`,
  );
});

test('a bullet in any form lists it', () => {
  for (const bullet of [
    '- RUN-002: Disk is full',
    '* **RUN-002** – Disk',
    '- [Disk is full](#run-002-disk-is-full)',
  ])
    checkRule(
      'nav-missing-entry',
      `//- /SoT.OPERATIONS.md
${sotTop([first, bullet, third])}${entries(runEntry('RUN-002', 'Disk is full'))}`,
    );
});

test('neither stubs nor deprecated entries nor documents without a navigation are judged', () => {
  checkRule(
    'nav-missing-entry',
    `//- /SoT.OPERATIONS.md
${sotTop([first, third])}${entries(runEntry('RUN-002', '[DEPRECATED] Disk is full'))}
//- /RUN-020-restore.md
${runEntry('RUN-020', 'Restore')}`,
  );
});

test('the fix inserts the bullet in order, like its neighbours', () => {
  const source = (bullets: readonly string[]): string => `//- /SoT.OPERATIONS.md
${sotTop(bullets)}${entries(runEntry('RUN-002', 'Disk is full'))}`;
  checkFix(
    'nav-missing-entry',
    source([first, third]),
    source([first, '- [RUN-002](#run-002-disk-is-full) - Disk is full', third]),
  );
  checkFix(
    'nav-missing-entry',
    source(['* [RUN-001: Pool is full](#run-001-pool-is-full)', third]),
    source([
      '* [RUN-001: Pool is full](#run-001-pool-is-full)',
      '* [RUN-002: Disk is full](#run-002-disk-is-full)',
      third,
    ]),
  );
  checkFix(
    'nav-missing-entry',
    source(['- RUN-001: Pool is full', third]),
    source(['- RUN-001: Pool is full', '- RUN-002: Disk is full', third]),
  );
  checkFix(
    'nav-missing-entry',
    source([first, third]).replaceAll('\n', '\r\n').replace('.md\r\n', '.md\n'),
    source([first, '- [RUN-002](#run-002-disk-is-full) - Disk is full', third])
      .replaceAll('\n', '\r\n')
      .replace('.md\r\n', '.md\n'),
  );
});

test('the first of its group goes below the line of the group', () => {
  const source = (bullet: string): string => `//- /SoT.OPERATIONS.md
${sotTop([first]).replace('MON-099):\n', `MON-099):\n${bullet}`)}${runEntry('RUN-001', 'Pool is full')}${runEntry('MON-001', 'Pool usage')}`;
  checkFix('nav-missing-entry', source(''), source('\n- [MON-001](#mon-001-pool-usage) - Pool usage\n'));
});

test('a navigation in a quote goes on in it', () => {
  const source = (bullet: string): string => `//- /SoT.OPERATIONS.md
## Navigation by Category

> **Runbooks** (RUN-001 to RUN-099):
>
> ${first}
>
> **Monitoring** (MON-001 to MON-099):
${bullet}${runEntry('RUN-001', 'Pool is full')}${runEntry('MON-001', 'Pool usage')}`;
  checkFix('nav-missing-entry', source(''), source('>\n> - [MON-001](#mon-001-pool-usage) - Pool usage\n'));
});

test('a table is a navigation too', () => {
  const table = '| ID | Title |\n| --- | --- |\n| [RUN-001](#run-001-pool-is-full) | Pool is full |';
  checkRule(
    'nav-missing-entry',
    `//- /SoT.OPERATIONS.md
---
id_prefix: RUN-XXX
---

# Operations (SoT File)

## Navigation by Category

${table}

---
${runEntry('RUN-001', 'Pool is full')}${runEntry('RUN-002', 'Disk is full').replace('full\n', 'full\n   ^^^^^^^^^^^^^^^^^^^^^ warning\n')}`,
  );
});

test('an entry that the navigation lists by its ID field is left to id-field-mismatch', () => {
  checkRule(
    'nav-missing-entry',
    `//- /SoT.OPERATIONS.md
${sotTop([first])}${runEntry('RUN-001', 'Pool is full').replace('## RUN-001', '## RUN-002')}`,
  );
});

test('two entries of one id are one finding, and those of other workspaces none', () => {
  checkRule(
    'nav-missing-entry',
    `//- /SoT.OPERATIONS.md
${sotTop([first, third])}${entries(
      runEntry('RUN-002', 'Disk is full').replace('full\n', 'full\n   ^^^^^^^^^^^^^^^^^^^^^ warning\n') +
        runEntry('RUN-002', 'Disk is full again'),
    )}
## SHA-256: Sums

Words.
`,
  );
});

test('a table of contents of one entry lists parts, not entries', () => {
  const contents = (bullets: string): string =>
    entryAlone({
      scope: `\n## Contents\n\n${bullets}\n\n## Scope\n\n- **Handles**: a\n- **Does NOT handle**: b`,
    });
  checkRule(
    'nav-missing-entry',
    contents(
      '- [Scope](#scope)\n- [Step 1: Restart](#step-1-restart)\n- [Paso 12](#paso-12)\n- [Node 3](#node-3-down)',
    ),
  );
});
