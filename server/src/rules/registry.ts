/** The one list of rules. */
import { alertWithoutRunbook } from './checks/alert-without-runbook';
import { anchorMismatch } from './checks/anchor-mismatch';
import { assumedKnowledge } from './checks/assumed-knowledge';
import { changeLogMissingEntry } from './checks/change-log-missing-entry';
import { changeLogUnknownId } from './checks/change-log-unknown-id';
import { danglingId } from './checks/dangling-id';
import { deploymentWithoutDep } from './checks/deployment-without-dep';
import { deprecatedReference } from './checks/deprecated-reference';
import { duplicateId } from './checks/duplicate-id';
import { emptySection } from './checks/empty-section';
import { emptyVerification } from './checks/empty-verification';
import { entryOrder } from './checks/entry-order';
import { escalationChain } from './checks/escalation-chain';
import { foreignPrefix } from './checks/foreign-prefix';
import { futureDate } from './checks/future-date';
import { idFieldMismatch } from './checks/id-field-mismatch';
import { idOutOfBand } from './checks/id-out-of-band';
import { incidentWithoutAlert } from './checks/incident-without-alert';
import { incompleteDeprecation } from './checks/incomplete-deprecation';
import { incompleteEscalation } from './checks/incomplete-escalation';
import { invalidCategory } from './checks/invalid-category';
import { invalidDate } from './checks/invalid-date';
import { invalidStatus } from './checks/invalid-status';
import { linkIdMismatch } from './checks/link-id-mismatch';
import { malformedId } from './checks/malformed-id';
import { missingCategory } from './checks/missing-category';
import { missingEntryField } from './checks/missing-entry-field';
import { missingEntrySection } from './checks/missing-entry-section';
import { missingEscalation } from './checks/missing-escalation';
import { missingLastTested } from './checks/missing-last-tested';
import { missingLinkTarget } from './checks/missing-link-target';
import { missingOwner } from './checks/missing-owner';
import { missingPostIncident } from './checks/missing-post-incident';
import { missingPrerequisites } from './checks/missing-prerequisites';
import { missingRollback } from './checks/missing-rollback';
import { missingScope } from './checks/missing-scope';
import { missingThresholdLevel } from './checks/missing-threshold-level';
import { missingTrigger } from './checks/missing-trigger';
import { missingVerification } from './checks/missing-verification';
import { navMissingEntry } from './checks/nav-missing-entry';
import { navTitleMismatch } from './checks/nav-title-mismatch';
import { navUnknownEntry } from './checks/nav-unknown-entry';
import { nestedFence } from './checks/nested-fence';
import { oneWayLink } from './checks/one-way-link';
import { orphanId } from './checks/orphan-id';
import { placeholder } from './checks/placeholder';
import { riskWithoutRunbook } from './checks/risk-without-runbook';
import { rollbackWithoutRunbook } from './checks/rollback-without-runbook';
import { secretInCommand } from './checks/secret-in-command';
import { selfReference } from './checks/self-reference';
import { staleLastTested } from './checks/stale-last-tested';
import { stepNumbering } from './checks/step-numbering';
import { stepWithoutCommand } from './checks/step-without-command';
import { stubEntry } from './checks/stub-entry';
import { tableColumns } from './checks/table-columns';
import { tableHeader } from './checks/table-header';
import { testedBeforeChange } from './checks/tested-before-change';
import { thresholdWithoutAction } from './checks/threshold-without-action';
import { tooManySteps } from './checks/too-many-steps';
import { unclosedFence } from './checks/unclosed-fence';
import { unfilledTemplate } from './checks/unfilled-template';
import { unguardedDestructiveCommand } from './checks/unguarded-destructive-command';
import { unlistedLinkedId } from './checks/unlisted-linked-id';
import { unroutedRunbook } from './checks/unrouted-runbook';
import { untitledEntry } from './checks/untitled-entry';
import { unusedPrefix } from './checks/unused-prefix';
import { unusedSuppression } from './checks/unused-suppression';
import { unverifiedProcedure } from './checks/unverified-procedure';
import { vagueStep } from './checks/vague-step';
import type { Rule } from './rule';

/** All rules, by name. */
export const rules: readonly Rule[] = [
  alertWithoutRunbook,
  anchorMismatch,
  assumedKnowledge,
  changeLogMissingEntry,
  changeLogUnknownId,
  danglingId,
  deploymentWithoutDep,
  deprecatedReference,
  duplicateId,
  emptySection,
  emptyVerification,
  entryOrder,
  escalationChain,
  foreignPrefix,
  futureDate,
  idFieldMismatch,
  idOutOfBand,
  incidentWithoutAlert,
  incompleteDeprecation,
  incompleteEscalation,
  invalidCategory,
  invalidDate,
  invalidStatus,
  linkIdMismatch,
  malformedId,
  missingCategory,
  missingEntryField,
  missingEntrySection,
  missingEscalation,
  missingLastTested,
  missingLinkTarget,
  missingOwner,
  missingPostIncident,
  missingPrerequisites,
  missingRollback,
  missingScope,
  missingThresholdLevel,
  missingTrigger,
  missingVerification,
  navMissingEntry,
  navTitleMismatch,
  navUnknownEntry,
  nestedFence,
  oneWayLink,
  orphanId,
  placeholder,
  riskWithoutRunbook,
  rollbackWithoutRunbook,
  secretInCommand,
  selfReference,
  staleLastTested,
  stepNumbering,
  stepWithoutCommand,
  stubEntry,
  tableColumns,
  tableHeader,
  testedBeforeChange,
  thresholdWithoutAction,
  tooManySteps,
  unclosedFence,
  unfilledTemplate,
  unguardedDestructiveCommand,
  unlistedLinkedId,
  unroutedRunbook,
  untitledEntry,
  unusedPrefix,
  unusedSuppression,
  unverifiedProcedure,
  vagueStep,
];

export const ruleNames: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.name));
