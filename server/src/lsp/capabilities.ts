/** What the server offers, given what the client understands. */
import type { ClientCapabilities, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import type { InitializationOptions } from '../../../protocol/src/messages';
import { codeActionKinds, completionTriggers, tokenModifiers, tokenTypes } from '../service';

/** What of the client's abilities changes how the server talks. */
export interface ClientSupport {
  /** The client asks for diagnostics itself; otherwise they are pushed. */
  readonly pull: boolean;
  readonly refresh: boolean;
  readonly definitionLink: boolean;
  readonly watch: boolean;
  readonly configuration: boolean;
  readonly folders: boolean;
  /** See `InitializationOptions.builtInMarkdown`. */
  readonly builtInMarkdown: boolean;
}

export function clientSupport(
  { textDocument, workspace }: ClientCapabilities,
  { builtInMarkdown = false }: InitializationOptions = {},
): ClientSupport {
  return {
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    definitionLink: textDocument?.definition?.linkSupport === true,
    watch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    configuration: workspace?.configuration === true,
    folders: workspace?.workspaceFolders === true,
    builtInMarkdown,
  };
}

export function initializeResult(support: ClientSupport, version: string): InitializeResult {
  const capabilities: ServerCapabilities = {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    definitionProvider: true,
    referencesProvider: true,
    hoverProvider: true,
    completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
    ...(support.builtInMarkdown ? {} : { documentSymbolProvider: { label: 'Runbook' } }),
    workspaceSymbolProvider: true,
    declarationProvider: true,
    documentHighlightProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    callHierarchyProvider: true,
    linkedEditingRangeProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: true,
    },
    codeActionProvider: { codeActionKinds: [...codeActionKinds] },
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
    },
  };
  return { capabilities, serverInfo: { name: 'runbook', version } };
}
