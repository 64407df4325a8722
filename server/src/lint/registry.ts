/** The one list of rules. */
import { alertWithoutRunbook } from './rules/traceability/alert-without-runbook';
import { anchorMismatch } from './rules/identifiers/anchor-mismatch';
import { approvedWithOpenItems } from './rules/release/approved-with-open-items';
import { assumedKnowledge } from './rules/procedures/assumed-knowledge';
import { changeLogMissingEntry } from './rules/sot/change-log-missing-entry';
import { changeLogUnknownId } from './rules/sot/change-log-unknown-id';
import { danglingId } from './rules/identifiers/dangling-id';
import { deploymentWithoutDep } from './rules/traceability/deployment-without-dep';
import { deprecatedReference } from './rules/identifiers/deprecated-reference';
import { documentSetAside } from './rules/anywhere/document-set-aside';
import { documentTooComplex } from './rules/anywhere/document-too-complex';
import { duplicateErrorCode } from './rules/feature/duplicate-error-code';
import { duplicateId } from './rules/identifiers/duplicate-id';
import { durationOverrun } from './rules/playbook/duration-overrun';
import { emptyRollback } from './rules/playbook/empty-rollback';
import { emptySection } from './rules/anywhere/empty-section';
import { emptyVerification } from './rules/procedures/empty-verification';
import { entryOrder } from './rules/identifiers/entry-order';
import { escalationChain } from './rules/procedures/escalation-chain';
import { executionLogMismatch } from './rules/playbook/execution-log-mismatch';
import { executionLogOrder } from './rules/playbook/execution-log-order';
import { foreignPrefix } from './rules/identifiers/foreign-prefix';
import { frontMatterMismatch } from './rules/playbook/front-matter-mismatch';
import { futureDate } from './rules/procedures/future-date';
import { idFieldMismatch } from './rules/identifiers/id-field-mismatch';
import { idOutOfBand } from './rules/identifiers/id-out-of-band';
import { incidentWithoutAlert } from './rules/traceability/incident-without-alert';
import { incompleteDecisionPoint } from './rules/playbook/incomplete-decision-point';
import { incompleteDeprecation } from './rules/identifiers/incomplete-deprecation';
import { incompleteEscalation } from './rules/procedures/incomplete-escalation';
import { incompleteGoNoGo } from './rules/playbook/incomplete-go-no-go';
import { incompleteIssue } from './rules/feature/incomplete-issue';
import { invalidCategory } from './rules/procedures/invalid-category';
import { invalidDate } from './rules/procedures/invalid-date';
import { invalidDuration } from './rules/playbook/invalid-duration';
import { invalidFrontMatter } from './rules/anywhere/invalid-front-matter';
import { invalidRiskLevel } from './rules/playbook/invalid-risk-level';
import { invalidSeverity } from './rules/feature/invalid-severity';
import { invalidStatus } from './rules/procedures/invalid-status';
import { invalidType } from './rules/playbook/invalid-type';
import { leftoverInstruction } from './rules/anywhere/leftover-instruction';
import { linkIdMismatch } from './rules/identifiers/link-id-mismatch';
import { malformedId } from './rules/identifiers/malformed-id';
import { migrationWithoutStep } from './rules/release/migration-without-step';
import { missingCategory } from './rules/procedures/missing-category';
import { missingCommunication } from './rules/playbook/missing-communication';
import { missingContacts } from './rules/release/missing-contacts';
import { missingDataPreservation } from './rules/playbook/missing-data-preservation';
import { missingEntryField } from './rules/sot/missing-entry-field';
import { missingEntrySection } from './rules/sot/missing-entry-section';
import { missingEscalation } from './rules/procedures/missing-escalation';
import { missingFrontMatter } from './rules/playbook/missing-front-matter';
import { missingGateCriteria } from './rules/playbook/missing-gate-criteria';
import { missingGoNoGo } from './rules/release/missing-go-no-go';
import { missingHeaderField } from './rules/feature/missing-header-field';
import { missingLastTested } from './rules/procedures/missing-last-tested';
import { missingLinkTarget } from './rules/identifiers/missing-link-target';
import { missingObjective } from './rules/playbook/missing-objective';
import { missingOverview } from './rules/playbook/missing-overview';
import { missingOwner } from './rules/procedures/missing-owner';
import { missingPhases } from './rules/playbook/missing-phases';
import { missingPostIncident } from './rules/procedures/missing-post-incident';
import { missingPrerequisites } from './rules/procedures/missing-prerequisites';
import { missingRecoveryObjective } from './rules/feature/missing-recovery-objective';
import { missingReleaseField } from './rules/release/missing-release-field';
import { missingRollback } from './rules/playbook/missing-rollback';
import { missingRollbackPlan } from './rules/playbook/missing-rollback-plan';
import { missingRollbackTrigger } from './rules/feature/missing-rollback-trigger';
import { missingScope } from './rules/procedures/missing-scope';
import { missingSmokeTest } from './rules/release/missing-smoke-test';
import { missingTasks } from './rules/playbook/missing-tasks';
import { missingThresholdLevel } from './rules/sot/missing-threshold-level';
import { missingTrigger } from './rules/procedures/missing-trigger';
import { missingValidation } from './rules/playbook/missing-validation';
import { missingVerification } from './rules/procedures/missing-verification';
import { navMissingEntry } from './rules/identifiers/nav-missing-entry';
import { navTitleMismatch } from './rules/identifiers/nav-title-mismatch';
import { navUnknownEntry } from './rules/identifiers/nav-unknown-entry';
import { nestedFence } from './rules/anywhere/nested-fence';
import { oneWayLink } from './rules/identifiers/one-way-link';
import { orphanId } from './rules/traceability/orphan-id';
import { phaseDependency } from './rules/playbook/phase-dependency';
import { phaseNumbering } from './rules/playbook/phase-numbering';
import { placeholder } from './rules/anywhere/placeholder';
import { releaseVersionMismatch } from './rules/release/release-version-mismatch';
import { releaseVersionOrder } from './rules/release/release-version-order';
import { riskWithoutRunbook } from './rules/traceability/risk-without-runbook';
import { rollbackPlanCoverage } from './rules/playbook/rollback-plan-coverage';
import { rollbackWithoutRunbook } from './rules/traceability/rollback-without-runbook';
import { rolloutChain } from './rules/feature/rollout-chain';
import { secretInCommand } from './rules/procedures/secret-in-command';
import { sectionNumbering } from './rules/feature/section-numbering';
import { selfReference } from './rules/identifiers/self-reference';
import { staleLastTested } from './rules/procedures/stale-last-tested';
import { stepNumbering } from './rules/procedures/step-numbering';
import { stepWithoutCommand } from './rules/procedures/step-without-command';
import { stubEntry } from './rules/sot/stub-entry';
import { tableColumns } from './rules/anywhere/table-columns';
import { tableHeader } from './rules/anywhere/table-header';
import { testedBeforeChange } from './rules/procedures/tested-before-change';
import { thresholdWithoutAction } from './rules/traceability/threshold-without-action';
import { titleMismatch } from './rules/playbook/title-mismatch';
import { tooManySteps } from './rules/procedures/too-many-steps';
import { unclosedFence } from './rules/anywhere/unclosed-fence';
import { unfilledTemplate } from './rules/anywhere/unfilled-template';
import { unguardedDestructiveCommand } from './rules/procedures/unguarded-destructive-command';
import { unlistedLinkedId } from './rules/identifiers/unlisted-linked-id';
import { unresolvedRunbookSection } from './rules/feature/unresolved-runbook-section';
import { unresolvedSectionReference } from './rules/release/unresolved-section-reference';
import { unroutedRunbook } from './rules/traceability/unrouted-runbook';
import { untitledEntry } from './rules/identifiers/untitled-entry';
import { unusedPrefix } from './rules/identifiers/unused-prefix';
import { unusedSuppression } from './rules/anywhere/unused-suppression';
import { unreadableProcedure } from './rules/procedures/unreadable-procedure';
import { unverifiedProcedure } from './rules/procedures/unverified-procedure';
import { unverifiedRollback } from './rules/feature/unverified-rollback';
import { vagueStep } from './rules/procedures/vague-step';
import { versionMismatch } from './rules/feature/version-mismatch';
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
