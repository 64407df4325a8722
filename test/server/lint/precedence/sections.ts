/** Pairs of rules about sections and whole documents; «…» stands around what the yielding rule would report. */
import { runEntry as sotEntry, sotTop } from '../../../support/sot';
import { change, playbook, release } from '../documents';
import { runEntry, sotFile } from '../run-entry';

const phase = change(playbook, /### Phase 2: Copy[^]*?(?=### Phase 3)/, '### «Phase 2: Copy»\n\n');
const run = '- [RUN-001](#run-001-pool-is-full) - Pool is full';

export const sectionPairs: Readonly<Record<string, string>> = {
  'empty-section < empty-verification': runEntry({
    procedure:
      '\n## Procedure\n\n### Step 1: Restart the pooler\n```bash\npgb restart\n```\n\n#### «Verification»\n',
  }),
  'empty-section < empty-rollback': change(
    playbook,
    /## Rollback Plan[^]*?(?=## Communication Plan)/,
    '## «Rollback Plan»\n\n',
  ),
  'empty-section < missing-gate-criteria': phase,
  'empty-section < missing-objective': phase,
  'empty-section < missing-tasks': phase,
  'empty-section < missing-rollback': phase,
  'empty-section < missing-escalation': runEntry({ escalation: '\n## «Escalation»' }),
  'empty-section < missing-prerequisites': runEntry({ prerequisites: '\n## «Prerequisites»' }),
  'incident-without-alert < missing-trigger': runEntry({
    title: '«RUN-001: Connection pool is exhausted»',
    trigger: null,
  }),
  'empty-section < missing-trigger': runEntry({
    trigger: null,
    post: '\n## Post-Incident\n- [ ] Write the timeline\n\n## «When to Use»',
  }),
  'empty-section < unreadable-procedure': runEntry({ procedure: '\n## «Procedure»' }),
  'empty-section < missing-scope': runEntry({ scope: '\n## «Scope»' }),
  'empty-section < missing-entry-section': sotFile(
    '## DEP-001: Roll out\n\n**ID**: DEP-001\n**Status**: Active\n**Owner**: Web\n\n### «Deployment Steps»\n\n### Rollback Procedure\n\n1. Run `make back`\n   - Verify: it answers\n',
  ),
  'empty-section < missing-section': `//- /alerts/.runbook.yaml
kinds: [{ name: page, files: '*.md', sections: [{ name: Meaning, required: true }] }]
//- /alerts/DiskFull.md
# DiskFull

## «Meaning»
`,
  'missing-role < missing-field': `//- /alerts/.runbook.yaml
kinds:
  - { name: page, files: '*.md', roles: { owner: on }, fields: [{ name: Keeper, required: true, sets: owner }] }
//- /alerts/DiskFull.md
# «DiskFull»

Text.
`,
  'missing-role < missing-section': `//- /alerts/.runbook.yaml
kinds: [{ name: page, files: '*.md', roles: { rollback: on }, sections: [{ name: Rollback, required: true }] }]
//- /alerts/DiskFull.md
# «DiskFull»

Text.
`,
  'section-content < missing-section': `//- /alerts/.runbook.yaml
kinds: [{ name: page, files: '*.md', sections: [{ name: Mitigation, required: true, holds: [code] }] }]
//- /alerts/DiskFull.md
# DiskFull

## «Mitigation»
`,
  'section-content < empty-section': `//- /alerts/.runbook.yaml
kinds: [{ name: page, files: '*.md', sections: [{ name: Mitigation, holds: [code] }] }]
//- /alerts/DiskFull.md
# DiskFull

## «Mitigation»

## Next

Look.
`,
  'section-order < misplaced-section': `//- /alerts/.runbook.yaml
kinds:
  - { name: page, files: '*.md', order: fixed, sections: [{ name: Meaning }, { name: Impact }, { name: Next, level: 2 }] }
//- /alerts/DiskFull.md
# DiskFull

### «Next»

Look.

## Meaning

Full.

## Impact

All.
`,
  'empty-verification < missing-section': `//- /alerts/.runbook.yaml
kinds: [{ name: page, files: '*.md', roles: { verification: warning }, sections: [{ name: Verification, required: true }] }]
//- /alerts/DiskFull.md
# DiskFull

## Steps

1. Run \`df\`

## «Verification»
`,
  'empty-rollback < missing-section': `//- /alerts/.runbook.yaml
kinds: [{ name: page, files: '*.md', roles: { rollback: warning }, sections: [{ name: Rollback, required: true }] }]
//- /alerts/DiskFull.md
# DiskFull

## Steps

1. Run \`df\`

## «Rollback»
`,
  'orphan-id < unrouted-runbook': `//- /SoT.OPERATIONS.md\n${sotTop([run])}${sotEntry('RUN-001', 'Pool is full').replace(/^## (.*)$/m, '## «$1»')}`,
  'unresolved-section-reference < missing-smoke-test': change(
    change(release, /## 5\. Smoke Tests[^]*?(?=## 6)/, ''),
    '(see Section 5)',
    '(see «Section 5»)',
  ),
  'missing-front-matter < invalid-front-matter': change(
    change(playbook, 'risk_level: low', 'risk_level: "low'),
    /^---/,
    '«---»',
  ),
  'dangling-id < change-log-unknown-id': `//- /SoT.OPERATIONS.md
${sotTop([run])}${sotEntry('RUN-001', 'Pool is full')}
## Change Log

| Date       | ID      | Change        |
| ---------- | ------- | ------------- |
| 2026-10-01 | «RUN-077» | Created entry |
`,
};
