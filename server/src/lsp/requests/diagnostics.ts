/** Requests for diagnostics, from clients that ask for them instead of being told. */
import { LSPErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import type { DiagnosticsFeed } from '../diagnostics';
import type { RequestContext } from './request-context';

/** Answers the requests of a connection, for one document and for the whole workspace. */
export function answerDiagnostics(
  { languages: { diagnostics } }: Connection,
  { uris, whenReady }: RequestContext,
  feed: DiagnosticsFeed,
): void {
  diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    await whenReady(token);
    return feed.report(uris.fromClient(textDocument.uri), previousResultId);
  });
  diagnostics.onWorkspace(async ({ previousResultIds }, token, _workDone, parts) => {
    await whenReady(token);
    const report = await feed.workspaceReport(previousResultIds, (uri) => uris.fromClient(uri), {
      isCancelled: () => token.isCancellationRequested,
      tell:
        parts === undefined
          ? undefined
          : (part) => {
              parts.report(part);
            },
    });
    return report ?? new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
  });
}
