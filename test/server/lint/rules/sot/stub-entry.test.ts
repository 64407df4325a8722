import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const rule = 'stub-entry';
const stub = (heading: string): string => `//- /SoT.OPERATIONS.md
${sotTop(['- [RUN-001](#run-001-pool-is-full) - Pool is full'])}${runEntry('RUN-001', 'Pool is full')}
${heading}

**ID**: RUN-002
**Category**: {Category}
**Status**: Active | Deprecated
**Owner**: {Team}
**Created**: YYYY-MM-DD

### Steps

1. {Step}
`;

test('an entry of template text is information on its id and title', () => {
  checkRule(
    rule,
    stub('## RUN-002: {Name of Situation}\n   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: RUN-002'),
  );
});

test('without a title, on its id', () => {
  checkRule(rule, stub('## RUN-002\n   ^^^^^^^ information: RUN-002'));
});

test('nothing else is said of it', () => {
  for (const other of ['placeholder', 'missing-entry-field', 'missing-entry-section', 'missing-verification'])
    checkRule(other, stub('## RUN-002: {Name of Situation}'));
});
