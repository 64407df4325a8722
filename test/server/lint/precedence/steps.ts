/** Pairs of rules about steps and their verification; «…» stands around what the yielding rule would report. */
import { change, feature } from '../documents';
import { runEntry, sotFile } from '../run-entry';

const steps = (procedure: string): string => runEntry({ procedure: `\n## Procedure\n\n${procedure}` });
const fence = (command: string): string => `\`\`\`bash\n${command}\n\`\`\`\n`;

export const stepPairs: Readonly<Record<string, string>> = {
  'missing-verification < empty-verification': steps(
    `### «Step 1: Restart the pooler»\n${fence('pgb restart')}\nVerification:\n`,
  ),
  'missing-verification < unguarded-destructive-command': steps(
    `### «Step 1: Clean up»\n${fence('rm -rf /srv/cache')}`,
  ),
  'missing-verification < unverified-procedure': steps('1. Drain the host\n2. «Restart the pooler»\n'),
  'missing-verification < unverified-rollback': change(
    change(feature, /#### Step 2: Verify Rollback[^]*?(?=## 8)/, ''),
    'Step 1: Hide the option',
    '«Step 1: Hide the option»',
  ),
  'unverified-rollback < empty-verification': change(
    change(feature, /#### Step 2: Verify Rollback[^]*?(?=## 8)/, '**Verification:**\n\n'),
    '7.2 Rollback Steps',
    '«7.2 Rollback Steps»',
  ),
  'unguarded-destructive-command < empty-verification': steps(
    `### Step 1: Clean up\n${fence('«rm -rf» /srv/cache')}\nVerification:\n`,
  ),
  'unreadable-procedure < missing-entry-section': sotFile(`
## DEP-001: Deploy the pool

**ID**: DEP-001
**Category**: Release
**Status**: Active
**Owner**: Data Team
**Created**: 2026-10-01
**Last Updated**: 2026-11-01

### Overview

Deploys the pool without a break.

### «Deployment Steps»

### Rollback Procedure

1. Deploy the version before: RUN-001

### Related IDs

- RUN-001 - way back
`),
  'unverified-procedure < empty-verification': runEntry({
    procedure: '\n## «Procedure»\n\n1. Drain the host\n   - Verify:\n2. Restart the pooler\n',
  }),
};
