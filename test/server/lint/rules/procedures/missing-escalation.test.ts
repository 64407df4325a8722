import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'missing-escalation';
const title = `RUN-001: Connection pool is exhausted
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: RUN-001 has no escalation`;
const skeleton = [
  '- **When to escalate**: [Point at which help is called]',
  '- **Who to contact**: [Person or group, and the channel]',
  '- **What to provide**: [Facts the next person needs]',
].join('\n');

test('an escalation by any name and in any form satisfies a runbook entry', () => {
  checkRule(rule, runEntry());
  checkRule(rule, runEntry({ escalation: '\n**Escalation:** the Data Team lead, after 15 minutes' }));
  checkRule(rule, runEntry({ escalation: '\n## Who to contact\n\nThe Data Team lead' }));
  checkRule(rule, runEntry({ category: 'Category: Escalation', escalation: null }));
});

test('a missing one is a warning on the entry, an empty one on its name', () => {
  checkRule(rule, runEntry({ title, escalation: null }));
  checkRule(rule, runEntry({ title, escalation: '```\n## Escalation\n- the lead\n```' }));
  checkRule(rule, runEntry({ escalation: '\n## Escalation\n   ^^^^^^^^^^ warning\n\n-\n' }));
});

const playbook = (framework: string): string => `//- /move.md
# Playbook: Move the pool

## Phases

### Phase 1: Move

**Gate Criteria:**

- [ ] Moved

**Decision Point:**

- **If it fails**: go back
- **Escalation**: ask the lead

## Decision Framework

### Go/No-Go Criteria

Ask.
${framework}
## Validation

- [ ] It works
`;

test('in a playbook the escalation of the decision framework counts, not that of a decision point', () => {
  checkRule(rule, playbook('\n### Escalation\n\nThe lead.\n'));
  checkRule(
    rule,
    playbook('').replace(
      '# Playbook: Move the pool',
      '# Playbook: Move the pool\n  ^^^^^^^^^^^^^^^^^^^^^^^ warning: This playbook',
    ),
  );
});

const feature = (sections: string): string => `//- /wrap.md
# Runbook
**Feature Name:** Gift wrap

## 1. Overview

Wraps.

## 2. System Overview

One service.
${sections}`;

const contacts = `
## 3. Emergency Contacts

| Role    | Name |
| ------- | ---- |
| On-call | Ada  |
`;

test('in a feature runbook a list of contacts alone does not say when to call', () => {
  checkRule(rule, feature(`${contacts}\n## 4. Escalation Procedures\n\n**Level 1: On-call**\n`));
  checkRule(rule, feature(contacts));
  checkRule(
    'incomplete-escalation',
    feature(
      contacts.replace(
        '## 3. Emergency Contacts\n',
        '## 3. Emergency Contacts\n   ^^^^^^^^^^^^^^^^^^^^^ information: when to escalate\n',
      ),
    ),
  );
  checkRule(rule, feature('').replace('# Runbook', '# Runbook\n  ^^^^^^^ warning: This feature runbook'));
});

test('contacts with a time limit or a level, or a time limit that names somebody, are an escalation', () => {
  for (const rest of [
    'If there is no answer in 15 minutes: CTO',
    'Level 2: lead of the shop',
    'After 30 min call Bob.',
  ]) {
    checkRule(rule, feature(`${contacts}\n${rest}\n`));
    checkRule('incomplete-escalation', feature(`${contacts}\n${rest}\n`));
  }
  checkRule(rule, feature('\n## 3. Support\n\nIf there is no answer within 15 minutes: CTO\n'));
  checkRule(rule, runEntry({ escalation: '\n## Contacts\n- Ada, pager 17' }));
  checkRule(
    'incomplete-escalation',
    runEntry({
      escalation: '\n## Contacts\n   ^^^^^^^^ information: when to escalate\n- Ada, pager 17',
    }),
  );
});

test('release runbooks have their contacts', () => {
  checkRule(rule, '//- /release.md\n# Release Runbook: Shop v1.2.0\n\n**Rollback Deadline:** 2 h\n');
});

