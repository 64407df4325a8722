/** Playbooks: a change in phases, each with gate criteria and a way back. */
import { linkTo } from '../links.mjs';
import { address, clause, command, observation, sentence, team, thing, title } from '../words.mjs';

/** @typedef {import('../plan.mjs').PlannedEntry} PlannedEntry */
/** @typedef {import('../random.mjs').Random} Random */

/**
 * @param {Random} random
 * @param {string} file path of the document
 * @param {readonly PlannedEntry[]} entries that it leads to
 * @returns {string}
 */
export function playbook(random, file, entries) {
  const name = title(random);
  const risk = random.pick(['low', 'medium', 'high']);
  const phases = random.between(3, 4);
  const numbers = Array.from({ length: phases }, (_, i) => i + 1);
  /** @type {(count: number) => string} */
  const boxes = (count) => Array.from({ length: count }, () => `- [ ] ${observation(random)}\n`).join('');
  return `---
title: "Playbook: ${name}"
type: "${random.pick(['migration', 'feature', 'refactor'])}"
estimated_duration: "${random.between(2, 6)}w"
risk_level: "${risk}"
---

# Playbook: ${name}

## Overview

**Goal:**
${sentence(random)}

**Motivation:**
${sentence(random)} See ${linkTo(file, random.pick(entries))}.

**Success Criteria:**

${boxes(2)}
## Prerequisites

### Access & Permissions

- [ ] ${sentence(random)}

### Backups & Safety

- [ ] ${sentence(random)}
- [ ] ${sentence(random)}

## Phases

${numbers.map((number) => phase(random, file, number, entries)).join('\n---\n\n')}
## Decision Framework

### Go/No-Go Criteria

**Proceed if:**

- ${sentence(random)}

**Pause if:**

- ${sentence(random)}

**Abort if:**

- ${sentence(random)}

### Escalation

**When to escalate:**

- ${sentence(random)}

**Escalation contacts:**

- Technical Lead: ${team(random)} lead, pager \`${thing(random).replaceAll(' ', '-')}\`
- On-call Engineer: ${team(random)} on-call

**What to provide:** phase, last command and its output, the state of the ${thing(random)}.

## Validation

### Functional Validation

${boxes(2)}
### Performance Validation

${boxes(2)}
## Rollback Plan

### Complete Rollback Procedure

${[...numbers]
  .reverse()
  .map(
    (number) => `**From Phase ${number}:**\n\n\`\`\`\n1. ${command(random)}\n2. ${command(random)}\n\`\`\`\n`,
  )
  .join('\n')}
### Data Preservation

- ${sentence(random)}

### Communication During Rollback

- ${sentence(random)}

## Communication Plan

### Before Execution

- [ ] ${sentence(random)}

### After Execution

- [ ] ${sentence(random)}

## Execution Log

| Phase | Started | Completed | Status      | Notes |
| ----- | ------- | --------- | ----------- | ----- |
${numbers.map((number) => `| ${number} | | | Not started | |`).join('\n')}

## Appendix

### References

${entries.map((entry) => `- ${linkTo(file, entry)} - ${clause(random)}`).join('\n')}
- ${address(random)}
`;
}

/**
 * @param {Random} random
 * @param {string} file
 * @param {number} number from 1
 * @param {readonly PlannedEntry[]} entries
 * @returns {string}
 */
function phase(random, file, number, entries) {
  const dependencies =
    number === 1
      ? ''
      : `**Dependencies:**\n\n- Requires Phase ${number - 1} completion\n- ${sentence(random)}\n\n`;
  return `### Phase ${number}: ${title(random)}

**Objective:** ${sentence(random)}

**Tasks:**

1. Look at the ${thing(random)} with \`${command(random)}\`
2. Follow ${linkTo(file, random.pick(entries))} until ${clause(random)}
3. Note the result of \`${command(random)}\`

${dependencies}**Gate Criteria:**

- [ ] ${observation(random)}
- [ ] ${observation(random)}

**Rollback:**

\`\`\`bash
# ${sentence(random)}
${command(random)}
\`\`\`

**Estimated Duration:** ${random.between(1, 4)}h
`;
}
