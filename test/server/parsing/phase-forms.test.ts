/** The forms in which authors write phases. */
import { expect, test } from 'vitest';
import { modelOf } from '../../support/read-model';

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
  ['a dash', '### Phase 1 - Copy\n\n### Phase 2 — Switch'],
  ['a dot', '### Phase 1. Copy\n\n### Phase 2. Switch'],
  ['bold lines', '**Phase 1: Copy**\n\n1. Copy it\n\n**Phase 2: Switch**\n\n1. Switch it'],
  ['bold labels', '**Phase 1:** Copy\n\n1. Copy it\n\n**Phase 2:** Switch\n\n1. Switch it'],
])('%s', (_, phases) => {
  expect(phasesOf(phases)).toEqual(['1 1 Copy', '2 2 Switch']);
});

test('letters, roman numbers and words, with any separator', () => {
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
