/** Binds every editor feature to one workspace: what the language server calls, as plain functions over plain data. */
import { isOurs } from './document/scope';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CompletionItem,
  Diagnostic,
  Position,
  Range,
} from 'vscode-languageserver-types';
import type { Edit } from './text/edit';
import type { EntryPrefixesResult, EntryTargetsResult, OutlineResult } from '../../protocol/src/messages';
import type { EntryChange, EntryPlace } from '../../protocol/src/overview';
import type { InsertedPart, InsertPartResult } from '../../protocol/src/insert-part';
import type {
  NewDocumentKind,
  NewDocumentKindsResult,
  NewDocumentResult,
} from '../../protocol/src/new-document';
import { mappingActions } from './features/alerts/mapping-actions';
import { alertActions } from './features/alerts/alert-actions';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './features/call-hierarchy';
import { codeActions, documentEdit, type CodeActionOptions } from './features/code-actions';
import { codeLenses } from './features/code-lens';
import { complete, resolveCompletion } from './features/completion/completion';
import { completeConfiguration } from './features/configuration/complete-configuration';
import { usedPrefixes, type ConfigurationRequest } from './features/configuration/configuration-request';
import { hoverConfiguration } from './features/configuration/hover-configuration';
import { findDefinition, keyAt } from './features/definition';
import { documentHighlights } from './features/document-highlight';
import { documentSymbols } from './features/document-symbols';
import type { FeatureContexts } from './feature-contexts';
import type { FeatureContext } from './features/shared/feature-context';
import { idsLostWith, moveFiles, type Move } from './features/file-operations';
import { fixAllAction } from './features/fix-all-action';
import { foldingRanges } from './features/folding-ranges';
import { formatting } from './features/formatting';
import { hover } from './features/hover/hover';
import { insertPart } from './features/insertions/insert-part';
import { insertedEdits } from './features/insertions/inserted-edits';
import { inlayHints } from './features/inlay-hints';
import { linkedEditingRanges } from './features/linked-editing';
import { newDocument, newOwnDocument } from './features/new-document/new-document';
import { ownKindsAt, toOwnKind } from './features/new-document/own-kinds';
import { allTargets, entryPrefixes, entryTargets, newEntry } from './features/new-entry';
import { onTypeFormatting } from './features/on-type-formatting';
import { editOutline } from './features/outline/edit-outline';
import { outlineOf } from './features/outline/outline';
import { changeEntries } from './features/overview/change-entries';
import { coverageOf } from './features/overview/coverage';
import { reportPage } from './features/overview/report-page';
import { pastReviews, renewReviews } from './features/overview/review-dates';
import { workspaceEntries } from './features/overview/workspace-entries';
import { writeRunbook } from './features/overview/write-runbook';
import { offerRefactorings } from './features/refactorings/offer-refactorings';
import { findReferences } from './features/references';
import { withoutMarkup } from './features/shared/plain-words';
import { preview } from './features/preview/preview';
import { prepareRename, rename } from './features/rename/rename';
import { runLenses } from './features/run-lens';
import { runPlaces } from './features/run-places';
import { selectionRanges } from './features/selection-ranges';
import { semanticTokens } from './features/semantic-tokens';
import {
  joinChanges,
  toWorkspaceEdit,
  type EditSupport,
  type WorkspaceChange,
} from './features/shared/workspace-change';
import { words } from './text/say';
import { workspaceSymbols } from './features/workspace-symbols';

export type EditorFeatures = ReturnType<typeof createEditorFeatures>;

/** Does work that concerns one document, by URI. */
export type OnDocument = <T>(uri: string, work: () => T) => T;

