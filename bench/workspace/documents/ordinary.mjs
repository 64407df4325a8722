/** Markdown that is no runbook: what surrounds runbooks in every repository, and is to be left alone. */
import { linkTo, relative } from '../links.mjs';
import {
  address,
  author,
  clause,
  command,
  observation,
  paragraph,
  recentDate,
  sentence,
  team,
  thing,
  title,
} from '../words.mjs';

/** @typedef {import('../plan.mjs').PlannedEntry} PlannedEntry */
/** @typedef {import('../random.mjs').Random} Random */

/**
 * @typedef {object} Surroundings
 * @property {string} file path of the document
 * @property {readonly string[]} neighbours paths of documents that it may link to
 * @property {readonly PlannedEntry[]} entries that it may name
 * @property {readonly PlannedEntry[]} mentions entries that it has to name, as often as they are listed
 */

/** @typedef {(random: Random, surroundings: Surroundings) => string} OrdinaryDocument */

/** @type {OrdinaryDocument} */
export const readme = (random, { file, neighbours, entries, mentions }) => `# ${title(random)}

${paragraph(random, 8)}

![Build](${address(random)}.svg) [Dashboard](${address(random)})

## Getting started

1. Install with \`${command(random)}\`
2. Start it:

   \`\`\`sh
   ${command(random)}
   ${command(random)}
   \`\`\`

3. ${sentence(random)}

## Documents

${neighbours.map((other) => `- [${title(random)}](${relative(file, other)}): ${clause(random)}`).join('\n')}

## Configuration

| Name | Default | Meaning |
| ---- | ------- | ------- |
${rows(8, () => `\`${thing(random).replaceAll(' ', '_').toUpperCase()}\` | ${random.between(1, 900)} | ${clause(random)}`)}

## Development

${paragraph(random, 11)}

> **Note**: ${sentence(random)} ${sentence(random)}

### Tests

${paragraph(random, 9)}

\`\`\`js
import { run } from './run.js';

// ${sentence(random)}
export const limits = { pool: ${random.between(1, 90)}, queue: ${random.between(100, 900)} };
await run(limits);
\`\`\`

## In operation

${named(random, file, entries, mentions)}
## Licence

${paragraph(random, 5)}
`;

/** @type {OrdinaryDocument} */
export const meetingNotes = (
  random,
  { file, neighbours, entries, mentions },
) => `# Meeting of ${recentDate(random)}

Present: ${author(random)}, ${author(random)}, ${author(random)}

## Agenda

${bullets(random, 5)}

## ${title(random)}

${paragraph(random, 15)}

- ${sentence(random)}
  - ${sentence(random)}
  - ${sentence(random)}
- ${sentence(random)} [Details](${relative(file, random.pick(neighbours))})

## ${title(random)}

${paragraph(random, 18)}

1. ${sentence(random)}
2. ${sentence(random)}
3. ${sentence(random)}

## Incidents since the last meeting

${named(random, file, entries, mentions)}
## ${title(random)}

${paragraph(random, 18)}

## Decisions

| Decision | Who | Until |
| -------- | --- | ----- |
${rows(4, () => `${sentence(random)} | ${author(random)} | ${recentDate(random)}`)}

## To do

- [x] ${sentence(random)}
${Array.from({ length: 5 }, () => `- [ ] ${sentence(random)}`).join('\n')}
`;

/** @type {OrdinaryDocument} */
export const decisionRecord = (random, { file, neighbours, entries, mentions }) => `---
status: accepted
date: ${recentDate(random)}
tags: [${random.pick(['storage', 'network', 'process'])}, ${random.pick(['cost', 'safety', 'speed'])}]
---

# ${title(random)}

## Context

${paragraph(random, 15)}

## Considered options

- **${title(random)}**: ${sentence(random)}
- **${title(random)}**: ${sentence(random)}
- **${title(random)}**: ${sentence(random)}

## Decision

${paragraph(random, 12)} See [the notes](${relative(file, random.pick(neighbours))}) and [the figures][figures].

\`\`\`yaml
# ${sentence(random)}
pool:
  size: ${random.between(1, 99)}
  command: '${thing(random)}'
\`\`\`

## Consequences

${bullets(random, 4)}

${paragraph(random, 14)}

## Figures

| Case | Before | After |
| ---- | ------ | ----- |
${rows(7, () => `${thing(random)} | ${random.between(10, 900)} ms | ${random.between(10, 900)} ms`)}

## What it means for operation

${named(random, file, entries, mentions)}
[figures]: ${address(random)}
`;

