/** Steps where no heading promises any, and the words by which they are known. */
import { describe, expect, test } from 'vitest';
import { instructs } from '../../../server/src/parsing/instructions';
import { modelOf } from '../../support/read-model';
import { runEntry } from '../lint/run-entry';
import { checkRule } from '../../support/check-rule';

const entry = (section: string): string =>
  runEntry({ procedure: `\n## Procedure\n\n1. Look at the pool: \`a\`\n\n${section}` }).replace(
    /^\/\/- .*\n/,
    '',
  );

/** The titles of steps in sections that promise none. */
function looseIn(text: string, path = 'RUN-001-pool.md'): string[] {
  return modelOf(text, path)
    .procedures.filter(({ role }) => role === 'other')
    .flatMap(({ steps }) => steps.map(({ title }) => title));
}

describe('in a section of a runbook without a role', () => {
  const two = ['Request a new one', 'Reload nginx'];

  test.each<[string, string]>([
    ['numbered items', '1. Request a new one\n2. Reload nginx'],
    ['items with boxes', '- [ ] Request a new one\n- [ ] Reload nginx'],
    ['bullets', '- Request a new one\n- Reload nginx'],
    ['below a remark', '**Note:** it takes an hour.\n\n1. Request a new one\n2. Reload nginx'],
    ['below a label of no part', '**On the primary:**\n\n1. Request a new one\n2. Reload nginx'],
    ['rows of a table', '| Step | Action |\n|--|--|\n| 1 | Request a new one |\n| 2 | Reload nginx |'],
    ['bold numbered lines', '**1. Request a new one**\n\nAt the shop.\n\n**2. Reload nginx**\n\nOnce.'],
    ['numbered headings', '### 1. Request a new one\n\nAt the shop.\n\n### 2. Reload nginx\n\nOnce.'],
  ])('%s', (_, steps) => {
    expect(looseIn(entry(`## Renewal of the certificate\n\n${steps}`))).toEqual(two);
  });

  test.each<[string, string]>([
    ['facts', '## Impact\n\n- Users see errors\n- Orders are lost'],
    ['a numbered list of facts', '## Causes\n\n1. The disk is full\n2. A deployment went wrong'],
    ['links', '## Reading\n\n1. [The manual](https://example.com)\n2. [The paper](https://example.org)'],
    ['an escalation', '## Escalation\n\n1. Page the on-call\n2. Call the manager'],
    ['what has to be there before', '## Prerequisites\n\n1. Get access\n2. Install the client'],
    ['chores', '## Maintenance\n\n### Weekly\n\n1. Compare response times\n2. Read the log'],
    ['a single heading', '## Other\n\n### 1. Request a new one\n\nText.'],
  ])('not %s', (_, section) => {
    expect(looseIn(entry(section))).toEqual([]);
  });
});

test('a numbered list of commands is steps also in a part about something else', () => {
  expect(looseIn(entry('## Cleanup\n\n1. Copy the script: `scp a b`\n2. Run it with `b --dry-run`'))).toEqual(
    ['Copy the script: `scp a b`', 'Run it with `b --dry-run`'],
  );
});

test('they are seen in documents whose kind is stated, and nowhere in foreign ones', () => {
  const text = '# Renewal\n\n1. Request a new one\n2. Reload nginx\n';
  expect(looseIn(text, 'a.md')).toEqual([]);
  expect(looseIn(`---\nrunbook: entry\n---\n${text}`, 'a.md')).toHaveLength(2);
  expect(looseIn(`---\nrunbook: release\n---\n${text}`, 'a.md')).toHaveLength(2);
});

test('a heading that counts on is a step where it instructs, with any sign behind its number', () => {
  const text =
    '---\nrunbook: entry\n---\n# 1. Conditions\n\nText.\n\n# 2 - Restore the data\n\nText.\n\n# 3: Switch traffic\n\nText.\n';
  expect(looseIn(text, 'a.md')).toEqual(['Restore the data', 'Switch traffic']);
});

