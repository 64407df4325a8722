/** Steps that count in other words, other languages, or not at all, and parts that stand below them. */
import { describe, expect, it } from 'vitest';
import { fieldKey, roleOf } from '../../../server/src/model/vocabulary';
import { findingsOf, openWorkspace, uriOf } from '../../support/workspace';

const path = 'RUN-001-restart.md';

function documentsOf(procedure: string) {
  const text = `# RUN-001: Restart the pool

**Category**: Incident
**Trigger**: user reports
**Owner**: Team
**Last Tested**: 2026-11-01

${procedure}

## Escalation

- **When to escalate**: after 15 minutes
- **Who to contact**: on-call
- **What to provide**: logs
`;
  return openWorkspace(new Map([[path, text]]));
}

function stepsOf(procedure: string): string[] {
  const runbook = documentsOf(procedure).runbook(uriOf(path));
  return (
    runbook?.procedures.flatMap(({ steps }) =>
      steps.map(({ number, verification }) => `${number}${verification.length > 0 ? ' verified' : ''}`),
    ) ?? []
  );
}

function rulesOf(procedure: string): string[] {
  return findingsOf(documentsOf(procedure), path).map(({ rule }) => rule.name);
}

/** Two steps with the heads `a` and `b`, a command below each. */
function two(section: string, a: string, b: string): string {
  return `## ${section}\n\n${a}\n\n\`systemctl stop pool\`\n\n${b}\n\n\`systemctl start pool\``;
}

describe('two steps in', () => {
  it.each([
    ['### 1st step: Stop', '### 2nd step: Start', ['1', '2']],
    ['### First step: Stop', '### Second step: Start', ['First', 'Second']],
    ['First step: stop it', 'Second step: start it', ['First', 'Second']],
    ['Step one: stop it', 'Step two: start it', ['one', 'two']],
    ['### (1) Stop', '### (2) Start', ['1', '2']],
    ['### 1.) Stop', '### 2.) Start', ['1', '2']],
    ['1.) Stop it', '2.) Start it', ['1', '2']],
    ['1 - Stop it', '2 - Start it', ['1', '2']],
    ['### Step #1: Stop', '### Step #2: Start', ['1', '2']],
    ['### STEP-1: Stop', '### STEP-2: Start', ['1', '2']],
    ['### Task 1: Stop', '### Task 2: Start', ['1', '2']],
    ['Action 1: Stop it', 'Action 2: Start it', ['1', '2']],
    ['**Action 1:** Stop it', '**Action 2:** Start it', ['1', '2']],
    ['**(1) Stop it**', '**(2) Start it**', ['1', '2']],
    ['Stop the pool.', 'Then start it again.', ['1', '2']],
    ['### The pool is down', '### The pool is up', ['1', '2']],
  ])('%s', (a, b, numbers) => {
    expect(stepsOf(two('Procedure', a, b))).toEqual(numbers);
  });

  it.each([
    ['Vorgehen', '### Schritt 1: Anhalten', '**Prüfung:** steht'],
    ['Procédure', '### Étape 1 : Arrêter', '**Résultat attendu :** arrêté'],
    ['Procedimiento', '### Paso 1: Parar', '**Verificación:** parado'],
    ['Procedimento', '### Passo 1: Parar', '**Verificação:** parado'],
    ['手順', '### 手順1：停止', '**確認：** 停止'],
    ['절차', '### 1단계: 중지', '**확인:** 중지'],
    ['步骤', '### 步骤 1：停止', '**验证：** 停止'],
  ])('%s', (section, head, check) => {
    const next = head.replace('1', '2');
    expect(stepsOf(two(section, `${head}\n\n${check}`, next))).toEqual(['1 verified', '2']);
  });

  it('not in what is done as the case may be', () => {
    const parts = '### High load\n\n```sh\ntop\n```\n\n### Full disk\n\n```sh\ndf\n```';
    expect(stepsOf(`## Troubleshooting\n\n${parts}`)).toEqual([]);
  });
});

