import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'step-without-command';

const step = (title: string, body: string): string =>
  runEntry({
    procedure: `\n## Procedure\n\n### Step 1: ${title}\n${body}\n\nVerification:\n- [ ] The gauge falls`,
  });

test('code, links, addresses, ways through an interface and procedures to follow are something to do', () => {
  for (const body of [
    '```bash\npgb restart\n```',
    'Run `pgb restart`.',
    'Open https://grafana.example/d/pool and look.',
    'See the [dashboard](pool.md).',
    'Go to Settings > Access > Keys.',
    'Click **Restart**.',
    'Follow RUN-004.',
  ])
    checkRule(rule, step('Restart the pooler', body));
});

test('words alone are information on the title', () => {
  checkRule(
    rule,
    step(
      'Restart the pooler\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^ information: no command',
      'Restart it on all hosts.',
    ),
  );
});

test('steps that tell, wait or decide are a hint', () => {
  checkRule(
    rule,
    step('Monitor for 15 minutes\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint', 'Look at the boards.'),
  );
  checkRule(rule, step('Notify support\n    ^^^^^^^^^^^^^^^^^^^^^^ hint', 'They tell the customers.'));
});

test('items of lists are judged in runbook entries', () => {
  checkRule(
    rule,
    runEntry({
      procedure:
        '\n## Steps\n1. Restart it on all hosts\n   ^^^^^^^^^^^^^^^^^^^^^^^ information\n2. Verify: `pgb gauge`',
    }),
  );
  checkRule(
    rule,
    '//- /p.md\n# Playbook: Move\n\n## Phases\n\n### Phase 1: Move\n\n**Tasks:**\n1. Move it\n\n**Gate Criteria:**\n- [ ] Moved\n',
  );
});
