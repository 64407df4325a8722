/** The forms in which authors write steps. */
import { describe, expect, test } from 'vitest';
import { checkRule } from '../../support/check-rule';
import { modelOf } from '../../support/read-model';
import { runEntry } from '../lint/run-entry';

const inProcedure = (steps: string, section = '## Procedure'): string =>
  runEntry({ procedure: `\n${section}\n\n${steps}` }).replace(/^\/\/- .*\n/, '');

/** `1 Stop, 2 Promote` of all steps that lead on. */
function stepsOf(text: string): string[] {
  return modelOf(text, 'RUN-001-pool.md')
    .procedures.filter(({ role }) => role !== 'rollback')
    .flatMap(({ steps }) => steps.map(({ number, title }) => `${number} ${title}`));
}

const two = ['1 Stop the writer', '2 Promote'];

describe('in a section of steps', () => {
  test.each<[string, string, string, string]>([
    ['letters', 'a)', 'b)', 'c)'],
    ['capitals', 'A.', 'B.', 'C.'],
    ['numbers', '1.', '2.', '3.'],
  ])('bold lines with %s go on behind the way back of one of them', (_, first, second, third) => {
    const steps = `**${first} Stop**\n\n**${second} Promote**\n\n#### Rollback\n\n\`a\`\n\n**${third} Start**`;
    expect(stepsOf(inProcedure(steps)).map((step) => step.slice(2))).toEqual(['Stop', 'Promote', 'Start']);
    const { procedures } = modelOf(inProcedure(steps), 'RUN-001-pool.md');
    expect(procedures[0]?.steps.map(({ rollback }) => rollback.length)).toEqual([0, 1, 0]);
  });

  test.each<[string, string]>([
    ['its commands', '1. Stop the writer\n2. Promote\n\n**Rollback:**\n\n```sh\nundo\n```'],
    ['one line', '1. Stop the writer\n2. Promote\n\n**Rollback:** start it again'],
    ['its list', '- Stop the writer\n- Promote\n\n**Rollback:**\n\n1. Start it again\n2. Look'],
    ['one line in each', '1. Stop the writer\n\n**Rollback:** undo\n\n2. Promote\n\n**Rollback:** undo'],
  ])('a label for the way back with %s leaves the steps above it steps', (_, steps) => {
    expect(stepsOf(inProcedure(steps))).toEqual(two);
  });

  test.each<[string, string]>([
    ['numbered items', '1. Stop the writer\n2. Promote'],
    [
      'summaries with numbers',
      '<details>\n<summary><b>1. Stop the writer</b></summary>\n\n`a`\n\n</details>\n\n<details>\n<summary>2. Promote</summary>\n\n`b`\n\n</details>',
    ],
    ['rows below German names', '| Schritt | Aktion |\n|--|--|\n| 1 | Stop the writer |\n| 2 | Promote |'],
    ['rows below Chinese names', '| 步骤 | 操作 |\n|--|--|\n| 1 | Stop the writer |\n| 2 | Promote |'],
    [
      'comments of a batch file',
      '```bat\nREM Step 1: Stop the writer\nnet stop pool\n:: Step 2: Promote\npromote\n```',
    ],
    ['items with boxes', '- [ ] Stop the writer\n- [x] Promote'],
    ['bullets', '- Stop the writer\n- Promote'],
    ['stars', '* Stop the writer\n* Promote'],
    ['a list below a heading', '### On the primary\n\n1. Stop the writer\n2. Promote'],
    ['boxes below a heading', '### On the primary\n\n- [ ] Stop the writer\n- [ ] Promote'],
    ['headings with a symbol', '### 🔧 Step 1: Stop the writer\n\n### ✅ Step 2: Promote'],
    ['headings with a box', '### [x] Step 1: Stop the writer\n\n### [ ] Step 2: Promote'],
    ['headings with a dot', '### Step 1. Stop the writer\n\n### Step 2. Promote'],
    ['headings with a total', '### Step 1/2: Stop the writer\n\n### Step 2/2: Promote'],
    ['headings with "of"', '### Step 1 of 2 – Stop the writer\n\n### Step 2 of 2 – Promote'],
    ['keycap digits', '### 1️⃣ Stop the writer\n\n### 2️⃣ Promote'],
    ['numbered headings', '### 1. Stop the writer\n\n### 2) Promote'],
    ['bold numbered lines', '**1. Stop the writer**\n\n`a`\n\n**2. Promote**\n\n`b`'],
    ['bold numbers', '**1.** Stop the writer\n\n**2.** Promote'],
    ['bold steps with a dash', '**Step 1** – Stop the writer\n\n**Step 2** – Promote'],
    ['bold steps behind a symbol', '🔧 **Step 1: Stop the writer**\n\n🔧 **Step 2: Promote**'],
    ['paragraphs', 'Step 1: Stop the writer\n\nStep 2: Promote'],
    ['paragraphs with a dot', 'Step 1. Stop the writer\n\nStep 2. Promote'],
    ['comments of a shell', '```bash\n# Step 1: Stop the writer\na\n\n# Step 2: Promote\nb\n```'],
    ['decorated comments', '```sh\n## --- Step 1: Stop the writer\na\n# Step 2 - Promote\nb\n```'],
    ['lines of one paragraph', 'Step 1: Stop the writer\nStep 2: Promote'],
    ['paragraphs with an arrow', 'Step 1 → Stop the writer\n\nStep 2 → Promote'],
    ['paragraphs with keycap digits', '1️⃣ Stop the writer\n\n2️⃣ Promote'],
    ['paragraphs with circled digits', '① Stop the writer\n② Promote'],
    ['digits in parentheses', '(1) Stop the writer\n\n(2) Promote'],
    ['letters in front of a parenthesis', 'a) Stop the writer\n\nb) Promote'],
    ['letters in front of a dot', 'a. Stop the writer\nb. Promote'],
    ['Roman numbers', 'i. Stop the writer\nii. Promote'],
    ['dots that are typed for bullets', '• Stop the writer\n• Promote'],
    ['arrows', '→ Stop the writer\n\n→ Promote'],
    ['dashes', '– Stop the writer\n– Promote'],
    ['typed boxes', '☐ Stop the writer\n☐ Promote'],
    ['boxes without bullets', '[ ] Stop the writer\n[x] Promote'],
    ['pictures', '👉 Stop the writer\n👉 Promote'],
    ['bullets in front of a fixed blank', '-\u00a0Stop the writer\n-\u00a0Promote'],
    ['numbers in front of a fixed blank', '1.\u00a0Stop the writer\n2.\u00a0Promote'],
    ['headings of the level of their section', '## Step 1: Stop the writer\n\n## Step 2: Promote'],
    ['headings with circled digits', '### ① Stop the writer\n\n### ② Promote'],
    ['headings with a dash', '### 1 - Stop the writer\n\n### 2 – Promote'],
    ['underlined words', '<u>Step 1</u>: Stop the writer\n\n<u>Step 2</u>: Promote'],
    ['an underlined line', '<u>Step 1 - Stop the writer</u>\n\n<u>Step 2 - Promote</u>'],
    ['bold in an underline', '<u>**Step 1: Stop the writer**</u>\n\n<u>**Step 2: Promote**</u>'],
    ['an underline in bold', '**<u>Step 1: Stop the writer</u>**\n\n**<u>Step 2: Promote</u>**'],
    ['bold of HTML', '<b>1. Stop the writer</b>\n\n`a`\n\n<b>2. Promote</b>\n\n`b`'],
    ['a strong word of HTML', '<strong>Step 1:</strong> Stop the writer\n\n<strong>Step 2:</strong> Promote'],
    [
      'a coloured word',
      '<span style="color: red">Step 1</span>: Stop the writer\n\n<span>Step 2</span>: Promote',
    ],
    ['underlined headings', '### <u>Step 1: Stop the writer</u>\n\n### <u>Step 2: Promote</u>'],
    ['a list in a tab', '=== "Linux"\n\n    1. Stop the writer\n    2. Promote'],
    ['a list right below a tab', "=== 'Linux'\n    1. Stop the writer\n    2. Promote"],
    ['bold steps in a tab', '===+ "Linux"\n\n    **Step 1: Stop the writer**\n\n    **Step 2: Promote**'],
    ['a tab in a tab', '=== "A"\n\n    === "B"\n\n        1. Stop the writer\n        2. Promote'],
    ['a list of HTML', '<ol>\n  <li>Stop the writer</li>\n  <li><b>Promote</b></li>\n</ol>'],
    ['a list of HTML with blank lines', '<ol>\n\n<li>Stop the writer\n\n<li>Promote\n\n</ol>'],
    ['headings that say Optional', '### Step 1: Stop the writer\n\n### (Optional) Step 2: Promote'],
    ['a list in a quote', '> 1. Stop the writer\n> 2. Promote'],
    ['bullets in a quote', '> Take your time.\n>\n> - Stop the writer\n> - Promote'],
    ['comments that a number counts', '```bash\n# 1. Stop the writer\na\n# 2) Promote\nb\n```'],
    ['comments of SQL', '```sql\n-- Step 1: Stop the writer\na\n-- Step 2: Promote\nb\n```'],
    ['rows counted by time', '| Time | Action |\n|--|--|\n| T-10 | Stop the writer |\n| T-0 | Promote |'],
    ['headings that instruct', '### Stop the writer\n\n`a`\n\n### Promote\n\n`b`'],
    ['bold lines that instruct', '**Stop the writer**\n\n`a`\n\n**Promote**\n\n`b`'],
    ['details', '<details>\n<summary>More</summary>\n\n1. Stop the writer\n2. Promote\n\n</details>'],
    [
      'details by step',
      '<details>\n<summary>Step 1: Stop the writer</summary>\n\n`a`\n\n</details>\n<details>\n<summary><b>Step 2: Promote</b></summary>\n\n`b`\n\n</details>',
    ],
    [
      'rows of a table',
      '| Step | Action | Expected |\n|--|--|--|\n| 1 | Stop the writer | gone |\n| 2 | Promote | up |',
    ],
    [
      'rows counted by #',
      '| # | Command | Check |\n|--|--|--|\n| 1 | Stop the writer | gone |\n| 2 | Promote | up |',
    ],
  ])('%s', (_, steps) => {
    expect(stepsOf(inProcedure(steps))).toEqual(two);
  });

  test.each([
    'Remediation',
    'Fix',
    'Workflow',
    'Implementation',
    'Cutover',
    'Resolution',
    'Mitigation',
    'Resolve',
    'Mitigate',
    'Actions to take',
    '处理流程',
    '操作步驟',
  ])('called %s', (name) => {
    expect(stepsOf(inProcedure('- Stop the writer\n- Promote', `## ${name}`))).toEqual(two);
  });

  test('letters, roman numbers, words', () => {
    expect(stepsOf(inProcedure('### A. Stop\n\n### B. Promote'))).toEqual(['A Stop', 'B Promote']);
    expect(stepsOf(inProcedure('### Step A: Stop\n\n### Step B: Promote'))).toEqual(['A Stop', 'B Promote']);
    expect(stepsOf(inProcedure('### Step I: Stop\n\n### Step II – Promote'))).toEqual([
      'I Stop',
      'II Promote',
    ]);
    expect(stepsOf(inProcedure('### Step One — Stop\n\n### Step Two — Promote'))).toEqual([
      'One Stop',
      'Two Promote',
    ]);
  });

  test('remarks behind pictures are none, nor is a single line with a mark', () => {
    expect(stepsOf(inProcedure('⚠️ The writer may lag\n⚠️ Nights only'))).toEqual([]);
    expect(stepsOf(inProcedure('• Stop the writer'))).toEqual([]);
  });

  test.each(['## :wrench: Procedure', '## Procedure :wrench:', '## 🔧 Procedure', '## [Procedure](#x)'])(
    'headed by %s',
    (section) => {
      expect(stepsOf(inProcedure('- Stop the writer\n- Promote', section))).toEqual(two);
    },
  );

  test('roman numbers before a dot', () => {
    expect(stepsOf(inProcedure('### I. Stop\n\n### II. Promote'))).toEqual(['I Stop', 'II Promote']);
  });

  test('Step N and Step X stand for any step', () => {
    expect(stepsOf(inProcedure('### Step N: Name\n\ntext\n\n### Step X: Other\n\ntext'))).toEqual([]);
    const ten = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
    expect(stepsOf(inProcedure(ten.map((number) => `### Step ${number}: Go\n`).join('\n')))).toHaveLength(10);
  });

  test('rows of a table of symptoms or conditions are none', () => {
    for (const first of ['Symptom', 'Condition', 'Error', 'Alert'])
      expect(stepsOf(inProcedure(`| ${first} | Action |\n|--|--|\n| x | y |\n| v | w |`))).toEqual([]);
  });

  test('a step is one whatever role its words end in', () => {
    expect(
      stepsOf(
        inProcedure(
          '### Step 1: Pre-flight Verification\n\n`a`\n\n### Step 2: Data Validation\n\n`b`\n\n### Step 3: Rollback rehearsal\n\n`c`',
        ),
      ),
    ).toEqual(['1 Pre-flight Verification', '2 Data Validation', '3 Rollback rehearsal']);
    expect(stepsOf(inProcedure('### 1. Pre-flight Verification\n\n`a`\n\n### 2. Switch\n\n`b`'))).toEqual([
      '1 Pre-flight Verification',
      '2 Switch',
    ]);
  });

  test('sub-steps count for themselves, alternatives are one step', () => {
    const [outer, inner] = modelOf(
      inProcedure(
        '### Step 1: Stop\n\n#### Step 1.1: The writer\n\n`a`\n\n#### Step 1.2: The reader\n\n`b`\n\n### Step 2: Promote\n\n`c`',
      ),
      'RUN-001-pool.md',
    ).procedures;
    expect(outer?.steps.map(({ number }) => number)).toEqual(['1', '2']);
    expect(inner?.steps.map(({ number }) => number)).toEqual(['1.1', '1.2']);
    const options = modelOf(
      inProcedure('### Step 1 / Option A: Drain\n\n`a`\n\n### Step 1 / Option B: Kill\n\n`b`'),
      'RUN-001-pool.md',
    ).procedures[0];
    expect(options?.steps.map(({ number, alternative }) => `${number}${alternative ?? ''}`)).toEqual([
      '1A',
      '1B',
    ]);
  });

  test('remarks above the steps, boxes behind commands and conditions of a way back are none', () => {
    expect(
      stepsOf(inProcedure('- Work in pairs\n\n### On the primary\n\n1. Stop the writer\n2. Promote')),
    ).toEqual(two);
    expect(stepsOf(inProcedure('- Work in pairs\n\n1. Stop the writer\n2. Promote'))).toEqual(two);
    expect(stepsOf(inProcedure('```bash\npgb promote\n```\n\n- [ ] The gauge falls'))).toEqual([]);
    const { procedures } = modelOf(
      inProcedure('1. Stop the writer\n2. Promote\n\n## Rollback\n\n### Triggers\n\n- Lag above 5 s'),
      'RUN-001-pool.md',
    );
    expect(procedures).toHaveLength(1);
  });
});

