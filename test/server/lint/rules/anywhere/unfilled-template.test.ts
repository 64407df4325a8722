import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';

const rule = 'unfilled-template';
const playbook = (head: string): string => `//- /move.md
---
runbook: playbook
---

${head}
**Goal:** [What it achieves]

**Motivation:** [Why now]

## Phases

### Phase 1: [Name]

**Objective:** [What is true afterwards]

**Tasks:**

1. [First task]
`;

test('a document of template text is one finding on its title', () => {
  checkRule(rule, playbook('# Playbook: [Name]\n  ^^^^^^^^^^^^^^^^ information\n'));
});

test('without a title, on the first heading', () => {
  checkRule(rule, playbook('').replace('## Phases\n', '## Phases\n   ^^^^^^ information\n'));
});

test('nothing else is said of it', () => {
  for (const other of ['placeholder', 'missing-gate-criteria', 'missing-rollback', 'missing-validation'])
    checkRule(other, playbook('# Playbook: [Name]\n'));
});

test('notes above the title do not take its place', () => {
  checkRule(
    rule,
    playbook(
      '## Before you begin\n\nCopy this file.\n\n# Playbook: [Name]\n  ^^^^^^^^^^^^^^^^ information\n',
    ),
  );
});
