import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotFile } from '../../run-entry';

const rule = 'unverified-procedure';

const list = (...items: string[]): string =>
  runEntry({
    procedure: `\n## Steps\n\n${items.map((item, index) => `${String(index + 1)}. ${item}`).join('\n')}`,
  });

const none = (...items: string[]): string =>
  list(...items).replace('## Steps', '## Steps\n   ^^^^^ warning: No step of "Steps"');

test('a list without any verification is one warning on its section', () => {
  checkRule(
    rule,
    none(
      '**Assess**: `pgb sessions`',
      '**Mitigate**: `pgb restart`',
      '**Resolve**: `pgb tune`',
      '**Document**: write it down',
    ),
  );
  // a first item that checks looks at the problem, not at what the others did
  checkRule(rule, none('Verify the alert', 'Restart with `pgb restart`'));
  checkRule(rule, none('Restart with `pgb restart`').replace(/1\./g, '7)'));
});

test('a verification in an item, a later check, a section or boxes behind the list satisfy it', () => {
  checkRule(rule, list('Restart: `pgb restart`\n   - Verify: the gauge falls', 'Announce it'));
  checkRule(rule, list('**Prepare**: `a`', '**Deploy**: `b`', '**Verify**: `c`', '**Monitor**: `d`'));
  checkRule(rule, list('Restart: `pgb restart`', 'Wait until the gauge is below 50 %'));
  checkRule(rule, list('Restart: `pgb restart`', 'Announce it\n\n- [ ] The gauge is below 50 %'));
  checkRule(
    rule,
    list('Restart: `pgb restart`', 'Announce it\n\n## Verification\n\nThe gauge is below 50 %'),
  );
});

test('a list that only looks or tells changes nothing', () => {
  checkRule(rule, list('Investigate with `pgb sessions`', 'Notify the lead'));
});

test('the verification of a rollback is that of the rollback', () => {
  checkRule(
    rule,
    sotFile(`
## DEP-001: Roll out

**ID**: DEP-001
**Category**: Application
**Status**: Active

### Deployment Steps
    ^^^^^^^^^^^^^^^^ warning

1. Deploy: \`shopctl deploy\`

### Rollback Procedure

1. Go back: \`shopctl undo\`
   - Verify: the old version answers`),
  );
});

const feature = (section: string): string => `//- /wrap.md
# Runbook

**Feature Name:** Gift wrap

## 4. Deployment Procedures

${section}`;

test('outside of entries sections named after steps are judged; resolutions, checklists and rollbacks are not', () => {
  const items = '1. Restart: `pgb restart`\n2. Announce it\n';
  checkRule(rule, feature(`### 4.1 Deployment Steps\n    ^^^^^^^^^^^^^^^^^^^^ warning\n\n${items}`));
  checkRule(rule, feature(`#### Issue 1: Slow\n\n**Resolution:**\n${items}`));
  checkRule(rule, feature(`#### Daily\n\n${items}`));
  checkRule(rule, feature(`### 7.2 Rollback Steps\n\n${items}`));
});

test('the fix adds a verification to fill in to each step that does something', () => {
  checkFix(
    rule,
    list('**Mitigate**: `pgb restart`', '**Tune**: `pgb tune`', '**Document**: write it down'),
    list(
      '**Mitigate**: `pgb restart`\n   - Verify: [What shows that it worked]',
      '**Tune**: `pgb tune`\n   - Verify: [What shows that it worked]',
      '**Document**: write it down',
    ),
    'Verify',
  );
});

test.each([
  'Escalate to leadership',
  'Immediately escalate to leadership',
  'If it is still down, escalate to leadership',
  'When nobody answers, then page the lead',
  'Leadership escalation',
  'Escalation to the database team',
  'Reach out to the vendor',
  'Loop in the database team',
  'Let the customers know',
  'Raise it with the vendor',
])('"%s" tells somebody, and changes nothing', (words) => {
  checkRule(rule, list('Page the lead: `page lead`', words));
});

test('what is done besides telling is asked for a verification', () => {
  checkRule(rule, none('If it is down, notify the lead and restart the pool', 'Stop it with `pgb stop`'));
  checkRule(rule, none('Bring in the lead and fail over', 'Stop it with `pgb stop`'));
});

test.each([
  '### After the incident\n\n1. Scale the pool back\n2. Remove the flag',
  '### Once the incident is resolved\n\n1. Scale the pool back\n2. Remove the flag',
  '### Follow-up actions\n\n- Scale the pool back\n- Remove the flag',
  '**After the incident:**\n\n1. Scale the pool back\n2. Remove the flag',
  'After resolution:\n\n1. Scale the pool back\n2. Remove the flag',
])('what is done after the work needs none: %s', (after) => {
  checkRule(rule, list(`Restart: \`pgb restart\`\n   - Verify: the gauge falls\n\n${after}`));
  checkRule(
    'missing-verification',
    list(`Restart: \`pgb restart\`\n   - Verify: the gauge falls\n\n${after}`),
  );
});
