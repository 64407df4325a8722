/** The request of `protocol/src/new-document.ts`. */
import { ErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import { newDocumentRequest, type NewDocumentParams } from '../../../../protocol/src/new-document';
import { isRecord } from '../is-record';
import { isDocumentKind } from '../../service';
import type { RequestContext } from './request-context';

/** Answers the requests of a connection. */
export function answerNewDocument(connection: Connection, context: RequestContext): void {
  const { service, uris, whenReady } = context;
  connection.onRequest(
    newDocumentRequest.method,
    async ({ kind, answers, folder, textDocument }: NewDocumentParams, token: CancellationToken) => {
      await whenReady(token);
      if (!isDocumentKind(kind))
        return new ResponseError(ErrorCodes.InvalidParams, `There is no kind of document "${String(kind)}".`);
      return service.editor.newDocument(kind, wordsOf(answers), {
        ...(folder === undefined ? {} : { folder: uris.fromFolder(folder) }),
        ...(textDocument === undefined ? {} : { uri: uris.fromClient(textDocument.uri) }),
      });
    },
  );
}

/** The answers that are text, each on one line. */
function wordsOf(answers: unknown): Record<string, string> {
  if (!isRecord(answers)) return {};
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, answer]) =>
      typeof answer === 'string' ? [[name, answer.replace(/\s+/g, ' ').trim()]] : [],
    ),
  );
}