test('tabs hold what they show: commands of their steps, each tab its own', () => {
  const tabs =
    '=== "Linux"\n\n    1. Stop the writer\n\n        ```sh\n        rm -rf /data\n        ```\n\n=== "Windows"\n\n    1. Stop it: `sc stop`\n';
  const text = inProcedure(tabs);
  const steps = modelOf(text, 'RUN-001-pool.md').procedures[0]?.steps ?? [];
  expect(steps.map(({ span }) => text.slice(span.start, span.end).includes('==='))).toEqual([false, false]);
  expect(
    steps.flatMap(({ commands }) => commands.map(({ span }) => text.slice(span.start, span.end).trim())),
  ).toEqual(['rm -rf /data', 'sc stop']);
});

test.each([
  ['code below a rule of equal signs', '===\n\n    1. Stop the writer\n    2. Promote'],
  ['what looks like a tab in a fence', '```\n=== "Linux"\n\n    1. Stop\n    2. Start\n```'],
  ['bullets of HTML', '<ul>\n<li>the pool</li>\n<li>the gate</li>\n</ul>'],
])('%s is no step', (_, text) => {
  expect(stepsOf(inProcedure(text))).toEqual([]);
});

test('what a list of HTML destroys is seen', () => {
  checkRule(
    'unguarded-destructive-command',
    runEntry({
      procedure:
        '\n## Procedure\n\n<ol>\n<li>Stop it</li>\n<li>Run <code>rm -rf /data</code></li>\n              ^^^^^^ warning: is destructive\n</ol>\n',
    }),
  );
});