/** The features, each from where its document is; those without a document look into every folder. */
// the table below is the type: written twice it would say the same
/* oxlint-disable typescript/explicit-module-boundary-types */
export function createEditorFeatures(contexts: FeatureContexts, on: OnDocument) {
  return {
    definition: bind(findDefinition),
    keyAt: bind(keyAt),
    references: bind(findReferences),
    documentHighlights: bind(documentHighlights),
    hover: bind(hover),
    complete: bind(complete),
    resolveCompletion: (item: CompletionItem): CompletionItem => resolveCompletion(contexts, item),
    documentSymbols: ofMarkdown(documentSymbols),
    workspaceSymbols: (query: string, options?: { readonly headings?: boolean }) =>
      workspaceSymbols(contexts.ofFolders(), query, options),
    foldingRanges: ofMarkdown(foldingRanges),
    selectionRanges: ofMarkdown(selectionRanges),
    prepareCallHierarchy: bind(prepareCallHierarchy),
    incomingCalls: (item: CallHierarchyItem): CallHierarchyIncomingCall[] =>
      incomingCalls(contexts.of(item.uri), item),
    outgoingCalls: (item: CallHierarchyItem): CallHierarchyOutgoingCall[] =>
      outgoingCalls(contexts.of(item.uri), item),
    linkedEditingRanges: ofMarkdown(linkedEditingRanges),
    inlayHints: ofMarkdown(inlayHints),
    semanticTokens: ofMarkdown(semanticTokens),
    codeActions: (
      uri: string,
      range: Range,
      diagnostics: readonly Diagnostic[],
      only: readonly string[] | undefined,
      options: CodeActionOptions = { configuration: null, baseline: null, explains: false },
    ): CodeAction[] =>
      on(uri, () => {
        const context = contexts.of(uri);
        return [
          ...alertActions(context, uri, range, diagnostics, only, options),
          ...(options.unasked === true
            ? []
            : mappingActions(context, uri, range, only, options.folderConfiguration ?? null)),
          ...codeActions(context, uri, range, diagnostics, only, options),
          ...offerRefactorings(markdownAt(uri), uri, range, only),
        ];
      }),
    codeLenses: bind(codeLenses),
    runLenses: ofMarkdown(runLenses),
    runPlaces: ofMarkdown(runPlaces),
    formatting: ofMarkdown(formatting),
    onTypeFormatting: ofMarkdown(onTypeFormatting),
    fixAllAction: bind(fixAllAction),
    prepareRename: bind(prepareRename),
    rename: bind(rename),
    moveFiles: (moves: readonly Move[]) =>
      joinChanges(
        words`Update links to moved files`,
        contexts.ofFolders().map((context) => moveFiles(context, moves)),
      ),
    idsLostWith: (uris: readonly string[]) =>
      contexts.ofFolders().flatMap((context) => idsLostWith(context, uris)),
    toWorkspaceEdit: (change: WorkspaceChange, support: EditSupport) =>
      toWorkspaceEdit(contexts.of(''), change, support),
    withoutMarkup,
    completeConfiguration: (uri: string, request: ConfigurationRequest) =>
      completeConfiguration(contexts.of(uri).say, request, usedPrefixes(contexts.of(uri))),
    hoverConfiguration: (request: ConfigurationRequest) => hoverConfiguration(contexts.of('').say, request),
    newEntry: ofMarkdown(newEntry),
    preview: ofMarkdown(preview),
    editOutline: ofMarkdown(editOutline),
    /** Edits by document in the form of LSP, with tab stops where the client knows them. */
    toSnippetEdit: (uri: string, edits: ReadonlyMap<string, readonly Edit[]>, tabStops: boolean) => ({
      documentChanges: Array.from(edits, ([of, own]) => documentEdit(contexts.of(uri), of, own, tabStops)),
    }),
    entries: () => workspaceEntries(contexts.ofFolders()),
    coverage: () => coverageOf(contexts.folders()),
    reportPage: () => reportPage(contexts.folders()),
    changeEntries: (change: EntryChange, entries: readonly EntryPlace[]) =>
      changeEntries((uri) => contexts.of(uri), change, entries),
    pastReviews: () => pastReviews(contexts.ofFolders()),
    renewReviews: (uris: readonly string[]) => renewReviews((uri) => contexts.of(uri), uris),
    writeRunbook: ofMarkdown(writeRunbook),
    /** In `folder`, else beside the document `uri`, both by URI, else in the first workspace folder. */
    newDocument: (
      kind: NewDocumentKind,
      answers: Readonly<Record<string, string>>,
      { folder, uri }: { readonly folder?: string; readonly uri?: string } = {},
    ): NewDocumentResult => {
      const { context, home, path } = contexts.forNew(folder, uri);
      return newDocument(context, { home, folder: path }, kind, answers);
    },
    /** The same of a kind that the workspace defines; null for a name that it does not. */
    newOwnDocument: (
      name: string,
      answers: Readonly<Record<string, string>>,
      { folder, uri }: { readonly folder?: string; readonly uri?: string } = {},
    ): NewDocumentResult | null => {
      const { context, home, path, around } = contexts.forNew(folder, uri);
      const kind = ownKindsAt(context, around).find((one) => one.name === name);
      return kind === undefined ? null : newOwnDocument(context, { home, folder: path }, kind, answers);
    },
    newDocumentKinds: ({
      folder,
      uri,
    }: {
      readonly folder?: string;
      readonly uri?: string;
    } = {}): NewDocumentKindsResult => {
      const { context, around } = contexts.forNew(folder, uri);
      return { kinds: ownKindsAt(context, around).map(toOwnKind) };
    },
    entryPrefixes: (uri: string | undefined): EntryPrefixesResult =>
      entryPrefixes(contexts.forNew(undefined, uri).context),
    insertPart: (uri: string, part: InsertedPart, position: Position): InsertPartResult =>
      on(uri, () => {
        const context = markdownAt(uri);
        const offset = context.runbook(uri)?.lines.offsetAt(position) ?? 0;
        return { documents: insertedEdits(context, uri, insertPart(context, uri, part, offset)) };
      }),
    /** Without a document, those of every folder. */
    entryTargets: (prefix: string, uri: string | undefined): EntryTargetsResult =>
      uri === undefined
        ? allTargets(contexts.ofFolders(), prefix)
        : entryTargets(contexts.of(uri), prefix, uri),
    outline: (uri: string): OutlineResult => {
      const context = markdownAt(uri);
      const runbook = context.runbook(uri);
      const version = context.versionOf(uri);
      if (runbook === undefined) return { kind: 'none', reasons: [], nodes: [], summary: '', version };
      const { kind, house } = runbook.kind;
      const reasons = runbook.kind.reasons.map((reason) => context.say(reason));
      if (!isOurs(runbook)) return { kind, reasons, nodes: [], summary: '', version };
      const { shown } = outlineOf(context, uri, runbook);
      return { kind, ...(house === null ? {} : { ownKind: house.name }), reasons, version, ...shown };
    },
  };

  /** What features of Markdown see: no document where the file holds alert rules. */
  function markdownAt(uri: string): FeatureContext {
    const context = contexts.of(uri);
    return context.runbook(uri)?.alerts == null ? context : { ...context, runbook: () => undefined };
  }

  function ofMarkdown<A extends unknown[], R>(
    feature: (context: FeatureContext, uri: string, ...args: A) => R,
  ): (uri: string, ...args: A) => R {
    return (uri, ...args) => on(uri, () => feature(markdownAt(uri), uri, ...args));
  }

  function bind<A extends unknown[], R>(
    feature: (context: FeatureContext, uri: string, ...args: A) => R,
  ): (uri: string, ...args: A) => R {
    return (uri, ...args) => on(uri, () => feature(contexts.of(uri), uri, ...args));
  }
}
