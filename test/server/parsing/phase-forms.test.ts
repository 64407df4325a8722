/** The forms in which authors write phases. */
import { describe, expect, test } from 'vitest';
import { checkRule } from '../../support/check-rule';
import { modelOf } from '../../support/read-model';
import { playbook as whole } from '../lint/documents';

const playbook = (phases: string): string => `# Playbook: Move the tide gauge\n\n## Phases\n\n${phases}\n`;

function phasesOf(phases: string): string[] {
  return modelOf(playbook(phases)).phases.map(
    ({ label, key, alternative, title }) => `${label} ${key}${alternative ?? ''} ${title}`,
  );
}

test.each<[string, string]>([
  ['plain', '### Phase 1: Copy\n\n### Phase 2: Switch'],
  ['a symbol', '### ✅ Phase 1: Copy\n\n### 🚧 Phase 2: Switch'],
  ['a box', '### [x] Phase 1: Copy\n\n### [ ] Phase 2: Switch'],
  ['a total', '### Phase 1/2: Copy\n\n### Phase 2/2: Switch'],
  ['a circled digit, whatever it says', '### ① Phase 1: Copy\n\n### ① Phase 2: Switch'],
  ['a dash', '### Phase 1 - Copy\n\n### Phase 2 — Switch'],
  ['a dot', '### Phase 1. Copy\n\n### Phase 2. Switch'],
  ['bold lines', '**Phase 1: Copy**\n\n1. Copy it\n\n**Phase 2: Switch**\n\n1. Switch it'],
  ['bold labels', '**Phase 1:** Copy\n\n1. Copy it\n\n**Phase 2:** Switch\n\n1. Switch it'],
])('%s', (_, phases) => {
  expect(phasesOf(phases)).toEqual(['1 1 Copy', '2 2 Switch']);
});

test('letters, roman numbers and words, with any separator', () => {
  expect(phasesOf('### Phase I/II: Copy\n\n### Phase II/II — Switch')).toEqual(['I 1 Copy', 'II 2 Switch']);
  expect(phasesOf('### Phase A - Prepare\n\n### Phase B - Switch')).toEqual(['A A Prepare', 'B B Switch']);
  expect(phasesOf('### Phase I — Prepare\n\n### Phase II — Switch')).toEqual(['I 1 Prepare', 'II 2 Switch']);
  expect(phasesOf('### Phase One – Prepare\n\n### Phase Two – Switch')).toEqual([
    'One 1 Prepare',
    'Two 2 Switch',
  ]);
  // whether C is a letter is decided by the sequence
  expect(phasesOf('### Phase C: Copy\n\n### Phase D: Switch')).toEqual(['C C Copy', 'D D Switch']);
});

test('decimals and alternatives', () => {
  expect(phasesOf('### Phase 1.1: Copy\n\n### Phase 1.2: Compare')).toEqual([
    '1.1 1.1 Copy',
    '1.2 1.2 Compare',
  ]);
  expect(phasesOf('### Phase 2 / Option A: Fast\n\n### Phase 2 / Option B: Slow')).toEqual([
    '2 2A Fast',
    '2 2B Slow',
  ]);
});

test('a phase is one whatever role its words end in', () => {
  expect(phasesOf('### Phase 3 — Data Validation\n\n### Phase 4 - Rollback rehearsal')).toEqual([
    '3 3 Data Validation',
    '4 4 Rollback rehearsal',
  ]);
});

test('what speaks of a phase is none', () => {
  expect(phasesOf('### Requires Phase 1\n\n### Phase in the change\n\n### Phases')).toEqual([]);
  expect(phasesOf('### Phase 1: Copy\n\n### Phase 1 Rollback\n\n### Phase 2: Switch')).toEqual([
    '1 1 Copy',
    '2 2 Switch',
  ]);
  // a list of phases beside the phases themselves
  expect(phasesOf('**Phase 1:** 2 days\n\n**Phase 2:** 1 day\n\n### Phase 1: Copy')).toEqual(['1 1 Copy']);
});

test('a bold line holds the parts of its phase', () => {
  const [first] = modelOf(
    playbook(
      '**Phase 1: Copy**\n\n**Objective:** All rows\n\n**Tasks:**\n\n1. Copy\n\n**Rollback:** drop it\n\n**Phase 2: Switch**\n\nGo.',
    ),
  ).phases;
  expect(first?.objective).not.toBeNull();
  expect(first?.tasks).not.toBeNull();
  expect(first?.rollback).not.toBeNull();
});

test('ordinals, and a colon in front of the number', () => {
  expect(
    phasesOf('### First phase: Copy\n\n### The second phase — Switch\n\n### 3rd Phase: Clean up'),
  ).toEqual(['First 1 Copy', 'second 2 Switch', '3 3 Clean up']);
  expect(phasesOf('### Phase: 1 – Copy\n\n### Phase: 2 Switch')).toEqual(['1 1 Copy', '2 2 Switch']);
  expect(phasesOf('### First phase of the move\n\n### Phase: Copy')).toEqual([]);
});

