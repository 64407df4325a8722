/** Where hostile text stands: in each part of a document that is judged, in one that is not, and in whole documents. */

/** @typedef {(text: string) => Readonly<Record<string, string>>} Place puts a text into the files of a folder */

/** @type {(parts?: Readonly<Record<string, string>>) => string} */
const operations = (parts = {}) => `---
id_prefix: RUN-XXX
${parts['front'] ?? 'owner: "@sre"'}
---

# Operations

## Navigation

${parts['navigation'] ?? '- [RUN-001: Restart the pool](#run-001-restart-the-pool)'}

## RUN-001: ${parts['title'] ?? 'Restart the pool'}

**ID**: RUN-001
**Category**: ${parts['category'] ?? 'Incident'}
**Owner**: ${parts['owner'] ?? '@sre'}
**Last Tested**: ${parts['tested'] ?? '2026-10-01'}
**Trigger**: ${parts['trigger'] ?? 'An alert'}
**Related IDs**: ${parts['related'] ?? 'MON-001'}

${parts['text'] ?? 'It restarts.'}

### Steps

${parts['steps'] ?? `#### Step 1: ${parts['step'] ?? 'Restart'}\n\n\`\`\`sh\n${parts['code'] ?? 'make restart'}\n\`\`\``}

### Verification

${parts['verification'] ?? '- `make status` is green'}

### Rollback

${parts['rollback'] ?? '1. Undo it with `make undo`'}

### Escalation

${parts['escalation'] ?? '- Level 1: @oncall, after 10 minutes\n- Level 2: @lead'}

${parts['end'] ?? ''}
`;

/** @type {(parts?: Readonly<Record<string, string>>) => string} */
const playbook = (parts = {}) => `---
title: ${parts['front'] ?? 'Move the shop'}
---

# Playbook: Move the shop

**Owner**: @sre
**Status**: ${parts['status'] ?? 'Active'}

## Overview

${parts['overview'] ?? 'Moves it.'}

## Phase 1: ${parts['phase'] ?? 'Prepare'}

**Duration**: ${parts['duration'] ?? '2 hours'}

### Tasks

${parts['tasks'] ?? '- [ ] Do RUN-001'}

### Gate Criteria

${parts['gate'] ?? '- [ ] All is green'}

## Phase 2: Do

**Dependencies**: ${parts['dependencies'] ?? 'Requires Phase 1'}

### Go/No-Go

${parts['decision'] ?? 'Go when it is green.'}

## Rollback Plan

${parts['plan'] ?? '| Phase | Action |\n|---|---|\n| 1 | Undo |'}

## Risks

${parts['risks'] ?? '- RISK-001'}

## Change Log

${parts['log'] ?? '| Date | Change |\n|---|---|\n| 2026-01-01 | New |'}
`;

/** @type {(part: string, around?: (text: string) => string) => Place} */
const inEntry =
  (part, around = (text) => text) =>
  (text) => ({ 'SoT.OPERATIONS.md': operations({ [part]: around(text) }) });

/** @type {(part: string, around?: (text: string) => string) => Place} */
const inPlaybook =
  (part, around = (text) => text) =>
  (text) => ({ 'move-playbook.md': playbook({ [part]: around(text) }) });

/**
 * Places for a text of one line.
 * @type {Readonly<Record<string, Place>>}
 */
export const linePlaces = {
  'a paragraph': inEntry('text', (text) => `Restart ${text} x`),
  'a title': inEntry('title'),
  Category: inEntry('category'),
  Owner: inEntry('owner'),
  'Last Tested': inEntry('tested'),
  Trigger: inEntry('trigger'),
  'Related IDs': inEntry('related'),
  'front matter': inEntry('front', (text) => `owner: x${text}`),
  'a navigation bullet': inEntry('navigation', (text) => `- [RUN-001: ${text}](#run-001-restart-the-pool)`),
  'a step': inEntry('step'),
  'a step in a list': inEntry('steps', (text) => `1. Restart ${text}x\n2. ${text}`),
  'a command': inEntry('code'),
  'a verification': inEntry('verification', (text) => `- ${text}`),
  'a rollback': inEntry('rollback', (text) => `1. ${text}`),
  'an escalation': inEntry('escalation', (text) => `- Level 1: escalate to ${text}x\n- Level 2`),
  'an escalation table': inEntry(
    'escalation',
    (text) => `| Level | Escalate to |\n|---|---|\n| L1 | Escalate to ${text} |\n| L2 | b |`,
  ),
  'a heading': inEntry('text', (text) => `### ${text}`),
  brackets: inEntry('text', (text) => `See [${text}] now`),
  'a link': inEntry('text', (text) => `See [x](${text}) now`),
  'angle brackets': inEntry('text', (text) => `See <${text}> now`),
  'code in text': inEntry('text', (text) => `See \`${text}\` now`),
  'a comment': inEntry('text', (text) => `<!-- ${text} -->`),
  'a table': inEntry('text', (text) => `| a | b |\n|---|---|\n| ${text} | c |`),
  'a task': inPlaybook('tasks', (text) => `- [ ] ${text}`),
  'a phase': inPlaybook('phase'),
  Dependencies: inPlaybook('dependencies', (text) => `Requires Phases 1, ${text}`),
  Status: inPlaybook('status'),
  Duration: inPlaybook('duration'),
  'a gate': inPlaybook('gate', (text) => `- [ ] ${text}`),
  'a rollback plan': inPlaybook('plan', (text) => `| Phase | Action |\n|---|---|\n| 1 | ${text} |`),
  'the title of a playbook': inPlaybook('front'),
};

/**
 * Places for a text of lines.
 * @type {Readonly<Record<string, Place>>}
 */
export const blockPlaces = {
  'an entry': inEntry('text'),
  'the end': inEntry('end'),
  navigation: inEntry('navigation'),
  steps: inEntry('steps'),
  commands: inEntry('code'),
  verification: inEntry('verification'),
  rollback: inEntry('rollback'),
  escalation: inEntry('escalation'),
  'front matter': inEntry('front'),
  overview: inPlaybook('overview'),
  tasks: inPlaybook('tasks'),
  gates: inPlaybook('gate'),
  'go or no-go': inPlaybook('decision'),
  'a rollback plan': inPlaybook('plan'),
  risks: inPlaybook('risks'),
  'a change log': inPlaybook('log'),
  'a release': (text) => ({
    'release-2.4.0.md': `---\nrunbook: release\n---\n\n# Release 2.4.0 Runbook\n\n**Version**: 2.4.0\n\n## Pre-deployment\n\n- [ ] a\n\n## Deployment\n\n1. Deploy\n\n${text}\n\n## Smoke tests\n\n- a\n`,
  }),
  'a single entry': (text) => ({
    'SoT.OPERATIONS.md': operations(),
    'runbooks/RUN-002-x.md': `---\nrunbook: entry\n---\n\n# RUN-002: x\n\n${text}\n`,
  }),
  'a register of risks': (text) => ({ 'SoT.RISKS.md': `# Risks\n\n## RISK-001: a\n\n${text}\n` }),
  'a document of no kind': (text) => ({ 'SoT.OPERATIONS.md': operations(), 'notes.md': text }),
  'an entry with a footnote': inEntry('text', (text) => `x[^1]\n\n[^1]: y\n\n${text}`),
  'a quote': inEntry('text', (text) => `> ${text.replaceAll('\n', '\n> ')}`),
  'an item': inEntry('text', (text) => `- ${text.replaceAll('\n', '\n  ')}`),
};
