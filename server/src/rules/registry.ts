/** The one list of rules. */
import { alertWithoutRunbook } from './checks/alert-without-runbook';
import { anchorMismatch } from './checks/anchor-mismatch';
import { approvedWithOpenItems } from './checks/approved-with-open-items';
import { assumedKnowledge } from './checks/assumed-knowledge';
import { changeLogMissingEntry } from './checks/change-log-missing-entry';
import { changeLogUnknownId } from './checks/change-log-unknown-id';
import { danglingId } from './checks/dangling-id';
import { deploymentWithoutDep } from './checks/deployment-without-dep';
import { deprecatedReference } from './checks/deprecated-reference';
import { documentSetAside } from './checks/document-set-aside';
import { documentTooComplex } from './checks/document-too-complex';
import { duplicateErrorCode } from './checks/duplicate-error-code';
import { duplicateId } from './checks/duplicate-id';
import { durationOverrun } from './checks/duration-overrun';
import { emptyRollback } from './checks/empty-rollback';
import { emptySection } from './checks/empty-section';
import { emptyVerification } from './checks/empty-verification';
import { entryOrder } from './checks/entry-order';
import { escalationChain } from './checks/escalation-chain';
import { executionLogMismatch } from './checks/execution-log-mismatch';
import { executionLogOrder } from './checks/execution-log-order';
import { foreignPrefix } from './checks/foreign-prefix';
import { frontMatterMismatch } from './checks/front-matter-mismatch';
import { futureDate } from './checks/future-date';
import { idFieldMismatch } from './checks/id-field-mismatch';
import { idOutOfBand } from './checks/id-out-of-band';
import { incidentWithoutAlert } from './checks/incident-without-alert';
import { incompleteDecisionPoint } from './checks/incomplete-decision-point';
import { incompleteDeprecation } from './checks/incomplete-deprecation';
import { incompleteEscalation } from './checks/incomplete-escalation';
import { incompleteGoNoGo } from './checks/incomplete-go-no-go';
import { incompleteIssue } from './checks/incomplete-issue';
import { invalidCategory } from './checks/invalid-category';
import { invalidDate } from './checks/invalid-date';
import { invalidDuration } from './checks/invalid-duration';
import { invalidFrontMatter } from './checks/invalid-front-matter';
import { invalidRiskLevel } from './checks/invalid-risk-level';
import { invalidSeverity } from './checks/invalid-severity';
import { invalidStatus } from './checks/invalid-status';
import { invalidType } from './checks/invalid-type';
import { leftoverInstruction } from './checks/leftover-instruction';
import { linkIdMismatch } from './checks/link-id-mismatch';
import { malformedId } from './checks/malformed-id';
import { migrationWithoutStep } from './checks/migration-without-step';
import { missingCategory } from './checks/missing-category';
import { missingCommunication } from './checks/missing-communication';
import { missingContacts } from './checks/missing-contacts';
import { missingDataPreservation } from './checks/missing-data-preservation';
import { missingEntryField } from './checks/missing-entry-field';
import { missingEntrySection } from './checks/missing-entry-section';
import { missingEscalation } from './checks/missing-escalation';
import { missingFrontMatter } from './checks/missing-front-matter';
import { missingGateCriteria } from './checks/missing-gate-criteria';
import { missingGoNoGo } from './checks/missing-go-no-go';
import { missingHeaderField } from './checks/missing-header-field';
import { missingLastTested } from './checks/missing-last-tested';
import { missingLinkTarget } from './checks/missing-link-target';
import { missingObjective } from './checks/missing-objective';
import { missingOverview } from './checks/missing-overview';
import { missingOwner } from './checks/missing-owner';
import { missingPhases } from './checks/missing-phases';
import { missingPostIncident } from './checks/missing-post-incident';
import { missingPrerequisites } from './checks/missing-prerequisites';
import { missingRecoveryObjective } from './checks/missing-recovery-objective';
import { missingReleaseField } from './checks/missing-release-field';
import { missingRollback } from './checks/missing-rollback';
import { missingRollbackPlan } from './checks/missing-rollback-plan';
import { missingRollbackTrigger } from './checks/missing-rollback-trigger';
import { missingScope } from './checks/missing-scope';
import { missingSmokeTest } from './checks/missing-smoke-test';
import { missingTasks } from './checks/missing-tasks';
import { missingThresholdLevel } from './checks/missing-threshold-level';
import { missingTrigger } from './checks/missing-trigger';
import { missingValidation } from './checks/missing-validation';
import { missingVerification } from './checks/missing-verification';
import { navMissingEntry } from './checks/nav-missing-entry';
import { navTitleMismatch } from './checks/nav-title-mismatch';
import { navUnknownEntry } from './checks/nav-unknown-entry';
import { nestedFence } from './checks/nested-fence';
import { oneWayLink } from './checks/one-way-link';
import { orphanId } from './checks/orphan-id';
import { phaseDependency } from './checks/phase-dependency';
import { phaseNumbering } from './checks/phase-numbering';
import { placeholder } from './checks/placeholder';
import { releaseVersionMismatch } from './checks/release-version-mismatch';
import { releaseVersionOrder } from './checks/release-version-order';
import { riskWithoutRunbook } from './checks/risk-without-runbook';
import { rollbackPlanCoverage } from './checks/rollback-plan-coverage';
import { rollbackWithoutRunbook } from './checks/rollback-without-runbook';
import { rolloutChain } from './checks/rollout-chain';
import { secretInCommand } from './checks/secret-in-command';
import { sectionNumbering } from './checks/section-numbering';
import { selfReference } from './checks/self-reference';
import { staleLastTested } from './checks/stale-last-tested';
import { stepNumbering } from './checks/step-numbering';
import { stepWithoutCommand } from './checks/step-without-command';
import { stubEntry } from './checks/stub-entry';
import { tableColumns } from './checks/table-columns';
import { tableHeader } from './checks/table-header';
import { testedBeforeChange } from './checks/tested-before-change';
import { thresholdWithoutAction } from './checks/threshold-without-action';
import { titleMismatch } from './checks/title-mismatch';
import { tooManySteps } from './checks/too-many-steps';
import { unclosedFence } from './checks/unclosed-fence';
import { unfilledTemplate } from './checks/unfilled-template';
import { unguardedDestructiveCommand } from './checks/unguarded-destructive-command';
import { unlistedLinkedId } from './checks/unlisted-linked-id';
import { unresolvedRunbookSection } from './checks/unresolved-runbook-section';
import { unresolvedSectionReference } from './checks/unresolved-section-reference';
import { unroutedRunbook } from './checks/unrouted-runbook';
import { untitledEntry } from './checks/untitled-entry';
import { unusedPrefix } from './checks/unused-prefix';
import { unusedSuppression } from './checks/unused-suppression';
import { unreadableProcedure } from './checks/unreadable-procedure';
import { unverifiedProcedure } from './checks/unverified-procedure';
import { unverifiedRollback } from './checks/unverified-rollback';
import { vagueStep } from './checks/vague-step';
import { versionMismatch } from './checks/version-mismatch';
import type { Rule, RuleOption } from './rule';

