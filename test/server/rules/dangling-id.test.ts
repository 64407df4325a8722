import { test } from 'vitest';
import { checkFix, checkRule } from '../../support/check-rule';
import { runEntry, sotTop } from '../../support/sot';

const top = sotTop(['- [RUN-001](#run-001-pool-is-full) - Pool is full']);
const source = (words: string, behind = ''): string => `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-001', 'Pool is full', words)}${behind}`;

test('an unknown id is a warning in fields and links, an information in prose', () => {
  checkRule('dangling-id', source('**Linked IDs**: RUN-077\n                ^^^^^^^ warning: RUN-077\n'));
  checkRule('dangling-id', source('\nSee [it](#run-077-gone).\n          ^^^^^^^ warning\n'));
  checkRule('dangling-id', source('\nSee RUN-077.\n    ^^^^^^^ information\n'));
});

test('links that name a known entry, and links to absent files, are for other rules', () => {
  checkRule(
    'dangling-id',
    source('**Linked IDs**: [RUN-077](#run-001-pool-is-full), [RUN-077](gone.md#run-077-gone)\n'),
  );
});

test('the fixes take the nearest id, or write the entry behind its neighbours', () => {
  checkFix(
    'dangling-id',
    source('**Linked IDs**: [RUN-011](#run-011-pool)\n'),
    source('**Linked IDs**: [RUN-001](#run-001-pool-is-full)\n'),
    'Replace',
  );
  checkFix(
    'dangling-id',
    source('\nSee RUN-077.\n'),
    source(
      '\nSee RUN-077.\n',
      `
## RUN-077: {Name of Situation}

**ID**: RUN-077
**Category**: Incident Response
**Status**: Active
**Owner**: {Who keeps it true}
**Created**: 2026-11-20
**Last Tested**: YYYY-MM-DD

### When to Use

{Event that makes somebody open this.}

### Steps

1. **Assess**: {How to see how bad it is}
2. **Mitigate**: {How to stop the damage}
3. **Resolve**: {How to remove the cause}
4. **Document**: {What to write down, and where}

### Escalation Path

| Level | Contact      | Trigger Condition   |
| ----- | ------------ | ------------------- |
| L1    | {First}      | At once             |
| L2    | {Second}     | >15 min and not over |
| L3    | {Third}      | Customers notice    |
`,
    ),
    'Create RUN-077',
  );
});
