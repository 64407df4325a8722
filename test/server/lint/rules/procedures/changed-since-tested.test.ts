import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';

const rule = 'changed-since-tested';
const [first, second] = '0ed66f7220d7 9db4ee93e476'.split(' ');

interface Given {
  readonly gauge?: string;
  readonly tested?: string;
  readonly outcome?: string;
  readonly steps?: readonly string[];
  readonly finding?: string;
  readonly box?: string;
}

const files = ({
  gauge = 'pgbouncer-gauge --pool orders',
  tested = '2026-08-14',
  outcome = 'succeeded',
  steps = [`${first ?? ''} Restart the pooler`, `${second ?? ''} Check the gauge`],
  finding = '',
  box = '',
}: Given): string => `//- /RUN-001-pool.md
RUN-001: Connection pool is exhausted
Category: Incident
Trigger: The pool gauge is above 90 %
Owner: Data Team
Last Tested: ${tested}
${finding}

## Procedure

### Step 1: Restart the pooler

\`\`\`bash
systemctl restart pgbouncer
\`\`\`

### Step 2: Check the gauge

\`\`\`bash
${gauge}
\`\`\`
${box}
//- /runs/2026-08-14-0912-RUN-001.md
---
runbook: run
of: ../RUN-001-pool.md
entry: RUN-001
title: "Connection pool is exhausted"
started: 2026-08-14T09:12:00Z
ended: 2026-08-14T09:20:00Z
outcome: ${outcome}
drill: true
who: "Ada"
steps:
${steps.map((step) => `  - "${step}"`).join('\n')}
---

# Drill of RUN-001: Connection pool is exhausted
`;

test('a step with another command is said, with the day on which it was run', () => {
  checkRule(
    rule,
    files({
      gauge: 'pgbouncer-gauge --watch',
      finding:
        '             ^^^^^^^^^^ information: 1 step changed since the test of 2026-08-14: ~ "Check the gauge"',
    }),
  );
});

test('so are steps that came and went', () => {
  checkRule(
    rule,
    files({
      steps: [`${first ?? ''} Restart the pooler`, '0123456789ab Call the lead, then wait'],
      finding:
        '             ^^^^^^^^^^ information: 2 steps changed since the test of 2026-08-14: + "Check the gauge", − "Call the lead, then wait"',
    }),
  );
});

test('steps as they were run are fine', () => {
  checkRule(rule, files({}));
});

test('a run that did not succeed is no test', () => {
  checkRule(rule, files({ gauge: 'pgbouncer-gauge --watch', outcome: 'rolled-back' }));
});

test('a later test says more than an earlier record', () => {
  checkRule(rule, files({ gauge: 'pgbouncer-gauge --watch', tested: '2026-10-02' }));
});
