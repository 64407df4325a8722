import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'step-numbering';

const steps = (...numbers: string[]): string =>
  runEntry({
    procedure: `\n## Procedure\n\n${numbers.map((number) => `### Step ${number}: Run \`pgb\`\n`).join('\n')}`,
  });

const caret = '\n    ^^^^^^^^^^^^^^^^^ warning';

test('numbers in order are fine, from zero, with letters, and where a section goes on', () => {
  checkRule(rule, steps('1', '2', '3'));
  checkRule(rule, steps('0', '1', '2'));
  checkRule(rule, steps('1', '2', '2a', '3'));
  checkRule(rule, steps('1', '2a', '2b', '3'));
  checkRule(rule, steps('1', '2', '1', '2', '3'));
  checkRule(rule, steps('A', 'B', 'D'));
  checkRule(
    rule,
    runEntry({
      procedure:
        '\n## Mitigation\n\n### Step 1: `a`\n\n### Step 2: `b`\n\n## Resolution\n\n### Step 3: `c`\n',
    }),
  );
  checkRule(rule, runEntry({ procedure: '\n## Steps\n1. `a`\n1. `b`\n1. `c`' }));
  checkRule(rule, runEntry({ procedure: '\n## Steps\n1. `a`\n3. `b`' }));
});

test('a gap, a duplicate and a wrong order are a warning on the first step that does not follow', () => {
  const wrong = (numbers: readonly string[], at: number, words: string): void => {
    const lines = numbers.map((number, index) =>
      index === at
        ? `### Step ${number}: Run \`pgb\`${caret}: ${words}\n`
        : `### Step ${number}: Run \`pgb\`\n`,
    );
    checkRule(rule, runEntry({ procedure: `\n## Procedure\n\n${lines.join('\n')}` }));
  };
  wrong(['1', '2', '4'], 2, 'where step 3 is expected');
  wrong(['1', '2', '2', '3'], 2, 'more than one step 2');
  wrong(['2', '3'], 0, 'where step 1 is expected');
  wrong(['3', '1'], 0, 'where step 1 is expected');
});

test.each([
  [['One', 'Three'], 'where step Two is expected'],
  [['I', 'II', 'IV'], 'where step III is expected'],
  [['one', 'two', 'two'], 'more than one step two'],
])('words and Roman numbers count like digits: %j', (numbers, words) => {
  const headings = numbers.map((number) => `Step ${number}: Run \`pgb\``);
  const last = headings.at(-1) ?? '';
  const procedure = headings.map((heading) => `### ${heading}\n`).join('\n');
  checkRule(
    rule,
    runEntry({
      procedure: `\n## Procedure\n\n${procedure}    ${'^'.repeat(last.length)} warning: ${words}\n`,
    }),
  );
});

test('bold steps and fences count by themselves', () => {
  checkRule(
    rule,
    runEntry({
      procedure: '\n## Procedure\n\n**Step 1: Run `a`**\n\n**Step 3: Run `b`**\n  ^^^^^^^^^^^^^^^ warning\n',
    }),
  );
  checkRule(
    rule,
    `//- /release.md
# Release Runbook: Shop v1.2.0

**Rollback Deadline:** 2 hours

## 3. Build Steps

\`\`\`
Step 1: Tag
Step 3: Build
^^^^^^^^^^^^^ warning
\`\`\`

## 4. Deployment Steps

\`\`\`
Step 1: Deploy
Step 2: Verify
\`\`\`
`,
  );
});

test('the fix numbers the steps, unasked unless text speaks of a number that changes', () => {
  checkFix(rule, steps('1', '2', '4', '5'), steps('1', '2', '3', '4'));
  checkFix(rule, steps('1', '2', '2', '3'), steps('1', '2', '3', '4'));
  checkFix(rule, steps('1', '2', '2a', '4'), steps('1', '2', '2a', '3'));
  const spoken = steps('1', '3').replace('start time', 'result of step 3');
  const fixed = steps('1', '2').replace('start time', 'result of step 3');
  expect(() => {
    checkFix(rule, spoken, fixed);
  }).toThrow('no such fix');
  checkFix(rule, spoken, fixed, 'Renumber');
});

test('decimals have their own count, and options and letters are one step', () => {
  for (const numbers of [
    ['1', '1.1', '1.2', '2'],
    ['1', '1.1', '1.2', '1.3', '2', '2.1', '3'],
    ['0.1', '0.2', '1'],
    ['1.1', '1.2', '2.1', '2.2'],
    ['1.1', '1.2', '2', '3'],
    ['2.1', '2.2', '2.3'],
    ['1', '1.1', '1.1.1', '1.1.2', '1.2', '2'],
    ['1', '2 / Option A', '2 / Option B', '3'],
    ['1', '2 (Option A)', '2 (Option B)', '3'],
    ['1', '2a', '2b', '3'],
    ['1', '2-A', '2-B', '3'],
    ['1', '2/A', '2/B', '3'],
    ['1', '2 (alternative)', '2', '3'],
    ['1', '2 [Linux]', '2 [Windows]', '3'],
    ['1', '2 (blue)', '2 (green)', '3'],
    ['1', '2 - if the gate is open', '2 - if it is closed', '3'],
    ['1', '2', '2 – Alternatively', '3'],
    ['1.0', '1.1', '2.0'],
  ])
    checkRule(rule, steps(...numbers));
});

