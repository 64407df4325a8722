/** The requests of `protocol/src/new-document.ts`. */
import { ErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import {
  newDocumentKindsRequest,
  newDocumentRequest,
  type NewDocumentKindsParams,
  type NewDocumentParams,
} from '../../../../protocol/src/new-document';
import { isRecord } from '../is-record';
import { isDocumentKind } from '../../service';
import type { RequestContext } from './request-context';

/** Answers the requests of a connection. */
export function answerNewDocument(connection: Connection, context: RequestContext): void {
  const { service, uris, whenReady } = context;
  const placeOf = ({ folder, textDocument }: NewDocumentKindsParams): { folder?: string; uri?: string } => ({
    ...(folder === undefined ? {} : { folder: uris.fromFolder(folder) }),
    ...(textDocument === undefined ? {} : { uri: uris.fromClient(textDocument.uri) }),
  });
  connection.onRequest(
    newDocumentRequest.method,
    async (params: NewDocumentParams, token: CancellationToken) => {
      await whenReady(token);
      const { kind, ownKind } = params;
      const answers = wordsOf(params.answers);
      const made =
        kind === 'house'
          ? service.editor.newOwnDocument(ownKind ?? '', answers, placeOf(params))
          : isDocumentKind(kind)
            ? service.editor.newDocument(kind, answers, placeOf(params))
            : null;
      if (made !== null) return made;
      const name = String(kind === 'house' ? ownKind : kind);
      return new ResponseError(ErrorCodes.InvalidParams, `There is no kind of document "${name}".`);
    },
  );
  connection.onRequest(
    newDocumentKindsRequest.method,
    async (params: NewDocumentKindsParams, token: CancellationToken) => {
      await whenReady(token);
      return service.editor.newDocumentKinds(placeOf(params));
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
