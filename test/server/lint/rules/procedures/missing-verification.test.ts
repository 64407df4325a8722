import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { findingsOf, openWorkspace } from '../../../../support/workspace';
import { change, playbook } from '../../documents';
import { runEntry } from '../../run-entry';

const header = `//- /RUN-001-pool.md
RUN-001: Pool is exhausted
Category: Incident
Trigger: MON-001 alert
Owner: Data team
Last Tested: 2026-11-01

`;

test('a step without verification is a warning on its heading', () => {
  checkRule(
    'missing-verification',
    `${header}## Procedure

### Step 1: Restart the pool
    ^^^^^^^^^^^^^^^^^^^^^^^^ warning: how to confirm

\`\`\`bash
systemctl restart pool
\`\`\`

### Step 2: Clear the cache
    ^^^^^^^^^^^^^^^^^^^^^^^ warning
`,
  );
});

test('a verification in any form satisfies it', () => {
  checkRule(
    'missing-verification',
    `${header}## Procedure

### Step 1: Restart the pool

Run \`systemctl restart pool\`.

**How to confirm:** the gauge falls

### Step 2: Restart the workers

\`\`\`bash
systemctl restart workers
\`\`\`

- [ ] workers are up

### Step 3: Raise the limit
Verification:
- [ ] limit is 200
`,
  );
});

test('the gate of a phase that begins behind a step is no check of that step', () => {
  checkRule(
    'missing-verification',
    `${header}## Procedure

### Step 1: Restart the pool
    ^^^^^^^^^^^^^^^^^^^^^^^^ warning: how to confirm

\`\`\`bash
systemctl restart pool
\`\`\`

### Phase 1: Move the pool

### Gate Criteria

- [ ] The pool has moved
`,
  );
});

test('a later check covers the steps before it: information', () => {
  checkRule(
    'missing-verification',
    `${header}## Procedure

### Step 1: Restart the pool
    ^^^^^^^^^^^^^^^^^^^^^^^^ information: later check

### Step 2: Verify the pool
`,
  );
});

test('an item of a list is judged as soon as another one is verified, unless it only tells people', () => {
  checkRule(
    'missing-verification',
    runEntry({
      procedure: `
## Steps
1. Restart it: \`pgb restart\`
   - Verify: the gauge falls
2. Raise the limit: \`pgb tune\`
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Item 2
3. Announce it in #shop`,
    }),
  );
});

test('an empty verification is another rule', () => {
  checkRule(
    'missing-verification',
    runEntry({ procedure: '\n## Procedure\n\n### Step 1: Restart\n`pgb restart`\n\n**Verification:**\n' }),
  );
});

test('the examples of the entry template lack what they lack, and nothing else is wrong with them', () => {
  const guide = readFileSync(
    new URL('../../../../fixtures/templates/run-entries.md', import.meta.url),
    'utf8',
  );
  const examples = guide
    .split(/^(?=RUN-00\d: )/m)
    .slice(1)
    .map((text) => text.replace(/^(Linked IDs: .*\n)[^]*$/m, '$1'));
  const files = new Map(examples.map((text) => [`${text.slice(0, 7)}.md`, text]));
  const documents = openWorkspace(files);
  const found = [...files].flatMap(([path, text]) =>
    findingsOf(documents, path, '2025-02-01')
      .filter(
        ({ rule: { name }, severity }) =>
          /^(?:missing-verification|step-without-command)$/.test(name) ||
          severity === 'error' ||
          severity === 'warning',
      )
      .map(({ rule, span }) => `${path} ${rule.name} ${text.slice(span.start, span.end)}`),
  );
  expect(found).toEqual([
    'RUN-001.md dangling-id RUN-010',
    'RUN-001.md missing-verification Step 2: Identify Problematic Queries',
    'RUN-001.md missing-verification Step 4: Investigate Root Cause',
    'RUN-001.md step-without-command Step 4: Investigate Root Cause',
    'RUN-002.md dangling-id RUN-003',
    'RUN-002.md dangling-id RUN-004',
    'RUN-002.md missing-verification Step 2: Create Deployment Checkpoint',
    'RUN-002.md step-without-command Step 5: Monitor for 15 Minutes',
  ]);
});

const rule = 'missing-verification';
const procedure = (text: string, more = ''): string =>
  runEntry({ procedure: `\n## Procedure\n\n${text}\n`, tested: `Last Tested: 2026-11-01${more}` });

