/** The frame of a Source-of-Truth file: front matter, navigation and change log around its entries. */
import { linkTo } from '../links.mjs';
import { author, createdDate, recentDate } from '../words.mjs';

/** @typedef {import('../plan.mjs').PlannedEntry} PlannedEntry */
/** @typedef {import('../random.mjs').Random} Random */

/** What the prefixes of a file stand for. @type {Readonly<Record<string, string>>} */
const meanings = {
  DEP: 'Deployment Procedures',
  GTM: 'Go-to-Market Activities',
  RUN: 'Operational Runbooks',
  MON: 'Monitoring & Alerting',
  RISK: 'Operational Risks',
};

/**
 * @param {object} parts
 * @param {Random} parts.random
 * @param {string} parts.file path of the document
 * @param {string} parts.title
 * @param {readonly PlannedEntry[]} parts.entries those that the file holds, in its order
 * @param {readonly PlannedEntry[]} [parts.elsewhere] entries of other files that the navigation names too
 * @param {readonly string[]} parts.bodies their texts
 * @returns {string}
 */
export function sotFile({ random, file, title, entries, elsewhere = [], bodies }) {
  const prefixes = [...new Set(entries.map(({ id }) => prefixOf(id)))];
  return `---
version: 1.${random.between(0, 9)}
purpose: Source of Truth for how ${title.toLowerCase()} is run.
id_prefix: ${prefixes.map((prefix) => `${prefix}-XXX`).join(', ')}
last_updated: ${recentDate(random)}
authority: This is a SoT file - the IDs defined here are referenced by playbooks, runbooks and notes
---

# ${title} (SoT File)

> **Purpose**: What is deployed, watched and repaired here.
> **ID Prefixes**: ${prefixes.map((prefix) => `${prefix} (${meanings[prefix] ?? prefix})`).join(', ')}
> **Status**: Active SoT file

## Navigation by Category

${prefixes.map((prefix) => navigation(file, prefix, [...entries, ...elsewhere])).join('\n')}
---

${bodies.join('\n---\n\n')}
---

## Change Log

| Date       | ID       | Change        | Author    |
| ---------- | -------- | ------------- | --------- |
${entries.map(({ id }) => `| ${createdDate(random)} | ${id} | Created entry | ${author(random)} |`).join('\n')}
`;
}

/**
 * @param {string} file
 * @param {string} prefix
 * @param {readonly PlannedEntry[]} entries of all prefixes
 * @returns {string}
 */
function navigation(file, prefix, entries) {
  const own = entries.filter(({ id }) => prefixOf(id) === prefix);
  const bullets = own.map((entry) => `- ${linkTo(file, entry)} - ${entry.title}\n`).join('');
  return `**${meanings[prefix] ?? prefix}** (${own[0]?.id ?? ''} to ${own.at(-1)?.id ?? ''}):\n\n${bullets}`;
}

/** @param {string} id */
const prefixOf = (id) => id.slice(0, id.indexOf('-'));
