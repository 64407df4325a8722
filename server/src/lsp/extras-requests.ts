/** Requests for what people switch on and off or ask for: code lenses, inlay hints, formatting. */
import type { CodeLens, Connection } from 'vscode-languageserver';
import { commandIds } from '../../../protocol/src/contributions';
import type { Extras } from './read-settings';
import type { RequestContext } from './request-context';

/** Answers the requests of a connection; `extras` are the settings as they are now. */
export function registerExtrasRequests(
  connection: Connection,
  { service: { editor }, uris, ready }: RequestContext,
  extras: () => Extras,
): void {
  connection.onCodeLens(async ({ textDocument }): Promise<CodeLens[]> => {
    await ready;
    if (!extras().codeLens.enabled) return [];
    return editor.codeLenses(uris.fromClient(textDocument.uri)).map(({ range, title, references }) => ({
      range,
      command:
        references === null
          ? { title, command: '' }
          : {
              title,
              command: commandIds.showReferences,
              arguments: [
                textDocument.uri,
                range.start,
                references.map((place) => ({ ...place, uri: uris.toClient(place.uri) })),
              ],
            },
    }));
  });
  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    await ready;
    return extras().inlayHints.enabled ? editor.inlayHints(uris.fromClient(textDocument.uri), range) : [];
  });
  // the configuration may say what a document is
  connection.onDocumentFormatting(async ({ textDocument }) => {
    await ready;
    return editor.formatting(uris.fromClient(textDocument.uri));
  });
  connection.onDocumentRangeFormatting(async ({ textDocument, range }) => {
    await ready;
    return editor.formatting(uris.fromClient(textDocument.uri), range);
  });
  connection.onDocumentOnTypeFormatting(async ({ textDocument, position }) => {
    await ready;
    return editor.onTypeFormatting(uris.fromClient(textDocument.uri), position);
  });
}
