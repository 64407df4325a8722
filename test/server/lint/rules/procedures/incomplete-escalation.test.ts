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
