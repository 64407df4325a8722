/** The requests of editors, each translated into one call of the service. Cross-file answers wait until the workspace is read. */
import {
  CodeActionKind,
  CompletionTriggerKind,
  ErrorCodes,
  ResponseError,
  type CallHierarchyItem,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type CompletionItem,
  type Connection,
  type Position,
  type LocationLink,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import {
  entryTargetsRequest,
  newEntryRequest,
  outlineRequest,
  readAgainCommand,
  reportRequest,
  type EntryTargetsParams,
  type NewEntryParams,
  type NewEntryResult,
  type OutlineParams,
  type ReportParams,
} from '../../../protocol/src/messages';
import type { RunbookService } from '../service';
import { registerChangeRequests } from './change-requests';
import { toFlatSymbols, toPlainHover, toPlainItem, withoutLabelDetails } from './plain-forms';
import { upToDate, type RequestContext } from './request-context';
import { spellEdit } from './spell-edit';

/** Answers the requests of a connection. */
export function registerEditorRequests(connection: Connection, context: RequestContext): void {
  const { service, uris, whenReady } = context;
  const { editor } = service;
  const uriOf = (params: { readonly textDocument: { readonly uri: string } }): string =>
    uris.fromClient(params.textDocument.uri);

  const toItem = (item: CompletionItem): CompletionItem =>
    context.support().markdownItems ? item : toPlainItem(item, editor.withoutMarkup);

  registerNavigation(connection, context);
  registerChangeRequests(connection, context);
  registerOwnRequests(connection, context);

  connection.onCompletion(async (params, token) => {
    await whenReady(token);
    const support = context.support();
    const { builtInMarkdown, snippets } = support;
    const { triggerKind, triggerCharacter } = params.context ?? {};
    const { isIncomplete, items } = editor.complete(uriOf(params), params.position, triggerCharacter, {
      links: !builtInMarkdown,
      snippets: snippets && !builtInMarkdown,
      continued: triggerKind === CompletionTriggerKind.TriggerForIncompleteCompletions,
    });
    const list = items.map((item) => toItem(support.labelDetails ? item : withoutLabelDetails(item)));
    return isIncomplete ? { isIncomplete, items: list } : list;
  });
  connection.onCompletionResolve((item) => toItem(editor.resolveCompletion(item)));
  connection.onHover(async (params, token) => {
    await whenReady(token);
    const uri = uriOf(params);
    const hover = await upToDate(
      context,
      () => editor.hover(uri, params.position),
      () => definingDocuments(editor, uri, params.position),
    );
    return context.support().markdownHover ? hover : toPlainHover(hover, editor.withoutMarkup);
  });
  /** What an open document says of itself need not wait for the others. */
  const whenKnown = async (
    params: { readonly textDocument: { readonly uri: string } },
    token: CancellationToken,
  ): Promise<string> => {
    const uri = uriOf(params);
    if (!service.isOpen(uri)) await whenReady(token);
    return uri;
  };
  connection.onDocumentHighlight(async (params, token) =>
    editor.documentHighlights(await whenKnown(params, token), params.position),
  );
  connection.onDocumentSymbol(async (params, token) => {
    // the configuration may say what a document is
    await context.configured;
    const symbols = editor.documentSymbols(await whenKnown(params, token));
    return context.support().symbolTree ? symbols : toFlatSymbols(params.textDocument.uri, symbols);
  });
  connection.onFoldingRanges(async (params, token) => editor.foldingRanges(await whenKnown(params, token)));
  connection.onSelectionRanges(async (params, token) =>
    editor.selectionRanges(await whenKnown(params, token), params.positions),
  );
  connection.languages.onLinkedEditingRange(async (params, token) =>
    editor.linkedEditingRanges(await whenKnown(params, token), params.position),
  );
  connection.languages.semanticTokens.on(async (params, token) => {
    await whenReady(token);
    return { data: editor.semanticTokens(uriOf(params)) };
  });
  connection.onCodeAction(async (params, token) => {
    await whenReady(token);
    const { diagnostics, only } = params.context;
    const uri = uriOf(params);
    const actions = [
      ...editor.codeActions(uri, params.range, diagnostics, only),
      ...editor.fixAllAction(uri, only),
    ];
    if (service.runbook(uri)?.unread === true) actions.push(readAgain(params));
    return actions.map((action): CodeAction => ({
      ...action,
      ...(action.edit === undefined ? {} : { edit: spellEdit(action.edit, uris, context.support().edits) }),
    }));
  });
}

/** The documents that define the id at a position; where there is no id, the document of the position. */
function definingDocuments(
  editor: RunbookService['editor'],
  uri: string,
  position: Position,
): Iterable<string> {
  if (editor.keyAt(uri, position) === null) return [uri];
  return editor.definition(uri, position, { links: true }).map(({ targetUri }) => targetUri);
}

/** What may be done about a document that is not read. */
function readAgain({ textDocument, context: { diagnostics } }: CodeActionParams): CodeAction {
  const title = 'Read it again';
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnostics.filter(({ code }) => code === 'document-set-aside'),
    command: { title, command: readAgainCommand, arguments: [textDocument.uri] },
  };
}

