/** RUN entries: a procedure with steps, verification and escalation, as a section of a SoT file or as a file of its own. */
import { linkTo, relative } from '../links.mjs';
import {
  clause,
  command,
  createdDate,
  observation,
  paragraph,
  recentDate,
  sentence,
  team,
  thing,
} from '../words.mjs';

/** @typedef {import('../plan.mjs').PlannedEntry} PlannedEntry */
/** @typedef {import('../plan.mjs').Seed} Seed */
/** @typedef {import('../random.mjs').Random} Random */

/**
 * @typedef {object} RunContent
 * @property {Random} random
 * @property {PlannedEntry} entry
 * @property {'Incident Response' | 'Deployment' | 'Recovery'} category
 * @property {PlannedEntry} trigger the entry that leads here
 * @property {readonly PlannedEntry[]} related
 * @property {Seed | null} [seed] what is wrong with it on purpose
 * @property {number} [steps]
 */

/**
 * @param {RunContent} content
 * @returns {string} the section of a SoT file
 */
export function runSection({ random, entry, category, trigger, related, seed = null, steps = 3 }) {
  const { file } = entry;
  const dangling = seed === 'dangling-id' ? `- RUN-9990 - ${clause(random)}\n` : '';
  return `## ${entry.id}: ${entry.title}

**ID**: ${entry.id}
**Category**: ${category}
**Status**: Active
${seed === 'missing-owner' ? '' : `**Owner**: ${team(random)}\n`}**Created**: ${createdDate(random)}
**Last Tested**: ${seed === 'stale-last-tested' ? '2026-01-15' : recentDate(random)}

### When to Use

${linkTo(file, trigger)} leads here. ${sentence(random)}

### Scope

- **Handles**: a ${thing(random)}, and what ${clause(random)}
- **Does NOT handle**: a ${thing(random)} that ${clause(random)}

### Prerequisites

- [ ] Access to the \`${thing(random).replaceAll(' ', '-')}\` console
- [ ] ${sentence(random)}

### Steps

${Array.from({ length: steps }, (_, i) => step(random, '####', '**Verification:**', i + 1, seed)).join('\n')}
### Escalation Path

| Level | Contact | Trigger Condition |
| ----- | ------- | ----------------- |
| L1 | ${team(random)} on-call, pager \`${thing(random).replaceAll(' ', '-')}\` | The alert fires |
| L2 | ${team(random)} lead, by phone | ${random.between(10, 45)} minutes without improvement |

**When to escalate**: as the table says.
**Who to contact**: the next level in the table.
**What to provide**: start time, the last command and its output, the state of the ${thing(random)}.

### Post-Incident

- [ ] Write the timeline into the incident record within one working day
- [ ] ${sentence(random)}

### Related IDs

${[trigger, ...related].map((other) => `- ${linkTo(file, other)} - ${clause(random)}\n`).join('')}${dangling}`;
}

/**
 * @param {RunContent} content
 * @returns {string} a document of its own, in the plain form
 */
export function runDocument({ random, entry, trigger, related, seed = null, steps = 8 }) {
  const { file } = entry;
  const broken =
    seed === 'missing-link-target' ? `See also [the plan](${relative(file, 'plans/lost.md')}).\n\n` : '';
  return `${entry.id}: ${entry.title}
Category: Incident
Trigger: ${trigger.id} fires. ${sentence(random)}
Owner: ${team(random)}
Last Tested: ${recentDate(random)}

## Scope

${broken}- **Handles**: a ${thing(random)}, and what ${clause(random)}
- **Does NOT handle**: a ${thing(random)} that ${clause(random)}

## Prerequisites

- [ ] Access to the \`${thing(random).replaceAll(' ', '-')}\` console
- [ ] ${sentence(random)}

## Procedure

${Array.from({ length: steps }, (_, i) => step(random, '###', 'Verification:', i + 1, null)).join('\n')}
## Escalation

- **When to escalate**: ${clause(random)}, or ${random.between(10, 45)} minutes have passed
- **Who to contact**: ${team(random)} on-call (pager \`${thing(random).replaceAll(' ', '-')}\`), then the lead by phone
- **What to provide**: start time, output of the last command, what ${clause(random)}

## Post-Incident

- [ ] Write the timeline into the incident record within one working day
- [ ] ${sentence(random)}

Linked IDs: ${[trigger, ...related].map(({ id }) => id).join(', ')}
`;
}

/**
 * @param {Random} random
 * @param {string} marks of its heading
 * @param {string} label
 * @param {number} number from 1
 * @param {Seed | null} seed
 * @returns {string}
 */
function step(random, marks, label, number, seed) {
  const isUnverified = seed === 'missing-verification' && number === 2;
  const checks = `${label}\n\n- [ ] ${observation(random)}\n- [ ] ${observation(random)}\n`;
  const heading = `${marks} Step ${number}: Clear the ${thing(random)}`;
  const said = paragraph(random, 1);
  const run = [command(random), command(random)];
  // most commands look at something, and some sentences say what to expect, which verifies a step
  const introduction = isUnverified ? 'The pool holds jobs that nobody waits for.' : said;
  const commands = isUnverified ? ['opsctl pool drain --shard 3', 'opsctl pool fill --shard 3'] : run;
  return `${heading}

${introduction}

\`\`\`bash
${commands.join('\n')}
\`\`\`
${isUnverified ? '' : `\n${checks}`}`;
}