/** @type {OrdinaryDocument} */
export const interfaceGuide = (
  random,
  { file, neighbours, entries, mentions },
) => `# ${title(random)}: interface

${paragraph(random, 6)}

${Array.from({ length: 4 }, () => call(random)).join('\n')}
## Limits

${paragraph(random, 8)}

| Limit | Value | Reason |
| ----- | ----- | ------ |
${rows(5, () => `${thing(random)} | ${random.between(1, 500)} | ${clause(random)}`)}

## More

${named(random, file, entries, mentions)}
- [${title(random)}](${relative(file, random.pick(neighbours))})
- <${address(random)}>
`;

/** @type {OrdinaryDocument} */
export const handover = (random, { file, neighbours, entries, mentions }) => `# On-call handover

From ${author(random)} to ${author(random)}, ${recentDate(random)}. The week before is in [the notes](${relative(file, random.pick(neighbours))}).

## What happened

${named(random, file, entries, mentions)}
${paragraph(random, 14)}

## What is still open

${bullets(random, 6)}

> ${sentence(random)}
>
> ${sentence(random)}

## What to watch

| Board | Usual | Now |
| ----- | ----- | --- |
${rows(6, () => `[${thing(random)}](${address(random)}) | ${random.between(1, 99)} % | ${random.between(1, 99)} %`)}

${paragraph(random, 15)}

## Thanks

*${sentence(random)}* ~~${sentence(random)}~~ **${team(random)}** helped: ${observation(random)}.

${paragraph(random, 17)}
`;

/** The ordinary documents of a service, by file name. @type {readonly (readonly [string, OrdinaryDocument])[]} */
export const ordinaryDocuments = [
  ['README.md', readme],
  ['docs/interface.md', interfaceGuide],
  ['docs/storage-decision.md', decisionRecord],
  ['notes/meeting.md', meetingNotes],
  ['notes/on-call-handover.md', handover],
];

/**
 * @param {Random} random
 * @returns {string} one call of an interface
 */
function call(random) {
  const path = thing(random).replaceAll(' ', '/');
  return `## ${title(random)}

\`GET /v1/${path}/{id}\`

${paragraph(random, 6)}

| Field | Type | Meaning |
| ----- | ---- | ------- |
${rows(4, () => `\`${thing(random).replaceAll(' ', '_')}\` | string | ${clause(random)}`)}

\`\`\`json
{
  "${thing(random)}": ${random.between(1, 9999)},
  "${thing(random)}": ["${thing(random)}", "${thing(random)}"]
}
\`\`\`
`;
}

/**
 * @param {Random} random
 * @param {string} file
 * @param {readonly PlannedEntry[]} entries
 * @param {readonly PlannedEntry[]} mentions
 * @returns {string} a list that names entries in links and in running text
 */
function named(random, file, entries, mentions) {
  const chosen = [random.pick(entries), random.pick(entries), ...mentions];
  return chosen.map((entry) => `- ${linkTo(file, entry)}: ${clause(random)}\n`).join('');
}

/**
 * @param {Random} random
 * @param {number} count
 * @returns {string}
 */
const bullets = (random, count) => Array.from({ length: count }, () => `- ${sentence(random)}`).join('\n');

/**
 * @param {number} count
 * @param {() => string} row
 * @returns {string}
 */
const rows = (count, row) => Array.from({ length: count }, () => `| ${row()} |`).join('\n');
