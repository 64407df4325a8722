/** Requests for what an editor shows of a document: hover, symbols, folding, selection, colors, lenses and hints. */
import type { CodeLens, Connection, Hover, Position } from 'vscode-languageserver';
import { commandIds, runCommandIds } from '../../../../protocol/src/contributions';
import type { EditorFeatures } from '../../service';
import { toFlatSymbols, toPlainHover } from '../plain-forms';
import { configurationAt } from './configuration';
import { documentOf, upToDate, whenKnown, type RequestContext } from './request-context';

/** Answers the requests of a connection. */
export function answerDocuments(connection: Connection, context: RequestContext): void {
  const { whenReady, support, extras } = context;
  const { editor } = context.service;
  connection.onHover(async (params, token) => {
    await whenReady(token);
    const toHover = (hover: Hover | null): Hover | null =>
      support().markdownHover ? hover : toPlainHover(hover, editor.withoutMarkup);
    const configuration = configurationAt(context, params);
    if (configuration !== null) return toHover(editor.hoverConfiguration(configuration.request));
    const uri = documentOf(context, params);
    const hover = await upToDate(
      context,
      () => editor.hover(uri, params.position, support().rulePages),
      () => definingDocuments(editor, uri, params.position),
    );
    return toHover(hover);
  });
  connection.onDocumentSymbol(async (params, token) => {
    const symbols = editor.documentSymbols(await whenKnown(context, params, token));
    return support().symbolTree ? symbols : toFlatSymbols(params.textDocument.uri, symbols);
  });
  connection.onFoldingRanges(async (params, token) =>
    editor.foldingRanges(await whenKnown(context, params, token)),
  );
  connection.onSelectionRanges(async (params, token) =>
    editor.selectionRanges(await whenKnown(context, params, token), params.positions),
  );
  connection.languages.semanticTokens.on(async (params, token) => {
    await whenReady(token);
    return { data: editor.semanticTokens(documentOf(context, params)) };
  });
  connection.onCodeLens(async (params, token) => {
    await whenReady(token);
    return extras().codeLens.enabled ? codeLenses(context, params.textDocument.uri) : [];
  });
  connection.languages.inlayHint.on(async (params, token) => {
    await whenReady(token);
    return extras().inlayHints.enabled ? editor.inlayHints(documentOf(context, params), params.range) : [];
  });
}

/** The documents that define the id at a position; where there is no id, the document of the position. */
function definingDocuments(editor: EditorFeatures, uri: string, position: Position): Iterable<string> {
  if (editor.keyAt(uri, position) === null) return [uri];
  return editor.definition(uri, position, { links: true }).map(({ targetUri }) => targetUri);
}

/** `clientUri`: the document in the client's spelling, which the command of a lens takes. */
function codeLenses({ service, uris, support }: RequestContext, clientUri: string): CodeLens[] {
  const uri = uris.fromClient(clientUri);
  const runs = support().runs ? service.editor.runLenses(uri) : [];
  const toRun = runs.map(({ range, title, entry }) => ({
    range,
    command: {
      ...{ title, command: runCommandIds.run },
      arguments: entry === null ? [clientUri] : [clientUri, entry],
    },
  }));
  const others = service.editor.codeLenses(uri).map(({ range, title, references }) => ({
    range,
    command:
      references === null
        ? { title, command: '' }
        : {
            title,
            command: commandIds.showReferences,
            arguments: [
              clientUri,
              range.start,
              references.map((place) => ({ ...place, uri: uris.toClient(place.uri) })),
            ],
          },
  }));
  // an editor shows those of one line in this order
  return [...toRun, ...others];
}
