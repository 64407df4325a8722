/** What authors call the parts of a document: the same findings under names near those of the templates. */
import { describe, test } from 'vitest';
import { checkRule } from '../../support/check-rule';
import { change, feature, playbook, release } from './documents';
import { runEntry } from './run-entry';

/** Rule, document, what stands in it, and what may stand there instead. */
const names: readonly (readonly [rule: string, text: string, from: string, to: readonly string[]])[] = [
  [
    'missing-overview',
    playbook,
    '**Motivation:**',
    ['*Rationale:*', '*Why now:*', '_Background_:', '**Business case:**', 'Context:'],
  ],
  [
    'missing-overview',
    playbook,
    '**Success Criteria:**',
    ['*Success metrics:*', '**Success looks like:**', '**We succeed if:**'],
  ],
  ['missing-communication', playbook, '## Communication Plan', ['## Comms', '## Comms plan']],
  ['missing-objective', playbook, '**Objective:** The new', ['**What this achieves:** The new']],
  ['missing-gate-criteria', playbook, '**Gate Criteria:**', ['**Go criteria:**']],
  ['incomplete-issue', feature, '**Symptoms:**', ['**Problem:**', '**How it shows:**', '*Signs:*']],
  ['incomplete-issue', feature, '**Resolution:**', ['**How to fix:**', '**Resolve:**']],
  ['incomplete-issue', feature, '**Prevention:**', ['**Avoid:**', '**Preventing it:**']],
  ['missing-smoke-test', release, '## 5. Smoke Tests', ['## 5. Smoke test plan']],
  ['missing-go-no-go', release, '**Go/No-Go Decision:**', ['**Decision to proceed:**', '**Ship decision:**']],
  ['missing-release-field', release, '**Rollback Deadline:**', ['**Rollback window:**']],
  ['missing-trigger', runEntry(), 'Trigger:', ['Use when:', 'Trigger condition:', 'Applies when:']],
  ['missing-last-tested', runEntry(), 'Last Tested:', ['Tested:', 'Last drill date:']],
  [
    'missing-prerequisites',
    runEntry(),
    '## Prerequisites',
    ['## Prerequisites & access', '## Prerequisites and tools'],
  ],
];

describe.each(names)('%s', (rule, text, from, to) => {
  test.each(to)(`${from} as %s`, (name) => {
    checkRule(rule, change(text, from, name));
  });
});

test.each([
  'RTO is 4 h and RPO is 0.',
  'RTO: 4 h; RPO: 0',
  'We hold an RTO of 4 hours and an RPO of 5 minutes.',
])('recovery objectives in a sentence: %s', (words) => {
  checkRule('missing-recovery-objective', change(feature, /- \*\*RTO[^]*?\n(?=\n## )/, `${words}\n`));
});

test.each(['alembic upgrade head', 'flyway migrate', 'goose up'])('a migration by %s', (command) => {
  checkRule(
    'migration-without-step',
    change(change(release, 'Run the database migration', 'Update the store'), 'shopctl migrate up', command),
  );
});

test.each([
  '*(Expected: the gauge falls)*',
  '*Expected: the gauge falls*',
  '-> Expected: the gauge falls',
  'The gauge should fall.',
])('a step is confirmed by %s', (words) => {
  const entry = runEntry().replace('Verification:\n- [ ] The pool gauge is below 50 %', words);
  checkRule('missing-verification', entry);
  checkRule('empty-verification', entry);
});

test.each([
  'If it is not over after 15 minutes, page the lead of the Data Team with the start time.',
  'Call the lead of the Data Team within 15 minutes. Have the start time ready.',
])('an escalation in a sentence: %s', (words) => {
  checkRule('incomplete-escalation', runEntry({ escalation: `\n## Escalation\n\n${words}` }));
});