describe('in other sections', () => {
  const working = '### 1. Back up\n\n```bash\npg_dump\n```\n\n### 2. Migrate\n\n```bash\nmigrate up\n```';

  test('numbered headings that hold commands are steps of RUN and DEP entries', () => {
    expect(stepsOf(inProcedure(working, '## Database Migration'))).toEqual(['1 Back up', '2 Migrate']);
  });

  test('those that hold none, or numbers below them, are sections', () => {
    expect(stepsOf(inProcedure('### 1. Background\n\nWhy it exists.', '## Database Migration'))).toEqual([]);
    expect(
      stepsOf(
        inProcedure('### 1. Stop\n\n`pgb stop now`\n\n#### 1.1 Writer\n\n`pgb stop writer`', '## Migration'),
      ),
    ).toEqual(['1.1 Writer']);
  });

  test('section numbers of feature runbooks are none', () => {
    const feature = `---\nrunbook: feature\n---\n\n# Pool Runbook\n\n## Database\n\n${working}\n`;
    expect(stepsOf(feature)).toEqual([]);
  });
});

describe('what confirms a step', () => {
  const isVerified = (step: string): boolean => {
    const [procedure] = modelOf(inProcedure(step), 'RUN-001-pool.md').procedures;
    return (procedure?.steps[0]?.verification.length ?? 0) > 0;
  };
  const step = '### Step 1: Restart\n\n```bash\npgb restart\n```\n\n';

  test.each<[string, string]>([
    ['boxes behind a fence', `${step}- [ ] The gauge falls`],
    ['boxes behind a code span', '### Step 1: Restart\n\nRun `pgb restart`.\n\n- [ ] The gauge falls'],
    ['boxes behind indented code', '### Step 1: Restart\n\n    pgb restart\n\n- [ ] The gauge falls'],
    ['a label in italics', `${step}*Expected output:* \`ok\``],
    [
      'a label in the middle of a line',
      '### Step 1: Restart\n\nRun `pgb restart`. **Verification:** the gauge falls',
    ],
    ['a summary', `${step}<details>\n<summary>Verification</summary>\n\nThe gauge falls\n\n</details>`],
    ['a quote', `${step}**Expected output:**\n\n> pool restarted`],
    ['a quote right below', `${step}**Expected output:**\n> pool restarted`],
    ['a table', `${step}**Verification:**\n\n| Gauge | Value |\n|--|--|\n| pool | below 50 |`],
    ['a label behind a symbol', `${step}✅ **Verify:** the gauge falls`],
    [
      'kubectl wait',
      '### Step 1: Restart\n\n```bash\nkubectl delete pod a\nkubectl -n prod wait --for=condition=Ready pod -l app=a\n```',
    ],
    [
      'rollout status',
      '### Step 1: Restart\n\n```bash\nkubectl rollout restart deploy/a\nkubectl rollout status deploy/a\n```',
    ],
    [
      'a request for the health',
      '### Step 1: Restart\n\n```bash\npgb restart\ncurl -fsS https://pool.example/health\n```',
    ],
    [
      'a comment with a command',
      '### Step 1: Restart\n\n```bash\npgb restart\n# Verify that it is up\npgb list\n```',
    ],
    ['a name above a list', `${step}Checks:\n\n- gauge < 50 %`],
    ['a heading Check', `${step}##### Check\n\nThe gauge falls.`],
    ['a sentence about the effect', `${step}Within a minute the gauge drops below 50 %.`],
    ['a look at a value', `${step}**Check** the gauge is below 50 %`],
    ['what must be shown', `${step}It must say "active".`],
    ['a result of HTML', `${step}<p><b>Expected:</b> the gauge falls</p>`],
    ['a dash in bold', `${step}**Outcome —** the gauge falls`],
    ['a bold line as a whole', `${step}**Verification: the gauge is below 50 %**`],
    ['a cmdlet', '### Step 1: Restart\n\n```powershell\nRestart-Service pool\nGet-Service pool\n```'],
    ['the state of a job', '### Step 1: Restart\n\n```bash\nnomad job run a\nnomad job status a\n```'],
  ])('%s', (_, text) => {
    expect(isVerified(text)).toBe(true);
  });

  test.each<[string, string]>([
    [
      'a comment without a command',
      '### Step 1: Restart\n\n```bash\npgb restart\n# Verify that it is up\n```',
    ],
    ['any request', '### Step 1: Restart\n\n```bash\ncurl -X POST https://pool.example/restart\n```'],
    ['a bold word', '### Step 1: Restart\n\nRun `pgb restart` on the **primary** only.'],
    ['a condition', `${step}If the load rises above 80 %, call us.`],
    ['a label without words', `${step}**Output:**`],
    ['a heading without words', `${step}##### Check\n\n##### Notes\n\nNone.`],
    ['a look without a value', `${step}Check the logs.`],
  ])('not %s', (_, text) => {
    expect(isVerified(text)).toBe(false);
  });

  test('a bold line that names what it verifies is empty, one that says it is not', () => {
    const empty = (line: string): boolean | undefined =>
      modelOf(inProcedure(`${step}${line}`)).parts.find(({ role }) => role === 'verification')?.empty;
    expect(empty('**Verification: database**')).toBe(true);
    expect(empty('**Verification: the gauge is low**')).toBe(false);
    expect(empty('**Expected output: active**')).toBe(false);
  });

  test('cells of a column that says what to expect', () => {
    const [procedure] = modelOf(
      inProcedure('| Step | Action | Expected |\n|--|--|--|\n| 1 | `pgb stop` | gone |\n| 2 | `pgb go` | |'),
      'RUN-001-pool.md',
    ).procedures;
    expect(procedure?.steps.map(({ verification }) => verification.length)).toEqual([1, 0]);
    expect(procedure?.steps.map(({ commands }) => commands.length)).toEqual([1, 1]);
  });
});