test('the fix adds the section at its place', () => {
  checkFix(
    rule,
    runEntry({ escalation: null }),
    runEntry({ escalation: `\n## Escalation\n${skeleton}` }),
    'Escalation',
  );
  checkFix(
    rule,
    runEntry({ escalation: '\n## Escalation' }),
    runEntry({ escalation: `\n## Escalation\n${skeleton}` }),
    'Escalation',
  );
  const colonInside = skeleton.replace(/\*\*:/g, ':**');
  checkFix(rule, playbook(''), playbook(`\n### Escalation\n\n${skeleton}\n`), 'Escalation');
  checkFix(
    rule,
    feature('\n## 3. References\n\nNone.\n'),
    feature(`\n## 3. References\n\nNone.\n\n## 4. Escalation\n\n${colonInside}\n`),
    'Escalation',
  );
});

test('a time limit before or behind the person, and a section Getting help', () => {
  for (const words of [
    '## Help\n\nCall the DBA if it lasts longer than 15 minutes.',
    '## Getting help\n\n- #data-oncall after 10 minutes',
    '## Getting help\n\nThe lead of the Data Team, by pager.',
    'If you are stuck for more than 20 minutes, page the lead.',
  ])
    checkRule(rule, runEntry({ escalation: `\n${words}` }));
});

test('a section that is there and empty is filled, that of a document too', () => {
  checkFix(
    rule,
    playbook('\n### Escalation\n'),
    playbook(`\n### Escalation\n\n${skeleton}\n`),
    'Add "Escalation" to the document',
  );
});

test('a playbook without a decision framework gets the section at its end, with the next number', () => {
  const bare = (rest: string): string =>
    `//- /move.md\n# Playbook: Move the pool\n\n## 1. Phases\n\n### Phase 1: Move\n\n**Gate Criteria:**\n\n- [ ] Moved\n\n## 2. Validation\n\n- [ ] It works\n${rest}`;
  checkFix(
    rule,
    bare(''),
    bare(`\n## 3. Escalation\n\n${skeleton.replace(/\*\*:/g, ':**')}\n`),
    'Add "Escalation" to the document',
  );
});

test('the escalation of an entry in the document is not that of the document', () => {
  const entry = `\n## RUN-009: Printer is down\n\n**Status**: Active\n\n### Steps\n\n1. Run \`cups restart\`\n\n### Escalation\n\nCall Ada, and tell her the error.\n`;
  checkRule(
    rule,
    feature(entry).replace(
      '# Runbook',
      '# Runbook\n  ^^^^^^^ warning: This feature runbook has no escalation path',
    ),
  );
});

test('in a playbook a time limit that names somebody is none of it', () => {
  checkRule(
    rule,
    playbook('')
      .replace('Ask.', 'After 30 min call Bob.')
      .replace(
        '# Playbook: Move the pool',
        '# Playbook: Move the pool\n  ^^^^^^^^^^^^^^^^^^^^^^^ warning: This playbook has no escalation path',
      ),
  );
});

test('an entry that is about escalation says so in its category, at the beginning', () => {
  checkRule(rule, runEntry({ category: 'Category: Incident without escalation', escalation: null, title }));
});

test('indented words below the list that the fix adds stay out of it', () => {
  const entry = (added: string, below: string): string => `//- /SoT.OPS.md\n# RUN-001: Pool${added}${below}`;
  const added = `\n\n## Escalation\n\n${skeleton}`;
  for (const [below, parted] of [
    ['\n  # Notes\n\nNone.\n', '\n\n---\n\n  # Notes\n\nNone.\n'],
    ['\n\n   # Notes\n\nNone.\n', '\n\n---\n\n   # Notes\n\nNone.\n'],
    ['\n\n# Notes\n\nNone.\n', '\n\n# Notes\n\nNone.\n'],
    ['\n\n # Notes\n\nNone.\n', '\n\n # Notes\n\nNone.\n'],
  ] as const)
    checkFix(rule, entry('', below), entry(added, parted), 'Escalation');
});

test('a chain of command', () => {
  checkRule(
    'missing-escalation',
    runEntry({ escalation: '\n## Chain of command\n\n1. Lead, after 15 minutes\n2. CTO' }),
  );
});