/** A runbook with a section of another name behind its procedure. */
const withSection = (words: string): string => runEntry({ post: `\n## Renewal\n\n${words}` });

test('nobody asks them for a verification or a command, but what they destroy is seen', () => {
  for (const rule of ['missing-verification', 'unverified-procedure', 'step-without-command', 'vague-step'])
    checkRule(rule, withSection('1. Ask for a new one\n2. Fix the issue\n'));
  checkRule(
    'unguarded-destructive-command',
    withSection('1. Ask for a new one\n2. Run `rm -rf /data`\n        ^^^^^^ warning: is destructive\n'),
  );
});

test.each([
  'Restart the pool',
  '**STOP** - halt the migration',
  'Then, drain it',
  'Finally run the tests',
  'If the queue is full, purge it',
  'On the primary: stop the writer',
  '(Optional) Take a dump',
  '[ ] Open the dashboard',
  '✅ Verify the count',
  'You should check the log',
  'Release the lock',
  'Gracefully stop the workers',
  '파드 재시작',
  'Secret에 password key 추가',
  '로그를 수집합니다.',
  '담당자에게 전달하세요',
])('"%s" instructs', (words) => {
  expect(instructs(words)).toBe(true);
});

test.each([
  'Release manager',
  'Change: CHG-1234',
  'The pool is restarted',
  'If the queue is full',
  'Users see errors',
  'Build-time checks',
  'Test data',
  '[Docs](https://example.com)',
  'etcd snapshot',
  'Access to the cluster',
  '풀이 응답하지 않음',
  '서비스 상태가 정상이다',
  '',
  'RUN-001',
])('"%s" does not', (words) => {
  expect(instructs(words)).toBe(false);
});

describe('lines that say what to do with the code right below', () => {
  const fence = '```sh\nargocd admin export\n```\n\n';
  const looseInEntry = (body: string): string[] =>
    looseIn(`---\nrunbook: entry\n---\n# Data of the pool\n\n${body}`, 'a.md');

  test.each<[string, string, string[]]>([
    [
      'instruct',
      `Export to a backup:\n\n${fence}Import from a backup:\n\n${fence}`,
      ['Export to a backup:', 'Import from a backup:'],
    ],
    [
      'name a purpose',
      `The token is a secret, to update it:\n\n${fence}`,
      ['The token is a secret, to update it:'],
    ],
    ['allow it', `Then you can call the function.\n\n${fence}`, ['Then you can call the function.']],
    [
      'end a paragraph',
      `The file grows.\nRun the command on all nodes.\n\n${fence}`,
      ['Run the command on all nodes.'],
    ],
    ['are a heading', `## Export the data\n\n${fence}`, ['Export the data']],
    ['tell of an output', `The output looks like this:\n\n${fence}`, []],
    ['are an admonition', `!!! note\n\n${fence}`, []],
    ['are the label of a part', `**Verify after the cleanup:**\n\n${fence}`, []],
    ['belong to the heading of a part', `## Prerequisites\n\nExport the name:\n\n${fence}`, []],
  ])('they %s', (_, body, expected) => {
    expect(looseInEntry(body)).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    [
      'phases of a section of steps',
      '## Procedure\n\n### Phase one\n\n1. Copy it: `a b`\n2. Remove it: `c d`',
      ['Copy it: `a b`', 'Remove it: `c d`'],
    ],
    [
      'a verification in a section of steps',
      '## Mitigation\n\n### Verify the forwarder\n\n1. Review it: `a b`\n2. Correct it: `c d`',
      ['Review it: `a b`', 'Correct it: `c d`'],
    ],
    [
      'bullets that code parts',
      `## Replacement\n\n- Obtain a new one\n- Create a backup\n${fence}- Copy it\n- Done!`,
      ['Obtain a new one', 'Create a backup', 'Copy it', 'Done!'],
    ],
    [
      'bullets that are announced',
      '## Snapshot\n\nHere are the steps to take:\n\n- Start a session\n- In a second one a snapshot',
      ['Start a session', 'In a second one a snapshot'],
    ],
    [
      'a list with a line of its own below a label',
      'Detection:\n\n- It is slow\n\nOn the writer:\n\n1. Check its log\n2. Restart it',
      ['Check its log', 'Restart it'],
    ],
    [
      'a numbered checklist',
      'Checklist:\n\n1. Trigger it from the shell\n2. Copy the number',
      ['Trigger it from the shell', 'Copy the number'],
    ],
  ])('and lists: %s', (_, body, expected) => {
    expect(looseInEntry(body)).toEqual(expected);
  });

  test('a numbered heading over a list is a section, not a step', () => {
    expect(
      looseInEntry(
        '## 1. Contents\n\nA table.\n\n## 2. Restore order\n\n- Pull the dump: `s3 get dump`\n- Restore it: `pg_restore dump`\n',
      ),
    ).toEqual(['Pull the dump: `s3 get dump`', 'Restore it: `pg_restore dump`']);
  });
});

