/** What adapters for editors get besides, in the same way: the command line is built without it. */
export type { EditorFeatures } from './editor-features';
export { codeActionKinds } from './features/code-actions';
export { completionTriggers } from './features/completion/completion';
export { isInsertedPart } from './features/insertions/insert-part';
export { isDocumentKind } from './features/new-document/document-questions';
export type { FolderConfiguration } from './features/alerts/folder-configuration';
export type { EditedBaseline } from './features/rule-actions/accept-finding';
export { tokenModifiers, tokenTypes } from './features/semantic-tokens';
export { ChangeRefused, type EditSupport } from './features/shared/workspace-change';
