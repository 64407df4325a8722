import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'incomplete-escalation';

test('when, whom and what in any form are complete', () => {
  checkRule(rule, runEntry());
  checkRule(
    rule,
    runEntry({
      escalation: '\n## Escalation\nAfter 15 minutes call the Data Team lead and tell them what you did.',
    }),
  );
});

test('what is missing is named, on the name of the escalation', () => {
  checkRule(
    rule,
    runEntry({
      escalation:
        '\n## Escalation\n   ^^^^^^^^^^ information: what to provide\n- **When to escalate**: after 15 minutes\n- **Who to contact**: the lead',
    }),
  );
  checkRule(
    rule,
    runEntry({
      escalation:
        '\n## Escalation\n   ^^^^^^^^^^ information: whom to contact\n- **When to escalate**: after 15 minutes\n- **Who to contact**:\n- **What to provide**: the log',
    }),
  );
});

test.each([
  ['Stay calm.', 'when to escalate, whom to contact or what to provide'],
  ['Wait one hour.', 'whom to contact or what to provide'],
  ['Call the lead.', 'when to escalate or what to provide'],
  ['Attach the log.', 'when to escalate or whom to contact'],
  ['Call the lead and attach the log.', 'when to escalate, so'],
])('"%s" does not say %s', (escalation, missing) => {
  checkRule(
    rule,
    runEntry({
      escalation: `\n## Escalation\n   ^^^^^^^^^^ information: does not say ${missing}\n${escalation}`,
    }),
  );
});

test('levels say when and whom; a missing escalation is another rule', () => {
  checkRule(
    rule,
    runEntry({
      escalation:
        '\n## Escalation\n\n| Level | Contact | Trigger Condition |\n| --- | --- | --- |\n| L1 | Ada | Alert fires |',
    }),
  );
  checkRule(rule, runEntry({ escalation: null }));
});

test('what a comment says is not said', () => {
  checkRule(
    rule,
    runEntry({
      escalation:
        '\n## Escalation\n   ^^^^^^^^^^ information: when to escalate, so\nCall the lead and attach the log. <!-- after 15 minutes -->',
    }),
  );
});

test('what stands in another escalation of the entry counts, a blank one says nothing', () => {
  checkRule(
    rule,
    runEntry({
      escalation:
        '\n## Escalation\nCall the Data Team lead after 15 minutes.\n\n## Escalation information\nAttach the log.',
    }),
  );
  checkRule(
    rule,
    runEntry({
      escalation:
        '\n## Escalation\n\n## Escalation Path\n   ^^^^^^^^^^^^^^^ information: what to provide\nCall the lead after 15 minutes.',
    }),
  );
});

test('levels need no more than when', () => {
  checkRule(
    rule,
    runEntry({ escalation: '\n## Escalation\n- L1: Ada, after 5 minutes\n- L2: Bob, after 15 minutes' }),
  );
  checkRule(
    rule,
    runEntry({
      escalation: '\n## Escalation\n   ^^^^^^^^^^ information: when to escalate, so\n- L1: Ada\n- L2: Bob',
    }),
  );
});

test('a table of another section is none of the escalation', () => {
  checkRule(
    rule,
    runEntry({
      escalation:
        '\n## Escalation\n   ^^^^^^^^^^ information: whom to contact or what to provide\nWait one hour.\n\n## Limits\n\n| Gauge | Limit |\n| --- | --- |\n| Pool | 90 |',
    }),
  );
});

test('contacts of an entry need a time limit, somewhere in it', () => {
  const contacts = '\n## Contacts\n- Ada, pager 17';
  checkRule(rule, runEntry({ escalation: `${contacts}\n\nIf there is no answer within 15 minutes: CTO` }));
  checkRule(rule, runEntry({ escalation: contacts, post: '\n## Notes\nAfter 30 min call Bob.' }));
});

test('levels in the contacts of a feature runbook say when, and so does an escalation beside them', () => {
  const feature = (rest: string, caret = ''): string => `//- /wrap.md
# Runbook
**Feature Name:** Gift wrap

## 1. Overview

Wraps.

## 2. System Overview

One service.

## 3. Emergency Contacts
${caret}
| Role    | Name |
| ------- | ---- |
| On-call | Ada  |
${rest}`;
  const found = '   ^^^^^^^^^^^^^^^^^^^^^ information: when to escalate\n';
  checkRule(rule, feature('', found));
  checkRule(rule, feature('\nEscalate when Ada does not answer.\n'));
  checkRule(rule, feature('\n## 4. Escalation Procedures\n\nCall Bob.\n'));
  checkRule(rule, feature('\n## 4. Escalation Procedures\n', found));
});

test('labels that stand in no section of their own are complete together', () => {
  const labels =
    '- **When to escalate**: after 15 minutes\n- **Who to contact**: the lead\n- **What to provide**: the log';
  checkRule(rule, runEntry({ escalation: `\nHelp:\n\n${labels}` }));
  checkRule(rule, runEntry({ escalation: `\n${labels}` }));
});

test('who is on duty in a paging service can be contacted', () => {
  checkRule(
    rule,
    runEntry({ escalation: '\n## Escalation\nAfter 15 minutes: PagerDuty, schedule `data`, with the log.' }),
  );
});