describe('phases whose parts have headings of their level', () => {
  const flat = (number: number): string =>
    `## Phase ${String(number)}: Copy\n\n## Objective\n\nAll rows.\n\n## Notes\n\nSlow.\n\n### Figures\n\n2 h\n\n## Rollback\n\n1. Drop it.\n`;
  const endsOf = (text: string): string[] =>
    modelOf(`# Playbook: Move\n\n${text}`).phases.map(({ span, rollback }) =>
      [
        /[^\n#]+(?=\n*$)/.exec(`# Playbook: Move\n\n${text}`.slice(0, span.end))?.[0] ?? '',
        rollback === null ? 'none' : 'rollback',
      ].join(', '),
    );

  test('own them, and what stands among them', () => {
    expect(endsOf(`${flat(1)}\n${flat(2)}`)).toEqual(['1. Drop it., rollback', '1. Drop it., rollback']);
  });

  test('end in front of what is about the document', () => {
    expect(endsOf(`${flat(1)}\n${flat(2)}\n## Rollback\n\nAll.\n\n## Notes\n\nNone.\n`)).toEqual([
      '1. Drop it., rollback',
      '1. Drop it., rollback',
    ]);
    expect(
      endsOf('## Phase 1: Copy\n\n## Objective\n\nAll.\n\n## Phase 2: Switch\n\n## Rollback\n\nAll.\n'),
    ).toEqual(['All., none', ' Phase 2: Switch, none']);
  });

  test('stand beside phases that hold theirs', () => {
    const deeper = flat(2).replaceAll(/^## (?!Phase)/gm, '### ');
    expect(endsOf(`${flat(1)}\n${deeper}\n## Rollback\n\nAll.\n`)).toEqual([
      '1. Drop it., rollback',
      '1. Drop it., rollback',
    ]);
  });
});

describe('phases in other words, of a playbook that has no others', () => {
  const holding = (heads: readonly [string, string]): string =>
    heads.map((head) => `${head}\n\n**Objective:** It is done.\n\n**Rollback:** undo it`).join('\n\n');

  test.each<[string, string]>([
    ['### Stage 1: Copy', '### Stage 2: Switch'],
    ['### Wave 1 - Copy', '### Wave 2 - Switch'],
    ['### Copy (Phase 1)', '### Switch (Phase 2)'],
    ['### Copy — Phase 1 of 2', '### Switch — Phase 2 of 2'],
    ['### [Phase 1] Copy', '### [Phase 2] Switch'],
    ['### P1: Copy', '### P2: Switch'],
    ['### 1. Phase: Copy', '### 2. Phase: Switch'],
    ['### 1. Copy', '### 2. Switch'],
    ['**Stage 1: Copy**', '**Stage 2: Switch**'],
    ['Phase 1: Copy', 'Phase 2: Switch'],
    [
      '<details>\n<summary>Phase 1: Copy</summary>',
      '</details>\n<details>\n<summary>Phase 2: Switch</summary>',
    ],
  ])('%s', (...heads) => {
    expect(phasesOf(holding(heads)).map((phase) => phase.replace(/^\S+ /, ''))).toEqual([
      '1 Copy',
      '2 Switch',
    ]);
  });

  test('items of a list', () => {
    const item = (number: number): string =>
      `${String(number)}. **Phase ${String(number)}: Copy**\n   - **Objective:** It is done.\n   - **Rollback:** undo it`;
    expect(phasesOf(`${item(1)}\n${item(2)}`)).toEqual(['1 1 Copy', '2 2 Copy']);
  });

  test.each([
    '### Stage 1: Copy\n\nText.\n\n### Stage 2: Switch\n\nText.',
    holding(['### Stage 1 of the plan', '### Stage 2 of the plan']),
    holding(['### Stage 1: Copy', '### Notes']),
    holding(['### Stage 3: Copy', '### Stage 4: Switch']),
  ])('what holds no part of a phase or is no series is none: %#', (phases) => {
    expect(phasesOf(phases)).toEqual([]);
  });

  test('other documents have none', () => {
    const stages = holding(['## Stage 1: Copy', '## Stage 2: Switch']);
    const { kind, phases } = modelOf(`# Roadmap\n\n${stages}\n\n**Gate Criteria:**\n\n- [ ] done\n`);
    expect([kind.kind, phases]).toEqual(['none', []]);
  });

  test('dependencies, the plan and the log name them by the same word', () => {
    const staged = `//- /a.md\n${whole.replaceAll('Phase', 'Stage').replaceAll('phase', 'stage')}`;
    for (const rule of [
      'missing-phases',
      'rollback-plan-coverage',
      'execution-log-mismatch',
      'phase-dependency',
    ])
      checkRule(rule, staged);
  });
});

test('a phase in brackets among others', () => {
  expect(phasesOf('### [Phase 1] Copy\n\n### Phase 2: Switch')).toEqual(['1 1 Copy', '2 2 Switch']);
});
