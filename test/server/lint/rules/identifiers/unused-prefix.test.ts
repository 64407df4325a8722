import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../../../support/sot';

test('a declared prefix without entry is an information on the prefix', () => {
  checkRule(
    'unused-prefix',
    `//- /SoT.OPERATIONS.md
---
id_prefix: RUN-XXX, MON-XXX
                    ^^^ information: remove MON from id_prefix
---

# Operations (SoT File)
${runEntry('RUN-001', 'Pool is full')}`,
  );
});

test('a row of a register is an entry', () => {
  checkRule(
    'unused-prefix',
    `//- /SoT.OPERATIONS.md
---
id_prefix: RUN-XXX, MON-XXX
---

# Operations (SoT File)
${runEntry('RUN-001', 'Pool is full')}
## Monitors

| ID      | Title      |
| ------- | ---------- |
| MON-001 | Pool usage |
`,
  );
});

test('an example in a fence, and a name of a file, are no entries', () => {
  checkRule(
    'unused-prefix',
    `//- /MON-001-pool.md
---
id_prefix: RUN-XXX, MON-XXX
                    ^^^ information
---

# Operations (SoT File)
${runEntry('RUN-001', 'Pool is full')}
\`\`\`
MON-001: Pool usage
Category: Performance
\`\`\`
`,
  );
});

test('a file without front matter declares none', () => {
  checkRule(
    'unused-prefix',
    `//- /SoT.OPERATIONS.md\n# Operations (SoT File)\n${runEntry('RUN-001', 'Pool is full')}`,
  );
});
