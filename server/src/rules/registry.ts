/** The one list of rules. */
import { alertWithoutRunbook } from './checks/alert-without-runbook';
import { changeLogMissingEntry } from './checks/change-log-missing-entry';
import { changeLogUnknownId } from './checks/change-log-unknown-id';
import { danglingId } from './checks/dangling-id';
import { deploymentWithoutDep } from './checks/deployment-without-dep';
import { duplicateId } from './checks/duplicate-id';
import { emptySection } from './checks/empty-section';
import { incidentWithoutAlert } from './checks/incident-without-alert';
import { missingEntryField } from './checks/missing-entry-field';
import { missingEntrySection } from './checks/missing-entry-section';
import { missingRollback } from './checks/missing-rollback';
import { missingThresholdLevel } from './checks/missing-threshold-level';
import { missingVerification } from './checks/missing-verification';
import { nestedFence } from './checks/nested-fence';
import { orphanId } from './checks/orphan-id';
import { riskWithoutRunbook } from './checks/risk-without-runbook';
import { rollbackWithoutRunbook } from './checks/rollback-without-runbook';
import { stubEntry } from './checks/stub-entry';
import { tableColumns } from './checks/table-columns';
import { tableHeader } from './checks/table-header';
import { thresholdWithoutAction } from './checks/threshold-without-action';
import { unclosedFence } from './checks/unclosed-fence';
import { unfilledTemplate } from './checks/unfilled-template';
import { unroutedRunbook } from './checks/unrouted-runbook';
import type { Rule } from './rule';

/** All rules, by name. */
export const rules: readonly Rule[] = [
  alertWithoutRunbook,
  changeLogMissingEntry,
  changeLogUnknownId,
  danglingId,
  deploymentWithoutDep,
  duplicateId,
  emptySection,
  incidentWithoutAlert,
  missingEntryField,
  missingEntrySection,
  missingRollback,
  missingThresholdLevel,
  missingVerification,
  nestedFence,
  orphanId,
  riskWithoutRunbook,
  rollbackWithoutRunbook,
  stubEntry,
  tableColumns,
  tableHeader,
  thresholdWithoutAction,
  unclosedFence,
  unfilledTemplate,
  unroutedRunbook,
];

export const ruleNames: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.name));
