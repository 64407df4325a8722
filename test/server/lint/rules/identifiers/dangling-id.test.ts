import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const top = sotTop(['- [RUN-001](#run-001-pool-is-full) - Pool is full']);
const source = (words: string, behind = '', listed = ''): string => `//- /SoT.OPERATIONS.md
${top.replace('- Pool is full\n', `- Pool is full\n${listed}`)}${runEntry('RUN-001', 'Pool is full', words)}${behind}`;

test('an unknown id is a warning in fields and links, an information in prose', () => {
  checkRule(
    'dangling-id',
    source('**Linked IDs**: RUN-077\n                ^^^^^^^ warning: correct the ID\n'),
  );
  checkRule('dangling-id', source('\nSee [it](#run-077-gone).\n          ^^^^^^^ warning\n'));
  checkRule('dangling-id', source('\nSee RUN-077.\n    ^^^^^^^ information\n'));
});

test('a similar id is suggested, with its title', () => {
  checkRule(
    'dangling-id',
    source(
      '**Linked IDs**: RUN-011\n                ^^^^^^^ warning: Did you mean RUN-001 ("Pool is full")?\n',
    ),
  );
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
    'Replace RUN-011 with RUN-001',
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

{Event that triggers this runbook.}

### Steps

1. **Assess**: {How to see how bad it is}
2. **Mitigate**: {How to stop the damage}
3. **Resolve**: {How to remove the cause}
4. **Document**: {What to write down, and where}

### Escalation Path

| Level | Contact      | Trigger Condition   |
| ----- | ------------ | ------------------- |
| L1    | {First}      | At once             |
| L2    | {Second}     | >15 min unresolved  |
| L3    | {Third}      | Customers notice    |
`,
      '- [RUN-077](#run-077-title) - {Title}\n',
    ),
    'Create RUN-077 in this file from the template',
  );
});

test('a link to an entry without a heading names it in its target, too', () => {
  const plain = (link: string): string =>
    `//- /SoT.RUNBOOKS.md\nRUN-002: Drain the pool\nCategory: Incident\nOwner: Harbour\nLast Tested: 2026-11-01\n\nSee ${link}\n`;
  for (const words of ['RUN-003', 'the pool'])
    checkFix(
      'dangling-id',
      plain(`[${words}](#run-003-drain-it).`),
      plain(`[${words.replace('3', '2')}](#run-002).`),
      'Replace RUN-003 with RUN-002 (Drain the pool)',
    );
  checkFix(
    'dangling-id',
    plain('[this].\n\n[this]: #run-003'),
    plain('[this].\n\n[this]: #run-002'),
    'Replace RUN-003 with RUN-002 (Drain the pool)',
  );
});

test('an entry of a prefix without a template takes the shape of its neighbours', () => {
  const rule = (id: string, title: string): string => `### ${id}: ${title}

**ID**: ${id}
**Status**: Active | **Owner**: Harbour office
**Created**: 2026-03-04

#### Rationale

Because of the tide.

#### Related IDs

${id === 'BR-001' ? '- BR-002\n- BR-005' : '- BR-001'}
`;
  const file = (navigation: string, entry: string, row: string): string => `//- /SoT.BUSINESS_RULES.md
---
id_prefix: BR-XXX
---

# Business Rules (SoT File)

## Navigation by Category

**Rules** (BR-001 to BR-099):

- [BR-001](#br-001-one-berth-one-ship) - One berth, one ship
- [BR-002](#br-002-no-ship-without-pilot) - No ship without pilot
${navigation}
## Rules

${rule('BR-001', 'One berth, one ship')}
${rule('BR-002', 'No ship without pilot')}${entry}
## Change Log

| Date | ID | Change | Author |
| --- | --- | --- | --- |
| 2026-03-04 | BR-001 | Created | Ann |
| 2026-03-05 | BR-002 | Created | Ann |
${row}`;
  checkFix(
    'dangling-id',
    file('', '', ''),
    file(
      '- [BR-005](#br-005-title) - {Title}\n',
      `
### BR-005: {Title}

**ID**: BR-005
**Status**: {Status} | **Owner**: {Owner}
**Created**: 2026-11-20

#### Rationale

{Rationale}

#### Related IDs

{Related IDs}
`,
      '| 2026-11-20 | BR-005 | Added BR-005 |        |\n',
    ),
    'Create BR-005 in this file modelled on its neighbours',
  );
});

test('the first entry of a prefix is written from a template of its own, and listed', () => {
  const sot = (listed: string, entry: string): string => `//- /SoT.RISKS.md
---
id_prefix: RISK-XXX
---

# Risks (SoT File)

## Navigation

**Risks** (RISK-001 to RISK-099):
${listed}
---

${entry}## Notes

See RISK-001.
`;
  checkFix(
    'dangling-id',
    sot('', ''),
    sot(
      '\n- [RISK-001](#risk-001-title) - {Title}\n',
      `## RISK-001: {Title}

**ID**: RISK-001
**Status**: Active
**Owner**: {Who keeps it true}
**Created**: 2026-11-20

### Description

{What holds, and why it matters}

---

`,
    ),
    'Create RISK-001 in this file from the template',
  );
});

test('the message without a similar entry says what to do', () => {
  checkRule(
    'dangling-id',
    source('\nSee RUN-077.\n    ^^^^^^^ information: RUN-077 is not defined anywhere\n'),
  );
});

test('a similar entry without a title is suggested by its id', () => {
  const untitled = source(
    '**Linked IDs**: RUN-022\n',
    '\n## RUN-002\n\n**ID**: RUN-002\n**Status**: Active\n',
  );
  checkRule(
    'dangling-id',
    untitled.replace('RUN-022\n', 'RUN-022\n                ^^^^^^^ warning: Did you mean RUN-002? If not\n'),
  );
  checkFix('dangling-id', untitled, untitled.replace('RUN-022', 'RUN-002'), 'Replace RUN-022 with RUN-002');
});

test('in code and in tables an unknown id is an information, too', () => {
  checkRule(
    'dangling-id',
    source(
      '\nPage with `RUN-077`.\n           ^^^^^^^ information\n\n| Host | Notes |\n| --- | --- |\n| pool | see RUN-078 |\n             ^^^^^^^ information\n',
    ),
  );
});

test('the choice names the similar entry by its title', () => {
  expect(() => {
    checkFix('dangling-id', source('**Linked IDs**: RUN-011\n'), '', 'no such title');
  }).toThrow('Replace RUN-011 with RUN-001 (Pool is full)');
});
