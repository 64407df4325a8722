/** Phases in every spelling and in rollouts, and the fields that belong into phases, steps and heads of documents. */
import { describe, it } from 'vitest';
import {
  checkAccepted,
  checkCompletion,
  checkDefinition,
  checkHover,
  checkReferences,
} from '../../support/check-feature';

const playbook = (words: string): string => `
//- /move.md
---
title: "Playbook: Move"
risk_level: low
---

# Playbook: Move

## Phases

### Phase 1: Copy

**Objective:** The copy is there.

### Phase 2: Switch

**Gate Criteria:**
- [ ] Rows match

${words}
`;

describe('a phase of a playbook', () => {
  it.each(['From Phase I<|>I', 'after phase tw<|>o', 'in Phase 0<|>2', 'Phases 1 and <|>2', 'Phase 1-<|>2'])(
    'is found from "%s"',
    (words) => {
      checkDefinition(playbook(words), 'move.md:14 «Phase 2: Switch»');
    },
  );

  it.each([
    'a phase i<|>n the work',
    'Phase 1 and <|>2 nodes',
    '**Owner**: Phase <|>2 crew',
    'Phase 4<|>',
    '<!-- Phase <|>2 -->',
  ])('is not meant by "%s"', (words) => {
    checkDefinition(playbook(words));
  });

  it('is referred to by other spellings', () => {
    checkReferences(
      playbook('From Phase II, back.').replace('Phase 2: S', 'Phase <|>2: S'),
      'move.md:19 «Phase II»',
    );
  });
});

const feature = (words: string): string => `
//- /gift.md
# Gift wrap: Runbook

**Feature Name:** Gift wrap
**Version:** 1.0

## 4. Deployment Procedures

### 4.2 Rollout Strategy

#### Phase 1: Colleagues (0% → 5%)

Two days.

#### Phase 2: Everybody (5% → 100%)

${words}

## 5. Monitoring and Alerting
`;

describe('a phase of a rollout', () => {
  it.each([
    'Not before Phase <|>1.',
    '| Phase | Share |\n| --- | --- |\n| <|>1 | 5% |',
    '| Phase | Share |\n| --- | --- |\n| Phase <|>1 | 5% |',
  ])('is found from %j', (words) => {
    checkDefinition(feature(words), 'gift.md:10 «Phase 1: Colleagues (0% → 5%)»');
  });

  it('is told of by its shares, not by a gate that it does not need', () => {
    checkHover(feature('Phase <|>1'), '**Phase 1: Colleagues**\n\nRollout: 0 % → 5 %\n\nTwo days.');
  });
});

describe('field names', () => {
  it('of a phase are those that it lacks, in the order of the template', () => {
    checkCompletion(playbook('<|>'), [
      'Objective',
      'Tasks',
      'Dependencies',
      'Decision Point',
      'Rollback',
      'Estimated Duration',
    ]);
    checkCompletion(playbook('**Ro<|>'), ['Rollback']);
    checkAccepted(playbook('**Ro<|>'), 'Rollback', '**Rollback:**');
  });

  it('of a rollout phase are items', () => {
    checkAccepted(feature('Ta<|>'), 'Target', '- **Target:**');
    checkAccepted(feature('- Ta<|>'), 'Target', '- **Target:**');
  });

  it('of the head and of sections of a document are offered there', () => {
    checkCompletion(feature('').replace('1.0\n', '1.0\n<|>\n'), ['Date', 'Author', 'Last Updated', 'Status']);
    checkCompletion(playbook('## Overview\n\n**Goal:** Fast.\n\n<|>'), [
      'Motivation',
      'Success Criteria',
      'Estimated Duration',
      'Risk Level',
    ]);
  });

  it('of a step are how it is confirmed and taken back', () => {
    const step = '#### Step 1: Start it\n\nRun `start`.\n\n**Verification:** It answers.\n\n<|>';
    checkCompletion(feature(step), ['Rollback']);
  });

  it('are not offered in running text', () => {
    checkCompletion(playbook('The ta<|>'), []);
  });
});
