/** What adapters get from the core besides its service, by way of `service.ts`. */
export type { ReadText } from './document-store';
export { codeActionKinds } from './features/code-actions';
export { completionTriggers } from './features/completion';
export { outlineText } from './features/outline-text';
export { tokenModifiers, tokenTypes } from './features/semantic-tokens';
export { ChangeRefused, type EditSupport } from './features/workspace-change';
export { IdScan } from './index/id-scan';
export { criterionNames } from './report/criteria';
export type * from './report/workspace-report';
export type { FixedWorkspace } from './rules/fix-all';
export type { PlainFinding } from './rules/plain-finding';
export { ruleNames, ruleOptions, rules } from './rules/registry';
export type { Finding, Rule } from './rules/rule';
export { rulePage } from './rules/rule-page';