/** From an id to its entry, to what names it, and along the chain of entries. */
function registerNavigation(connection: Connection, context: RequestContext): void {
  const { uris, configured, whenReady, loadDefining, lookAgain, support } = context;
  const targetsOf = (links: readonly LocationLink[]): string[] => links.map(({ targetUri }) => targetUri);
  const { editor } = context.service;
  const toClientLinks = (links: readonly LocationLink[]): LocationLink[] =>
    links.map((link) => ({ ...link, targetUri: uris.toClient(link.targetUri) }));
  const toClientItem = (item: CallHierarchyItem): CallHierarchyItem => ({
    ...item,
    uri: uris.toClient(item.uri),
  });

  const definition = async (
    params: TextDocumentPositionParams,
    token: CancellationToken,
    options: { readonly links: boolean },
  ): Promise<LocationLink[]> => {
    const uri = uris.fromClient(params.textDocument.uri);
    await configured;
    const key = editor.keyAt(uri, params.position);
    if (key !== null) {
      await loadDefining(key);
      const links = editor.definition(uri, params.position, options);
      if (links.length > 0 && !(await lookAgain(targetsOf(links)))) return toClientLinks(links);
    }
    await whenReady(token);
    const links = await upToDate(
      context,
      () => editor.definition(uri, params.position, options),
      (found) => (key === null ? [uri] : targetsOf(found)),
    );
    return toClientLinks(links);
  };
  connection.onDefinition(async (params, token) => {
    // two answers for one jump would open a list instead of going there
    const links = await definition(params, token, { links: !support().builtInMarkdown });
    return support().definitionLink
      ? links
      : links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
  });
  connection.onDeclaration(async (params, token) => {
    // nobody else knows declarations
    const links = await definition(params, token, { links: true });
    return links.map(({ targetUri, targetSelectionRange }) => ({
      uri: targetUri,
      range: targetSelectionRange,
    }));
  });
  connection.onReferences(async ({ textDocument, position, context: { includeDeclaration } }, token) => {
    await whenReady(token);
    const from = uris.fromClient(textDocument.uri);
    const options = { links: !support().builtInMarkdown };
    const locations = await upToDate(
      context,
      () => editor.references(from, position, includeDeclaration, options),
      (found) => new Set([from, ...found.map(({ uri }) => uri)]),
    );
    return locations.map(({ uri, range }) => ({ uri: uris.toClient(uri), range }));
  });
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    await whenReady(token);
    const symbols = await upToDate(
      context,
      () => editor.workspaceSymbols(query, { headings: !support().builtInMarkdown }),
      (found) => new Set(found.map(({ location }) => location.uri)),
    );
    return symbols.map((symbol) => ({
      ...symbol,
      location: { ...symbol.location, uri: uris.toClient(symbol.location.uri) },
    }));
  });
  connection.languages.callHierarchy.onPrepare(async ({ textDocument, position }, token) => {
    await whenReady(token);
    return editor.prepareCallHierarchy(uris.fromClient(textDocument.uri), position).map(toClientItem);
  });
  connection.languages.callHierarchy.onIncomingCalls(({ item }) =>
    editor.incomingCalls(item).map((call) => ({ ...call, from: toClientItem(call.from) })),
  );
  connection.languages.callHierarchy.onOutgoingCalls(({ item }) =>
    editor.outgoingCalls(item).map((call) => ({ ...call, to: toClientItem(call.to) })),
  );
}

/** The requests of `protocol/src/messages.ts`. */
function registerOwnRequests(connection: Connection, { service, uris, whenReady }: RequestContext): void {
  const { editor } = service;
  connection.onRequest(
    outlineRequest.method,
    async ({ textDocument }: OutlineParams, token: CancellationToken) => {
      await whenReady(token);
      return editor.outline(uris.fromClient(textDocument.uri));
    },
  );
  connection.onRequest(
    entryTargetsRequest.method,
    async ({ prefix, textDocument }: EntryTargetsParams, token: CancellationToken) => {
      await whenReady(token);
      const uri = textDocument === undefined ? undefined : uris.fromClient(textDocument.uri);
      const { targets, categories } = editor.entryTargets(prefix, uri);
      return {
        targets: targets.map((target) => ({ ...target, uri: uris.toClient(target.uri) })),
        categories,
      };
    },
  );
  connection.onRequest(
    reportRequest.method,
    async (params: ReportParams | null | undefined, token: CancellationToken) => {
      await whenReady(token);
      const folder = params?.folder;
      return service.report(typeof folder === 'string' ? uris.fromFolder(folder) : undefined);
    },
  );
  connection.onRequest(
    newEntryRequest.method,
    async (params: NewEntryParams, token: CancellationToken): Promise<NewEntryResult | ResponseError> => {
      await whenReady(token);
      const { textDocument, prefix, title, category } = params;
      if (!/^[A-Z][A-Z0-9-]*$/.test(prefix)) {
        return new ResponseError(
          ErrorCodes.InvalidParams,
          `Invalid ID prefix "${prefix}". Use upper-case letters, such as RUN.`,
        );
      }
      const uri = uris.fromClient(textDocument.uri);
      const entry = editor.newEntry(uri, prefix, title.replace(/\s+/g, ' ').trim(), category);
      if (entry === null)
        return new ResponseError(
          ErrorCodes.InvalidParams,
          `${textDocument.uri} is not a Markdown document of this workspace.`,
        );
      return { ...entry, uri: uris.toClient(uri), version: service.versionOf(uri) };
    },
  );
}