test('a check in the middle covers the steps before it, not those after it', () => {
  checkRule(
    rule,
    procedure(`### Step 1: Restart it
    ^^^^^^^^^^^^^^^^^^ information: Step 1 is only verified by a later check
\`pgb restart\`

### Step 2: Verify the pool
\`pgb show\`

### Step 3: Tune it
    ^^^^^^^^^^^^^^^ warning: Step 3 does not say how to confirm
\`pgb tune\``),
  );
});

test('a verification below the steps covers all of them: information for steps, enough for a list', () => {
  const later = '\n\n## Verification\n- [ ] The gauge is below 50 %';
  checkRule(
    rule,
    procedure(`### Step 1: Restart it
    ^^^^^^^^^^^^^^^^^^ information: later check
\`pgb restart\`

### Step 2: Tune it
    ^^^^^^^^^^^^^^^ information: later check
\`pgb tune\`${later}`),
  );
  checkRule(
    rule,
    procedure(
      `1. Restart it: \`pgb restart\`\n   - Verify: the gauge falls\n2. Tune it: \`pgb tune\`${later}`,
    ),
  );
});

test('a box behind the fence of the steps confirms all of them', () => {
  checkRule(
    rule,
    procedure(
      '```\nStep 1: Restart it\n    $ pgb restart\nStep 2: Tune it\n    $ pgb tune\n```\n\n- [ ] The gauge is below 50 %',
    ),
  );
});

test('items before and after a check of the list, and those that only look', () => {
  checkRule(
    rule,
    procedure(`1. Restart it: \`pgb restart\`
   - Verify: the gauge falls
2. Raise the limit: \`pgb tune\`
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: Item 2 is only verified by a later check
3. Look at the pool: \`pgb show\`
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: Item 3 does not say what to look for
4. Verify that the gauge falls
5. Reload it: \`pgb reload\`
   ^^^^^^^^^^^^^^^^^^^^^^^ warning: Item 5 does not say how to confirm`),
  );
});

test('a list without any verified item is confirmed by a box behind it', () => {
  checkRule(
    rule,
    procedure('1. Restart it: `pgb restart`\n2. Tune it: `pgb tune`\n\n- [ ] The gauge is below 50 %'),
  );
});

test('the tasks of a phase are confirmed by its gate', () => {
  checkRule(
    rule,
    change(
      playbook,
      '1. Copy the mail with `make copy`',
      '1. Copy the mail with `make copy`\n   - Verify: no error\n2. Index it with `make index`',
    ),
  );
});

test('a step with verified items below it is verified by them', () => {
  checkRule(
    rule,
    procedure(`### Step 1: Restart the pool

1. Stop it: \`pgb stop\`
   - Verify: it is gone
2. Start it: \`pgb start\`
   - Verify: it is back

### Step 2: Tune it
    ^^^^^^^^^^^^^^^ warning
\`pgb tune\``),
  );
});

test('a row of a table is judged as an item', () => {
  checkRule(
    rule,
    procedure(`| Step | Action | Verification |
| --- | --- | --- |
| 1 | \`pgb restart\` | the gauge falls |
| 2 | \`pgb tune\` | |
      ^^^^^^^^^^ warning: Item 2`),
  );
});

test('in a draft it is information', () => {
  checkRule(
    rule,
    procedure(
      '### Step 1: Restart it\n    ^^^^^^^^^^^^^^^^^^ information: Step 1 does not say\n`pgb restart`',
      '\nStatus: Draft',
    ),
  );
});

test('items of a section that a style of the team says to hold steps are judged as in Procedure', () => {
  const page = (name: string, last: string): string => `//- /.runbook.yaml
kinds:
  - name: page
    files: 'pages/*.md'
    roles: { steps: warning, verification: warning }
    sections:
      - { name: Cure, holds: steps }
//- /pages/north.md
# North

## ${name}

1. Prime it: \`pump prime\`
   - Verify: the gauge is above 2
2. Start it: \`pump start\`${last}
`;
  checkRule('missing-verification', page('Cure', '\n   ^^^^^^^^^^^^^^^^^^^^^^ warning'));
  checkRule('missing-verification', page('Cure', '\n   - Verify: the lamp is green'));
  checkRule('missing-verification', page('Mitigation', ''));
  // what nobody says to hold steps may hold something else
  checkRule('missing-verification', page('Causes', ''));
  checkRule('unverified-procedure', page('Causes', '').replace('   - Verify: the gauge is above 2\n', ''));
});