test('a gap among decimals is one, and right numbers beside it stay', () => {
  checkFix(rule, steps('1', '1.1', '1.3', '2'), steps('1', '1.1', '1.2', '2'));
  checkFix(rule, steps('1', '1.1', '1.1', '2'), steps('1', '1.1', '1.2', '2'));
  checkFix(rule, steps('1', '1.1', '1.2', '3', '3.1'), steps('1', '1.1', '1.2', '2', '2.1'));
  checkFix(
    rule,
    steps('1', '2 / Option A', '2 / Option B', '4'),
    steps('1', '2 / Option A', '2 / Option B', '3'),
  );
});

test('sub-steps may be headings of the next level', () => {
  const nested = (numbers: readonly string[]): string =>
    runEntry({
      procedure: `\n## Procedure\n\n${numbers.map((number) => `${number.includes('.') ? '####' : '###'} Step ${number}: Run \`pgb\`\n`).join('\n')}`,
    });
  checkRule(rule, nested(['1', '1.1', '1.2', '2', '2.1']));
  checkRule(rule, nested(['1', '1.1', '1.2', '2', '3']));
});

test('numbers of lists and of sections are not judged', () => {
  checkRule(rule, runEntry({ procedure: '\n## Steps\n\n1. `a`\n2. `b`\n4. `c`' }));
  checkRule(rule, runEntry({ procedure: '\n## Procedure\n\n### 1. `a`\n\n### 1. `b`\n\n### 1. `c`\n' }));
});

test('one number on all headings is numbered by nobody, in steps it is a duplicate', () => {
  const same = (marks: string): string => `\n## Procedure\n\n${marks}Run \`a\`\n\n${marks}Run \`b\`\n`;
  checkRule(rule, runEntry({ procedure: same('### 1. ') }));
  checkRule(
    rule,
    runEntry({
      procedure: same('### Step 1: ').replace(
        'Run `b`',
        'Run `b`\n    ^^^^^^^^^^^^^^^ warning: more than one step 1',
      ),
    }),
  );
});

test('the steps of a draft are no louder than it', () => {
  const draft = steps('1', '3')
    .replace('Owner: Data Team', 'Owner: Data Team\nStatus: Draft')
    .replace(
      '### Step 3: Run `pgb`',
      '### Step 3: Run `pgb`\n    ^^^^^^^^^^^^^^^^^ information: step 2 is expected',
    );
  checkRule(rule, draft);
});

test('a number that comes after a higher one is out of order', () => {
  checkRule(
    rule,
    steps('1', '3', '2').replace(
      '### Step 3: Run `pgb`',
      '### Step 3: Run `pgb`\n    ^^^^^^^^^^^^^^^^^ warning: step 2 is expected',
    ),
  );
  checkRule(
    rule,
    steps('1', '2', '3', '1.5').replace(
      '### Step 1.5: Run `pgb`',
      '### Step 1.5: Run `pgb`\n    ^^^^^^^^^^^^^^^^^^^ warning',
    ),
  );
});

test.each([
  ['a list of two', 'steps 1 and 3'],
  ['a range', 'steps 2-3'],
  ['upper case', 'Step 3'],
])('the fix is for the author to choose where text names a number: %s', (_what, words) => {
  const spoken = steps('1', '3').replace('start time', words);
  expect(() => {
    checkFix(rule, spoken, spoken);
  }).toThrow('no such fix');
});

test.each([
  ['a step that keeps its number', 'the result of step 1'],
  ['a link to another document', '[it](other.md#step-3-run-pgb)'],
])('%s keeps the fix from nothing', (_what, words) => {
  const spoken = steps('1', '3').replace('start time', words);
  checkFix(rule, spoken, steps('1', '2').replace('start time', words));
});

test('the fix is for the author to choose where a link leads to a step', () => {
  const linked = steps('1', '3').replace('start time', '[it](#step-1-run-pgb)');
  expect(() => {
    checkFix(rule, linked, linked);
  }).toThrow('no such fix');
});

test('sections count on from the last number of the one before, not from an earlier one', () => {
  const section = (name: string, ...numbers: string[]): string =>
    `\n## ${name}\n\n${numbers.map((number) => `### Step ${number}: Run \`pgb\`\n`).join('\n')}`;
  checkRule(
    rule,
    runEntry({
      procedure: section('Mitigation', '1', '2', '3') + section('Resolution', '4') + section('Cleanup', '5'),
    }),
  );
  checkRule(
    rule,
    runEntry({
      procedure:
        section('Mitigation', '1', '2') + section('Resolution', '2', '3').replace('pgb`', `pgb\`${caret}`),
    }),
  );
});

test('numbers that are written with zeros are the same numbers', () => {
  checkRule(rule, steps('01', '02', '03'));
});

test('one numbered heading that starts elsewhere is out of sequence', () => {
  checkRule(
    rule,
    runEntry({
      procedure:
        '\n## Procedure\n\n### 1. Run `a`\n\n### 3. Run `b`\n    ^^^^^^^^^^ warning: step 2 is expected\n',
    }),
  );
});

test('in another entry of the file, text may name a step of its own', () => {
  const entry = (id: string, numbers: readonly string[], words: string): string => `
### ${id}: Pool is full

**ID**: ${id}
**Status**: Active
**Owner**: Data Team

${words}

#### Procedure

${numbers.map((number) => `##### Step ${number}: Run \`pgb\`\n`).join('\n')}`;
  const file = (numbers: readonly string[]): string =>
    `//- /SoT.OPERATIONS.md\n# Operations\n${entry('RUN-001', numbers, 'What to do.')}${entry('RUN-002', ['1', '2', '3'], 'Go on with step 3.')}`;
  checkFix(rule, file(['1', '3']), file(['1', '2']));
});

test('a half step came in later', () => {
  checkRule(rule, steps('1', '2', '2.5', '3'));
  checkRule(rule, steps('1', '1.5', '2'));
});