describe('the heading of a part of a step', () => {
  const bold = (words: string, number: number): string =>
    `**${words}${number}. Stop**\n\n\`systemctl stop pool\`\n\n`;
  const check = '#### Verification\n\n- [ ] It is\n\n';

  it.each(['', 'Step '])('belongs to the bold step above it: %s', (words) => {
    expect(stepsOf(`## Procedure\n\n${bold(words, 1)}${check}${bold(words, 2)}${check}`)).toEqual([
      '1 verified',
      '2 verified',
    ]);
  });

  it('has steps of its own where they count from one again', () => {
    const checks = `### Verification\n\n${bold('Step ', 1)}${bold('Step ', 2)}`;
    expect(stepsOf(`## Procedure\n\n${bold('Step ', 1)}${bold('Step ', 2)}${checks}`)).toEqual([
      '1',
      '2',
      '1',
      '2',
    ]);
  });

  it('speaks of all of them below the last', () => {
    expect(stepsOf(`## Procedure\n\n${bold('', 1)}${bold('', 2)}${check}`)).toEqual(['1', '2']);
  });
});

describe('numbers', () => {
  it.each([
    ['of two ways to do a step', ['1: Stop', '2: Switch (blue)', '2: Switch (green)', '3: Start'], false],
    ['that go on from another list', ['10: Stop', '11: Start'], false],
    ['of two steps', ['1: Stop', '2: Switch (blue)', '2: Drain (green)'], true],
    ['of which the first is missing', ['2: Stop', '3: Start'], true],
  ])('%s', (_, titles, isWrong) => {
    const steps = titles.map((title) => `### Step ${title}\n\nText.`).join('\n\n');
    expect(rulesOf(`## Procedure\n\n${steps}`).includes('step-numbering')).toBe(isWrong);
  });
});

describe('what confirms a step', () => {
  it.each([
    ['a look behind a change', '```sh\nkubectl delete pod a\nkubectl get pods\n```', true],
    ['a request behind a change', '```sh\ndocker restart a\ncurl http://a/health\n```', true],
    ['no look without a change', '```sh\nkubectl get pods\n```', false],
    ['a change behind a look', '```sh\nkubectl get pods\nkubectl delete pod a\n```', false],
    ['what should be seen', '`kubectl delete pod a`\n\nThe queue should be empty.', true],
    ['no plan', '`kubectl delete pod a`\n\nThis should be done before noon.', false],
    ['no time limit', '`kubectl delete pod a`\n\nIt should be completed within two hours.', false],
    ['a state', '`kubectl delete pod a`\n\nThe job should be completed.', true],
  ])('%s', (_, body, isVerified) => {
    expect(stepsOf(`## Procedure\n\n### Step 1: Restart\n\n${body}`)).toEqual([
      isVerified ? '1 verified' : '1',
    ]);
  });
});

describe('a gap', () => {
  it.each(['???', 'xx:xx', '[e.g. 10 minutes]', '<tbd>', 'YYYY-MM-DD'])(
    'as the value of a field: %s',
    (value) => {
      expect(rulesOf(`## Notes\n\n**Window**: ${value}`)).toContain('placeholder');
    },
  );

  it.each([
    'It prints [DRY RUN] and [OK].',
    '**Window**: [Fri]',
    '[ALERT] means that it fires.',
    '```text\n[DRY RUN] 2 pods\n[Fri Nov 6] done\n[sudo] password for admin:\n```',
    'Is it there??? Look.',
    'Wait (longer [e.g. 10 minutes] at night).',
  ])('is none: %s', (words) => {
    expect(rulesOf(`## Notes\n\n${words}`)).not.toContain('placeholder');
  });
});

