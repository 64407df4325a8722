import { test } from 'vitest';
import { checkRule } from '../../support/check-rule';

const header = `//- /RUN-001-pool.md
RUN-001: Pool is exhausted
Category: Incident
Trigger: MON-001 alert
Owner: Data team
Last Tested: 2026-11-01

`;

test('a step without verification is a warning on its heading', () => {
  checkRule(
    'missing-verification',
    `${header}## Procedure

### Step 1: Restart the pool
    ^^^^^^^^^^^^^^^^^^^^^^^^ warning: how to confirm

\`\`\`bash
systemctl restart pool
\`\`\`

### Step 2: Announce it
    ^^^^^^^^^^^^^^^^^^^ warning
`,
  );
});

test('a verification in any form satisfies it', () => {
  checkRule(
    'missing-verification',
    `${header}## Procedure

### Step 1: Restart the pool

Run \`systemctl restart pool\`.

**How to confirm:** the gauge falls

### Step 2: Restart the workers

\`\`\`bash
systemctl restart workers
\`\`\`

- [ ] workers are up

### Step 3: Raise the limit
Verification:
- [ ] limit is 200
`,
  );
});

test('a later check covers the steps before it: information', () => {
  checkRule(
    'missing-verification',
    `${header}## Procedure

### Step 1: Restart the pool
    ^^^^^^^^^^^^^^^^^^^^^^^^ information: later check

### Step 2: Verify the pool
`,
  );
});
