/** What the server offers, given what the client understands. */
import type {
  ClientCapabilities,
  FileOperationRegistrationOptions,
  InitializeResult,
  ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import { explainRuleCommand, readAgainCommand, setSeverityCommand } from '../../../protocol/src/messages';
import type { InitializationOptions } from '../../../protocol/src/initialization';
import { type EditSupport, codeActionKinds, completionTriggers } from '../service';
import { registrableFeatures, staticMarkdownFeatures, type MarkdownSupport } from './markdown-features';

/** What of the client's abilities changes how the server talks. */
export interface ClientSupport extends MarkdownSupport {
  /** The client asks for diagnostics itself; otherwise they are pushed. */
  readonly pull: boolean;
  readonly refresh: boolean;
  /** Whether code lenses and inlay hints can be asked for again. */
  readonly refreshLenses: boolean;
  readonly refreshHints: boolean;
  readonly definitionLink: boolean;
  readonly watch: boolean;
  readonly configuration: boolean;
  /** Whether the client can be asked to tell of changed settings; some warn their user when they are asked and cannot. */
  readonly configurationChanges: boolean;
  readonly folders: boolean;
  /** Whether the client can be asked for texts of further documents, and for questions about them, at any time. */
  readonly dynamicDocuments: boolean;
  readonly prepareRename: boolean;
  /** Whether completion items may hold tab stops. */
  readonly snippets: boolean;
  /** Whether hovers and documentation may be Markdown. */
  readonly markdownHover: boolean;
  readonly markdownItems: boolean;
  /** Whether the list of completions shows title and file beside an id. */
  readonly labelDetails: boolean;
  /** Whether the symbols of a document may be a tree. */
  readonly symbolTree: boolean;
  /** Whether an answer about one document may hold what changed in others. */
  readonly relatedDiagnostics: boolean;
  readonly edits: EditSupport & { readonly createFiles: boolean };
  /** Whether edits of a workspace may hold tab stops. */
  readonly snippetEdits: boolean;
  /** Whether the server may have edits made without being asked for them. */
  readonly applyEdit: boolean;
  /** Whether the client can show a document, or a page on the web. */
  readonly showDocument: boolean;
  /** See `InitializationOptions.rulePages`. */
  readonly rulePages: string | undefined;
  /** Whether the client shows runs: see `InitializationOptions.runChanges`. */
  readonly runs: boolean;
}

export function clientSupport(
  { textDocument, window, workspace }: ClientCapabilities,
  { builtInMarkdown = false, schemes = [], rulePages, runChanges = false }: InitializationOptions = {},
): ClientSupport {
  return {
    registers: registrableFeatures(textDocument),
    schemes,
    runs: runChanges,
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
    definitionLink: textDocument?.definition?.linkSupport === true,
    watch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    dynamicDocuments:
      textDocument?.synchronization?.dynamicRegistration === true &&
      textDocument.completion?.dynamicRegistration === true &&
      textDocument.hover?.dynamicRegistration === true,
    builtInMarkdown,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    markdownItems:
      textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    relatedDiagnostics: textDocument?.diagnostic?.relatedDocumentSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    edits: {
      documentChanges: workspace?.workspaceEdit?.documentChanges === true,
      renameFiles: workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true,
      annotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
      createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    },
    applyEdit: workspace?.applyEdit === true,
    showDocument: window?.showDocument?.support === true,
    rulePages,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.snippetEditSupport === true,
  };
}

export function initializeResult(support: ClientSupport, version: string): InitializeResult {
  const capabilities: ServerCapabilities = {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    definitionProvider: true,
    referencesProvider: true,
    hoverProvider: true,
    completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
    ...staticMarkdownFeatures(support),
    workspaceSymbolProvider: true,
    renameProvider: support.prepareRename ? { prepareProvider: true } : true,
    declarationProvider: true,
    documentHighlightProvider: true,
    callHierarchyProvider: true,
    codeLensProvider: {},
    codeActionProvider: { codeActionKinds: [...codeActionKinds] },
    executeCommandProvider: { commands: [readAgainCommand, setSeverityCommand, explainRuleCommand] },
    ...(support.pull
      ? {
          diagnosticProvider: {
            identifier: 'runbook',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: { filters: movable }, willDelete: { filters: movable } },
    },
  };
  return { capabilities, serverInfo: { name: 'runbook', version } };
}

/** Markdown files, and folders, which may hold some. */
const movable: FileOperationRegistrationOptions['filters'] = [
  { pattern: { glob: '**/*.{md,markdown}', matches: 'file', options: { ignoreCase: true } } },
  { pattern: { glob: '**', matches: 'folder' } },
];
