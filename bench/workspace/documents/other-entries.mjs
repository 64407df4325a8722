/** DEP, GTM, MON and RISK entries as sections of a SoT file. */
import { linkTo } from '../links.mjs';
import {
  address,
  clause,
  command,
  createdDate,
  observation,
  recentDate,
  sentence,
  team,
  thing,
} from '../words.mjs';

/** @typedef {import('../plan.mjs').PlannedEntry} PlannedEntry */
/** @typedef {import('../random.mjs').Random} Random */

/**
 * @param {Random} random
 * @param {PlannedEntry} entry
 * @param {PlannedEntry} rollback the runbook that takes it back
 * @param {readonly PlannedEntry[]} related
 * @returns {string}
 */
export function deploymentSection(random, entry, rollback, related) {
  return `## ${entry.id}: ${entry.title}

${fields(random, entry, random.pick(['Application', 'Database', 'Infrastructure']))}
**Last Updated**: ${recentDate(random)}

### Overview

${sentence(random)} ${sentence(random)}

### Prerequisites

- [ ] ${sentence(random)}
- [ ] ${sentence(random)}

### Deployment Steps

1. **Prepare**: note what runs now with \`${command(random)}\`.
   - Verify: ${observation(random)}.
2. **Deploy**: bring the version out with \`${command(random)}\`.
   - Verify: ${observation(random)}.
3. **Monitor**: watch ${address(random)} for ${random.between(10, 60)} minutes.
   - Verify: ${observation(random)}.

### Rollback Procedure

1. Follow ${linkTo(entry.file, rollback)}, which starts with \`${command(random)}\`.
   - Verify: ${observation(random)}.

### Related IDs

${[rollback, ...related].map((other) => bullet(random, entry, other)).join('')}`;
}

/**
 * @param {Random} random
 * @param {PlannedEntry} entry
 * @returns {string}
 */
export function launchSection(random, entry) {
  return `## ${entry.id}: ${entry.title}

${fields(random, entry, random.pick(['Launch', 'Messaging', 'Channel']))}
**Target Date**: 2027-0${random.between(1, 6)}-15

### Activity Description

${sentence(random)} ${sentence(random)}

### Success Criteria

- [ ] ${observation(random)}
- [ ] ${observation(random)}

### Channels

| Channel | Strategy | Owner | Status |
| ------- | -------- | ----- | ------ |
| Newsletter | ${clause(random)} | ${team(random)} | Planned |
| Product page | ${clause(random)} | ${team(random)} | Active |

### Messaging

**Primary Message**: ${sentence(random)}
**Supporting Points**:

- ${sentence(random)}
- ${sentence(random)}
`;
}

/**
 * @param {Random} random
 * @param {PlannedEntry} entry
 * @param {PlannedEntry} runbook the one for when it fires
 * @returns {string}
 */
export function alertSection(random, entry, runbook) {
  const link = linkTo(entry.file, runbook);
  return `## ${entry.id}: ${entry.title}

${fields(random, entry, random.pick(['Performance', 'Availability', 'Business']))}

### Metric Definition

**What**: Share of requests that meet a ${thing(random)}, over ${random.between(2, 15)} minutes.
**Why**: ${sentence(random)}
**Source**: Metric \`${thing(random).replaceAll(' ', '_')}_ratio\`.

### Thresholds

| Level    | Threshold | Action |
| -------- | --------- | ------ |
| Warning  | above ${random.between(1, 9)} % for 10 minutes | Message to the team, on-call reads ${link} |
| Critical | above ${random.between(10, 40)} % for 5 minutes | Page on-call, start ${link} |

### Dashboard

**Location**: ${address(random)}
**Refresh**: every ${random.between(10, 60)} seconds

### Related

${bullet(random, entry, runbook)}`;
}

/**
 * @param {Random} random
 * @param {PlannedEntry} entry
 * @param {PlannedEntry} runbook the one that answers it
 * @returns {string}
 */
export function riskSection(random, entry, runbook) {
  return `## ${entry.id}: ${entry.title}

**ID**: ${entry.id}
**Category**: ${random.pick(['Data', 'Supplier', 'Capacity'])}
**Status**: Open
**Owner**: ${team(random)}
**Impact**: ${random.pick(['High', 'Medium'])}
**Likelihood**: ${random.pick(['Medium', 'Low'])}
**Created**: ${createdDate(random)}

### Description

${sentence(random)} ${sentence(random)}

### Mitigation

- ${linkTo(entry.file, runbook)} answers it, ${clause(random)}
- ${sentence(random)}

### Related IDs

${bullet(random, entry, runbook)}`;
}

/**
 * @param {Random} random
 * @param {PlannedEntry} entry
 * @param {string} category
 * @returns {string}
 */
function fields(random, entry, category) {
  return `**ID**: ${entry.id}
**Category**: ${category}
**Status**: Active
**Owner**: ${team(random)}
**Created**: ${createdDate(random)}`;
}

/**
 * @param {Random} random
 * @param {PlannedEntry} entry
 * @param {PlannedEntry} other
 * @returns {string}
 */
const bullet = (random, entry, other) => `- ${linkTo(entry.file, other)} - ${clause(random)}\n`;
