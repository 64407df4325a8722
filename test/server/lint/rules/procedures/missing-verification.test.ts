import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { findingsOf, openWorkspace } from '../../../../support/workspace';
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

const skeleton = '- [ ] [What shows that it worked]';

test('the fix adds a verification in the style of the document', () => {
  const first = '\n## Procedure\n\n### Step 1: Restart\n`pgb restart`\n';
  const plain = (rest: string): string =>
    runEntry({
      procedure: `${first}${rest}\n### Step 2: Tune\n\`pgb tune\`\n\nVerification:\n- [ ] It runs`,
    });
  checkFix('missing-verification', plain(''), plain(`\nVerification:\n${skeleton}\n`), 'verification');
  const bold = (rest: string): string =>
    runEntry({
      owner: '**Owner**: Data Team',
      procedure: `${first}${rest}\n### Step 2: Tune\n\`pgb tune\`\n\n**Verify:**\n\n- [ ] It runs`,
    });
  checkFix('missing-verification', bold(''), bold(`\n**Verify:**\n\n${skeleton}\n`), 'verification');
});

test('in fences and lists the fix adds a bullet', () => {
  const release = (rest: string): string => `//- /release.md
# Release Runbook: Shop v1.2.0

**Rollback Deadline:** 2 hours

## 3. Build Steps

\`\`\`
Step 1: Tag the release
    $ git push origin v1.2.0
${rest}
Step 2: Build
    - Verify: it is green
\`\`\`
`;
  checkFix(
    'missing-verification',
    release(''),
    release('    - Verify: [What shows that it worked]\n'),
    'verification',
  );
  const list = (rest: string): string =>
    runEntry({
      procedure: `\n## Steps\n10. Restart: \`pgb restart\`${rest}\n11. Tune: \`pgb tune\`\n    - Verify: it runs`,
    });
  checkFix(
    'missing-verification',
    list(''),
    list('\n    - Verify: [What shows that it worked]'),
    'verification',
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

test('in a quote the fix keeps the marks of the quote and touches no other line', () => {
  const lines = ['Verification:', '', '- [ ] [What shows that it worked]'];
  for (const marks of ['> ', '> > ', '  > ']) {
    const step = (title: string): string => `${marks}${title}\n${marks.trimEnd()}\n${marks}Run \`pgb\`.\n`;
    const blank = `${marks.trimEnd()}\n`;
    const source = (more: string): string =>
      `${header}## Procedure\n\n${step('**Step 1: Restart it**')}${blank}${more}${step('**Step 2: Verify it**')}\nWords behind.\n`;
    const inserted = [...lines, ''].map((line) => `${(marks + line).trimEnd()}\n`).join('');
    checkFix('missing-verification', source(''), source(inserted), 'verification');
  }
  const last = (more: string): string =>
    `${header}## Procedure\n\n> #### Step 1: Restart it\n>\n> Run \`pgb\`.\n${more}>\n\nWords behind.\n`;
  checkFix(
    'missing-verification',
    last(''),
    last(['', ...lines].map((line) => `> ${line}`.trimEnd()).join('\n') + '\n'),
    'verification',
  );
});

test.each([
  'You should see that the queue is empty.',
  'The gauge should drop below 50 %.',
  'Make sure that the queue is empty.',
  'Ensure the queue is empty.',
  'Check that new sessions are accepted.',
  'Then check whether the queue is empty.',
  '→ 200 OK',
  '=> the queue is empty',
  'The command returns `ok`.',
  'The output is `ok`.',
  'Output:\n\n```\nok\n```',
  'Wait until the queue is empty.',
  'Expect the queue to be empty.',
  'Done when the queue is empty.',
  'You know that it worked when the queue is empty.',
  'On success, the command prints `ok`.',
  'If the queue is empty, go on; if not, stop.',
  'Test: open a session',
  'Evidence: a screenshot of the gauge',
])('"%s" confirms a step', (words) => {
  const step = `\n## Procedure\n\n### Step 1: Drain the pool\n\n\`\`\`bash\npoolctl drain\n\`\`\`\n\n${words}\n`;
  checkRule('missing-verification', runEntry({ procedure: step }));
  checkRule(
    'unverified-procedure',
    runEntry({
      procedure: `\n## Procedure\n\n1. Drain the pool: \`poolctl drain\`\n   ${words.replaceAll('\n', '\n   ')}\n`,
    }),
  );
});

test.each(['See also the manual.', 'The pool is shared.', 'It takes a minute, so be patient.'])(
  '"%s" does not',
  (words) => {
    checkRule(
      'missing-verification',
      runEntry({
        procedure: `\n## Procedure\n\n### Step 1: Drain the pool\n    ^^^^^^^^^^^^^^^^^^^^^^ warning: confirm\n\n${words}\n`,
      }),
    );
  },
);

describe.each([
  [
    'only looks',
    'hint',
    [
      'Take a look at the dashboard',
      'Get the list of pods',
      'Familiarize yourself with the setup',
      'Is the pool full?',
      'Who is affected?',
    ],
  ],
  [
    'only tells',
    '',
    [
      'Join the bridge',
      'Ask the team to stop deploying',
      'Create a Slack channel for the incident',
      'Send an update to customers',
      'Discuss the options with the lead',
    ],
  ],
  [
    'changes something',
    'warning',
    [
      'Get the pool up again',
      'Send traffic to the other pool',
      'Create a snapshot of the pool',
      'Start a new pool',
    ],
  ],
])('a step that %s', (_, severity, titles) => {
  test.each(titles)('%s', (title) => {
    const step = `\n## Procedure\n\n### Step 1: ${title}\n`;
    const caret = severity === '' ? '' : `    ${'^'.repeat(title.length + 8)} ${severity}\n`;
    checkRule('missing-verification', runEntry({ procedure: `${step}${caret}\n\`poolctl x\`\n` }));
  });
});

test('titles in letters whose words nobody here knows are not judged', () => {
  for (const title of ['서비스 재시작', 'サービスを再起動する', 'Перезапустить сервис']) {
    checkRule(
      'missing-verification',
      runEntry({ procedure: `\n## Procedure\n\n### Step 1: ${title}\n\n\`a b\`\n` }),
    );
    checkRule('unverified-procedure', runEntry({ procedure: `\n## Procedure\n\n1. ${title}: \`a b\`\n` }));
  }
});

test('what will be shown confirms a step', () => {
  const step =
    '\n## Procedure\n\n### Step 1: Start the scan\n\nPress **Scan**. The result will be shown on the page.\n';
  checkRule('missing-verification', runEntry({ procedure: step }));
});