/** All rules, by name. */
export const rules: readonly Rule[] = [
  alertWithoutRunbook,
  anchorMismatch,
  approvedWithOpenItems,
  assumedKnowledge,
  changeLogMissingEntry,
  changeLogUnknownId,
  danglingId,
  deploymentWithoutDep,
  deprecatedReference,
  documentSetAside,
  documentTooComplex,
  duplicateErrorCode,
  duplicateId,
  durationOverrun,
  emptyRollback,
  emptySection,
  emptyVerification,
  entryOrder,
  escalationChain,
  executionLogMismatch,
  executionLogOrder,
  foreignPrefix,
  frontMatterMismatch,
  futureDate,
  idFieldMismatch,
  idOutOfBand,
  incidentWithoutAlert,
  incompleteDecisionPoint,
  incompleteDeprecation,
  incompleteEscalation,
  incompleteGoNoGo,
  incompleteIssue,
  invalidCategory,
  invalidDate,
  invalidDuration,
  invalidFrontMatter,
  invalidRiskLevel,
  invalidSeverity,
  invalidStatus,
  invalidType,
  leftoverInstruction,
  linkIdMismatch,
  malformedId,
  migrationWithoutStep,
  missingCategory,
  missingCommunication,
  missingContacts,
  missingDataPreservation,
  missingEntryField,
  missingEntrySection,
  missingEscalation,
  missingFrontMatter,
  missingGateCriteria,
  missingGoNoGo,
  missingHeaderField,
  missingLastTested,
  missingLinkTarget,
  missingObjective,
  missingOverview,
  missingOwner,
  missingPhases,
  missingPostIncident,
  missingPrerequisites,
  missingRecoveryObjective,
  missingReleaseField,
  missingRollback,
  missingRollbackPlan,
  missingRollbackTrigger,
  missingScope,
  missingSmokeTest,
  missingTasks,
  missingThresholdLevel,
  missingTrigger,
  missingValidation,
  missingVerification,
  navMissingEntry,
  navTitleMismatch,
  navUnknownEntry,
  nestedFence,
  oneWayLink,
  orphanId,
  phaseDependency,
  phaseNumbering,
  placeholder,
  releaseVersionMismatch,
  releaseVersionOrder,
  riskWithoutRunbook,
  rollbackPlanCoverage,
  rollbackWithoutRunbook,
  rolloutChain,
  secretInCommand,
  sectionNumbering,
  selfReference,
  staleLastTested,
  stepNumbering,
  stepWithoutCommand,
  stubEntry,
  tableColumns,
  tableHeader,
  testedBeforeChange,
  thresholdWithoutAction,
  titleMismatch,
  tooManySteps,
  unclosedFence,
  unfilledTemplate,
  unguardedDestructiveCommand,
  unlistedLinkedId,
  unresolvedRunbookSection,
  unresolvedSectionReference,
  unroutedRunbook,
  untitledEntry,
  unusedPrefix,
  unusedSuppression,
  unreadableProcedure,
  unverifiedProcedure,
  unverifiedRollback,
  vagueStep,
  versionMismatch,
];

/** The options of each rule with their types, by name of the rule. */
export const ruleOptions: ReadonlyMap<string, Readonly<Record<string, RuleOption>>> = new Map(
  rules.map(({ meta }) => [meta.name, meta.options ?? {}]),
);

export const ruleNames: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.name));