test('what a step is about is said by its title, else by the first words below it', () => {
  const about = (text: string): string => {
    const step = modelOf(inProcedure(text), 'RUN-001-pool.md').procedures[0]?.steps[0];
    return `${step?.verifies === true ? 'verifies ' : ''}${step?.investigates === true ? 'looks ' : ''}${step?.tells === true ? 'tells' : ''}`.trim();
  };
  expect(about('### Step 1: Assess the damage\n\n`pgb list`')).toBe('looks');
  expect(about('### Step 1: Acknowledge the page')).toBe('looks');
  expect(about('### Step 1: Activate the incident team')).toBe('tells');
  expect(about('### Step 1: Database\n\nIdentify the table that grew.')).toBe('looks');
  expect(about('### Step 1: Pre-Deploy Announcement\n\nNotify all.\n\n```bash\nnotify-deploy\n```')).toBe(
    'tells',
  );
  expect(about('### Step 1: Status page\n\nAnnounce the outage.')).toBe('tells');
  expect(about('### Step 1: Restart\n\nRun `pgb restart`.')).toBe('');
});

test('the fields of an entry below the steps of another one are no steps, and hide none', () => {
  for (const head of ['RUN-001: Plain', '## RUN-001: Headed']) {
    const steps = `${head}\nCategory: Recovery\n\n### Steps\n- one\n- two\n`;
    const deeper = '#### MON-001: Deeper\n- **ID**: MON-001\n';
    const { procedures } = modelOf(`${steps}\n${deeper}`, 'SoT.OPS.md');
    expect(procedures.map((one) => `${one.name}: ${String(one.steps.length)}`)).toEqual(['Steps: 2']);
  }
});
