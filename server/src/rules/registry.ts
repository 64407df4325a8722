/** The one list of rules. */
import { alertWithoutRunbook } from './checks/alert-without-runbook';
import { danglingId } from './checks/dangling-id';
import { deploymentWithoutDep } from './checks/deployment-without-dep';
import { duplicateId } from './checks/duplicate-id';
import { incidentWithoutAlert } from './checks/incident-without-alert';
import { missingRollback } from './checks/missing-rollback';
import { missingVerification } from './checks/missing-verification';
import { orphanId } from './checks/orphan-id';
import { riskWithoutRunbook } from './checks/risk-without-runbook';
import { rollbackWithoutRunbook } from './checks/rollback-without-runbook';
import { stubEntry } from './checks/stub-entry';
import { thresholdWithoutAction } from './checks/threshold-without-action';
import { unclosedFence } from './checks/unclosed-fence';
import { unfilledTemplate } from './checks/unfilled-template';
import { unroutedRunbook } from './checks/unrouted-runbook';
import type { Rule } from './rule';

/** All rules, by name. */
export const rules: readonly Rule[] = [
  alertWithoutRunbook,
  danglingId,
  deploymentWithoutDep,
  duplicateId,
  incidentWithoutAlert,
  missingRollback,
  missingVerification,
  orphanId,
  riskWithoutRunbook,
  rollbackWithoutRunbook,
  stubEntry,
  thresholdWithoutAction,
  unclosedFence,
  unfilledTemplate,
  unroutedRunbook,
];

export const ruleNames: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.name));
