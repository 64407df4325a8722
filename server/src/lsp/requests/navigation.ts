/** Requests that lead from an id to its entry, to what names it, and along the chain of entries. */
import type {
  CallHierarchyItem,
  CancellationToken,
  Connection,
  LocationLink,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { documentOf, upToDate, whenKnown, type RequestContext } from './request-context';

/** Answers the requests of a connection. */
export function answerNavigation(connection: Connection, context: RequestContext): void {
  const { uris, configured, whenReady, loadDefining, lookAgain, support } = context;
  const { editor } = context.service;
  const targetsOf = (links: readonly LocationLink[]): string[] => links.map(({ targetUri }) => targetUri);
  const toClientLinks = (links: readonly LocationLink[]): LocationLink[] =>
    links.map((link) => ({ ...link, targetUri: uris.toClient(link.targetUri) }));

  const definition = async (
    params: TextDocumentPositionParams,
    token: CancellationToken,
    options: { readonly links: boolean },
  ): Promise<LocationLink[]> => {
    const uri = documentOf(context, params);
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
    // no other server answers for declarations
    const links = await definition(params, token, { links: true });
    return links.map(({ targetUri, targetSelectionRange }) => ({
      uri: targetUri,
      range: targetSelectionRange,
    }));
  });
  connection.onReferences(async (params, token) => {
    await whenReady(token);
    const from = documentOf(context, params);
    const options = { links: !support().builtInMarkdown };
    const locations = await upToDate(
      context,
      () => editor.references(from, params.position, params.context.includeDeclaration, options),
      (found) => new Set([from, ...found.map(({ uri }) => uri)]),
    );
    return locations.map(({ uri, range }) => ({ uri: uris.toClient(uri), range }));
  });
  connection.onDocumentHighlight(async (params, token) =>
    editor.documentHighlights(await whenKnown(context, params, token), params.position),
  );
  answerCallHierarchy(connection, context);
}

function answerCallHierarchy(connection: Connection, context: RequestContext): void {
  const { editor } = context.service;
  const { callHierarchy } = connection.languages;
  const toClientItem = (item: CallHierarchyItem): CallHierarchyItem => ({
    ...item,
    uri: context.uris.toClient(item.uri),
  });
  callHierarchy.onPrepare(async (params, token) => {
    await context.whenReady(token);
    return editor.prepareCallHierarchy(documentOf(context, params), params.position).map(toClientItem);
  });
  callHierarchy.onIncomingCalls(({ item }) =>
    editor.incomingCalls(item).map((call) => ({ ...call, from: toClientItem(call.from) })),
  );
  callHierarchy.onOutgoingCalls(({ item }) =>
    editor.outgoingCalls(item).map((call) => ({ ...call, to: toClientItem(call.to) })),
  );
}