describe('what confirms a step', () => {
  it.each([
    '**✅ Success:** the lag is 0',
    '**Proof:** the lag is 0',
    '**Look for:** a lag of 0',
    '**Healthy when:** the lag is 0',
    'It is done when the lag is 0.',
    'Lag must be 0 before you go on.',
    'If the lag is not 0, stop.',
    'Repeat until the lag is 0.',
    'To confirm the node was upgraded, list the nodes.',
  ])('%s', (words) => {
    expect(stepsOf(`## Procedure\n\n### Step 1: Stop the writer\n\n\`a b\`\n\n${words}`)).toEqual([
      '1 verified',
    ]);
  });

  it.each(['Lag must be known.', 'If you need more, add a node.', 'You must be root before starting.'])(
    'not: %s',
    (words) => {
      expect(stepsOf(`## Procedure\n\n### Step 1: Stop the writer\n\n\`a b\`\n\n${words}`)).toEqual(['1']);
    },
  );
});

it('bold lines with Roman numbers are steps', () => {
  expect(stepsOf('## Procedure\n\n**I. Stop**\n\n`a b`\n\n**II. Promote**\n\n`c d`')).toEqual(['I', 'II']);
});

it('an anchor in front of the next heading fills no part', () => {
  expect(
    rulesOf(
      '## Procedure\n\n### Step 1: Stop\n\n`a b`\n\n#### Verification\n\n<a name="next"></a>\n\n### Step 2: Start\n\n`c`\n\nExpect: ok',
    ),
  ).toContain('empty-verification');
});

describe('a way back', () => {
  it.each([
    '> [!warning] Rollback\n> 1. Run `undo`',
    '!!! warning "Rollback"\n    Run `undo`',
    '??? note "Rollback"\n\n    1. Run `undo`',
    ':::warning Rollback\n\n1. Run `undo`\n\n:::',
    ':::warning[Rollback]\n\n1. Run `undo`\n\n:::',
    '**If this phase fails:**\n\n1. Run `undo`',
    '**In case of failure:**\n\n1. Run `undo`',
    '#### Contingency plan\n\n1. Run `undo`',
  ])('%s', (rollback) => {
    const text = `---\nrunbook: playbook\n---\n# Move\n\n## Phase 1: Copy\n\n**Objective:** move it\n\n- [ ] Run \`move\`\n- [ ] Run \`look\`\n\n**Exit conditions:**\n- [ ] Moved\n\n${rollback}\n`;
    const workspace = openWorkspace(new Map([['p.md', text]]));
    const rules = findingsOf(workspace, 'p.md').map(({ rule }) => rule.name);
    for (const name of ['missing-rollback', 'missing-gate-criteria', 'missing-tasks'])
      expect(rules).not.toContain(name);
  });

  it.each(['> [!warning] Careful\n> It is slow.', '!!! warning "Careful"\n    It is slow.'])(
    'not: %s',
    (text) => {
      expect(
        documentsOf(`## Procedure\n\n1. Stop\n\n${text}`)
          .runbook(uriOf(path))
          ?.labels.map(({ name }) => name),
      ).not.toContain('Careful');
    },
  );
});

describe('Chinese', () => {
  it.each([
    ['回滚步骤', '回滾步驟', 'rollback'],
    ['验证方法', '驗證方法', 'verification'],
    ['升级流程', '升級流程', 'escalation'],
    ['前置条件', '前置條件', 'prerequisites'],
    ['触发条件', '觸發條件', 'trigger'],
    ['解决步骤', '解決步驟', 'steps'],
    ['经验教训', '經驗教訓', 'post'],
  ])('%s and %s are %s', (simplified, traditional, role) => {
    expect([roleOf(simplified), roleOf(traditional)]).toEqual([role, role]);
  });

  it.each([
    ['负责人', 'owner'],
    ['負責人', 'owner'],
    ['状态', 'status'],
    ['上次测试', 'last tested'],
  ])('%s is the field %s', (name, key) => {
    expect(fieldKey(name)).toBe(key);
  });
});