test('code behind the last item of a list belongs to it where the item announces it', () => {
  const { procedures } = modelOf(
    entry('').replace('1. Look at the pool: `a`', '1. Look\n2. Restart it:\n\n```sh\npgb restart\n```'),
    'RUN-001-pool.md',
  );
  expect(procedures[0]?.steps.map(({ commands }) => commands.length)).toEqual([0, 1]);
});

test.each([
  '## After the incident\n\n1. Scale the pool back\n2. Remove the flag',
  '## Post-Incident\n\n1. Scale the pool back\n2. Remove the flag',
  '## Follow-up actions\n\n1) Scale the pool back\n2) Remove the flag',
])('what is done after the work is steps, too: %s', (section) => {
  expect(looseIn(entry(section))).toEqual(['Scale the pool back', 'Remove the flag']);
});

test.each<[string, string, readonly string[]]>([
  [
    'numbered items some of whose sentences instruct',
    '## The room\n\n1. Pre-schedule the call\n2. You need a key; ask Jo for one\n3. Somebody will publish it',
    ['Pre-schedule the call', 'You need a key; ask Jo for one', 'Somebody will publish it'],
  ],
  [
    'items that begin with the name of what is done',
    '## Life cycle\n\n1) Start: add a row to `a`\n2) Share: set the weights',
    ['Start: add a row to `a`', 'Share: set the weights'],
  ],
  [
    'bullets with code',
    '## Diagnosis\n\n- The state of the pool:\n\n  ```sh\n  a\n  ```\n\n- Events may say more:\n\n  ```sh\n  b\n  ```',
    ['The state of the pool:', 'Events may say more:'],
  ],
  [
    'comments of a fence that count',
    '## Green and blue\n\n```sh\n# 1. Deploy green\na\n# 2. Switch the traffic\nb\n```',
    ['Deploy green', 'Switch the traffic'],
  ],
  [
    'numbers below the name of a time',
    '## Before the actual broadcast\n\n1. Coffee for all\n2. Start the encoder\n3. Microphones on',
    ['Coffee for all', 'Start the encoder', 'Microphones on'],
  ],
  [
    'bullets below the name of a time',
    '## Day of the fair\n\n- Coffee for all\n- Start the encoder',
    ['Coffee for all', 'Start the encoder'],
  ],
  [
    'bullets below a heading that says what is done',
    '## Building hosts\n\n- Two modules reserve addresses\n- Set the rights of the account',
    ['Two modules reserve addresses', 'Set the rights of the account'],
  ],
  [
    'numbered items with commands',
    '## Upkeep of the registry\n\n1. On the host `registry leave` ends it\n2. Snapshots may be in the way',
    ['On the host `registry leave` ends it', 'Snapshots may be in the way'],
  ],
  ['a section of commands', '## Run\n\n1. Drain the pool\n2. Start it', ['Drain the pool', 'Start it']],
])('%s', (_, section, steps) => {
  expect(looseIn(entry(section))).toEqual(steps);
  for (const rule of ['missing-verification', 'unverified-procedure'])
    checkRule(rule, `//- /a.md\n---\nrunbook: entry\n---\n# RUN-001: Pool\n\n${section}\n`);
});

