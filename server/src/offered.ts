/** What adapters get from the core besides its service, by way of `service.ts`. */
export type { ReadText } from './document-store';
export { outlineText } from './features/outline-text';
export { IdScan } from './index/id-scan';
export { reportFile } from './report/formats/report-file';
export {
  headlineOf,
  sectionsOf,
  type Cell,
  type FolderReport,
  type ReportSection,
} from './report/formats/sections';
export type { Finding as PrintedFinding, ListedRule, Report } from './report/formats/output';
export type * from './report/workspace-report';
export { readIdList, type ImportedId } from './index/id-list';
export { lookAt, type DocumentLook } from './init/document-look';
export type { KitName } from './init/kit';
export { setupFor, type SetupAnswer, type SetupFile, type SetupPlan, type SetupSource } from './init/setup';
export { Baseline, baselineOf, goneFrom } from './lint/baseline/baseline';
export { baselineFileName, readBaseline, writeBaseline } from './lint/baseline/baseline-file';
export { printOf, type FindingPrint } from './lint/baseline/finding-print';
export type { FixedWorkspace } from './lint/fix-all';
export type { PlainFinding } from './lint/plain-finding';
export { ruleNames, ruleOptions, rules } from './lint/registry';
export { standingOf } from './lint/profiles';
export { automaticFixIn } from './lint/automatic-fix';
export type { Finding, Fix, Rule } from './lint/rule';
export { rulePage } from './lint/rule-page';
export type { FolderFiles } from './workspace-layout';
