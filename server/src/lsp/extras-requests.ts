/** Requests for what people switch on and off or ask for: code lenses, inlay hints, formatting. */
import type { CancellationToken, CodeLens, Connection } from 'vscode-languageserver';
import { commandIds } from '../../../protocol/src/contributions';
import type { Extras } from './read-settings';
import type { RequestContext } from './request-context';

/** Answers the requests of a connection; `extras` are the settings as they are now. */
export function registerExtrasRequests(
  connection: Connection,
  { service, uris, configured, whenReady }: RequestContext,
  extras: () => Extras,
): void {
  const { editor } = service;
  connection.onCodeLens(async ({ textDocument }, token): Promise<CodeLens[]> => {
    await whenReady(token);
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
  connection.languages.inlayHint.on(async ({ textDocument, range }, token) => {
    await whenReady(token);
    return extras().inlayHints.enabled ? editor.inlayHints(uris.fromClient(textDocument.uri), range) : [];
  });
  /** The configuration may say what a document is; others have no say in its form. */
  const whenKnown = async (
    textDocument: { readonly uri: string },
    token: CancellationToken,
  ): Promise<string> => {
    const uri = uris.fromClient(textDocument.uri);
    await (service.isOpen(uri) ? configured : whenReady(token));
    return uri;
  };
  connection.onDocumentFormatting(async ({ textDocument }, token) =>
    editor.formatting(await whenKnown(textDocument, token)),
  );
  connection.onDocumentRangeFormatting(async ({ textDocument, range }, token) =>
    editor.formatting(await whenKnown(textDocument, token), range),
  );
  connection.onDocumentOnTypeFormatting(async ({ textDocument, position }, token) =>
    editor.onTypeFormatting(await whenKnown(textDocument, token), position),
  );
}