test.each<[string, string]>([
  ['parts with what they are', '## Services\n\n1. **Pool** - holds sessions\n2. **Writer** - writes rows'],
  ['causes', '## Common causes\n\n1. The disk is slow. Its cache is lost.\n2. Too many sessions'],
  [
    'facts below a heading in the progressive',
    '## Understanding the pool\n\n- It is small\n- Restart it never',
  ],
  [
    'facts below the name of a time',
    '## Before the move\n\n- The old host has four disks\n- Rows are in one file',
  ],
])('not %s', (_, section) => {
  expect(looseIn(entry(section))).toEqual([]);
});

describe('comments that count in a fence', () => {
  const fence = '```sh\n# 1. Clear the cache\nrm -rf /data/cache\n# 2. Verify\nls /data\n```';

  test.each([
    '## Maintenance mode\n\n**Steps**:\n',
    '## Maintenance mode\n\n**Solution:**\n',
    '## Workaround\n',
  ])('are steps below %s', (head) => {
    const text = runEntry({ procedure: `\n${head}\n${fence}` });
    checkRule('unreadable-procedure', text);
    checkRule('unguarded-destructive-command', text);
    const { procedures } = modelOf(text.replace(/^.*\n/, ''), 'RUN-001-pool.md');
    expect(procedures.map(({ form, role, steps }) => [form, role, steps.length])).toEqual([
      ['comment', 'steps', 2],
    ]);
  });

  test('nobody checks what is destroyed in the last one', () => {
    checkRule(
      'unguarded-destructive-command',
      runEntry({
        procedure:
          '\n## Solution\n\n```sh\n# 1. Check the cache\nls /data\n# 2. Clear it\nrm -rf /data/cache\n^^^^^^ warning\n```',
      }),
    );
  });
});

test('what stands anywhere below a step is part of it', () => {
  const inner = '#### If it hangs\n\n##### By hand\n\n1. Kill the pool: `kill 1`\n2. Start it';
  const text = entry(`## Restart\n\n### Step 1: Restart the pool\n\n\`a\`\n\n${inner}`);
  expect(looseIn(text)).toEqual(['Restart the pool']);
});

test('bullets that instruct are a way back, conditions are none', () => {
  const backOf = (bullets: string): string[] =>
    modelOf(entry(`## Roll back a release\n\n${bullets}`), 'RUN-001-pool.md')
      .procedures.filter(({ role }) => role === 'rollback')
      .flatMap(({ steps }) => steps.map(({ title }) => title));
  expect(backOf('- Get the revision:\n\n  ```sh\n  a\n  ```\n\n- Roll back to it')).toEqual([
    'Get the revision:',
    'Roll back to it',
  ]);
  expect(backOf('- Errors rise above 5 %\n- Orders are lost')).toEqual([]);
});

test('numbered headings that name what went wrong are no steps of each other', () => {
  const issue = (number: number, name: string): string =>
    `### ${String(number)}. ${name}\n\n**Cause**: settings\n\n**Solution**:\n- Set \`KEY\`\n- Restart the pool`;
  const text = runEntry({
    procedure: `\n## Troubleshooting\n\n${issue(1, 'Token errors')}\n\n${issue(2, 'Slow')}`,
  });
  const { procedures } = modelOf(text.replace(/^.*\n/, ''), 'RUN-001-pool.md');
  expect(procedures.map(({ name, steps }) => [name, steps.length])).toEqual([
    ['Solution', 2],
    ['Solution', 2],
  ]);
});
