/** Pairs of rules about ways back; «…» stands around what the yielding rule would report. */
import { change, feature, playbook, release } from '../documents';
import { sotFile } from '../run-entry';

const noPlan = /## Rollback Plan[^]*?(?=## Communication Plan)/;
const emptyPlan = change(playbook, noPlan, '## «Rollback Plan»\n\n');
const noRollback = /## 7\. Rollback Procedures[^]*?(?=## 8)/;
const noWayBack = /## 6\. Rollback Procedure[^]*?(?=## 7)/;
const deployment = (name: string, rollback: string): string =>
  sotFile(`## ${name}

**ID**: DEP-001
**Status**: Active
**Owner**: Web Team

### Deployment Steps

1. Run \`make deploy\`
   - Verify: the health page answers.
${rollback}`);

export const rollbackPairs: Readonly<Record<string, string>> = {
  'missing-rollback < empty-rollback': change(
    playbook,
    '**Rollback:**\n\n```bash\nmake switch-back\n```',
    '**«Rollback»:**\n',
  ),
  'missing-rollback-plan < empty-rollback': emptyPlan,
  'rollback-plan-coverage < missing-rollback-plan': emptyPlan,
  'rollback-plan-coverage < empty-rollback': emptyPlan,
  'missing-data-preservation < missing-rollback-plan': change(
    change(playbook, noPlan, ''),
    /^# .*$/m,
    '# «Playbook: Move the mail server»',
  ),
  'missing-data-preservation < empty-rollback': emptyPlan,
  'missing-rollback-trigger < missing-rollback': change(
    change(feature, noRollback, ''),
    '# Runbook',
    '# «Runbook»',
  ),
  'missing-rollback-trigger < empty-rollback': change(feature, noRollback, '## «7. Rollback Procedures»\n\n'),
  'rollback-without-runbook < missing-rollback': deployment('«DEP-001: Roll out the shop»', ''),
  'rollback-without-runbook < empty-rollback': deployment(
    'DEP-001: Roll out the shop',
    '\n### «Rollback Procedure»\n',
  ),
  'migration-without-step < missing-rollback': change(
    change(release, noWayBack, ''),
    /^# .*$/m,
    '# «Release Runbook: Shop v2.14.0»',
  ),
  'migration-without-step < empty-rollback': change(release, noWayBack, '## «6. Rollback Procedure»\n\n'),
};
