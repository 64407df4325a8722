/** Binds every editor feature to one workspace: what the language server calls, as plain functions over plain data. */
import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types';
import type { OutlineResult } from '../../protocol/src/messages';
import type { Configuration } from './config/configuration';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './features/call-hierarchy';
import { codeActions } from './features/code-actions';
import { codeLenses } from './features/code-lens';
import { complete, resolveCompletion } from './features/completion';
import { findDefinition, keyAt } from './features/definition';
import { documentHighlights } from './features/document-highlight';
import { documentSymbols } from './features/document-symbols';
import type { FeatureContext } from './features/feature-context';
import { idsLostWith, moveFiles } from './features/file-operations';
import { fixAllAction } from './features/fix-all-action';
import { foldingRanges, isOurs } from './features/folding-ranges';
import { formatting } from './features/formatting';
import { hover } from './features/hover';
import { inlayHints } from './features/inlay-hints';
import { linkedEditingRanges } from './features/linked-editing';
import { entryTargets, newEntry } from './features/new-entry';
import { onTypeFormatting } from './features/on-type-formatting';
import { phasesOutline } from './features/phases-outline';
import { offerRefactorings } from './features/refactorings/offer-refactorings';
import { findReferences } from './features/references';
import { withoutMarkup } from './features/plain-words';
import { prepareRename, rename } from './features/rename';
import { selectionRanges } from './features/selection-ranges';
import { semanticTokens } from './features/semantic-tokens';
import { toWorkspaceEdit } from './features/workspace-change';
import { workspaceSymbols } from './features/workspace-symbols';

export type EditorFeatures = ReturnType<typeof createEditorFeatures>;

/** The features over `context`. `configurationFor` answers which configuration holds for a document. */
// the table below is the type: written twice it would say the same
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types
export function createEditorFeatures(
  context: FeatureContext,
  configurationFor: (uri: string) => Configuration,
) {
  return {
    definition: bind(findDefinition),
    keyAt: bind(keyAt),
    references: bind(findReferences),
    documentHighlights: bind(documentHighlights),
    hover: bind(hover),
    complete: bind(complete),
    resolveCompletion: bind(resolveCompletion),
    documentSymbols: bind(documentSymbols),
    workspaceSymbols: bind(workspaceSymbols),
    foldingRanges: bind(foldingRanges),
    selectionRanges: bind(selectionRanges),
    prepareCallHierarchy: bind(prepareCallHierarchy),
    incomingCalls: bind(incomingCalls),
    outgoingCalls: bind(outgoingCalls),
    linkedEditingRanges: bind(linkedEditingRanges),
    inlayHints: bind(inlayHints),
    semanticTokens: bind(semanticTokens),
    codeActions: (
      uri: string,
      range: Range,
      diagnostics: readonly Diagnostic[],
      only: readonly string[] | undefined,
    ): CodeAction[] => [
      ...codeActions(context, uri, range, diagnostics, only),
      ...offerRefactorings(context, uri, range, only),
    ],
    codeLenses: bind(codeLenses),
    formatting: bind(formatting),
    onTypeFormatting: bind(onTypeFormatting),
    fixAllAction: bind(fixAllAction),
    prepareRename: bind(prepareRename),
    rename: bind(rename),
    moveFiles: bind(moveFiles),
    idsLostWith: bind(idsLostWith),
    toWorkspaceEdit: bind(toWorkspaceEdit),
    withoutMarkup,
    newEntry: bind(newEntry),
    entryTargets: (prefix: string, uri: string | undefined) =>
      entryTargets(context, prefix, uri, uri === undefined ? undefined : configurationFor(uri)),
    outline: (uri: string): OutlineResult => {
      const runbook = context.runbook(uri);
      if (runbook === undefined) return { kind: 'none', reasons: [], nodes: [] };
      const { kind, reasons } = runbook.kind;
      return { kind, reasons, nodes: isOurs(runbook) ? phasesOutline(runbook, context.findings(uri)) : [] };
    },
  };

  function bind<A extends unknown[], R>(
    feature: (context: FeatureContext, ...args: A) => R,
  ): (...args: A) => R {
    return (...args) => feature(context, ...args);
  }
}
