/** The request of `protocol/src/insert-part.ts`. */
import {
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
} from 'vscode-languageserver';
import {
  insertPartRequest,
  type InsertPartParams,
  type InsertPartResult,
} from '../../../../protocol/src/insert-part';
import { ChangeRefused, isInsertedPart } from '../../service';
import { documentOf, type RequestContext } from './request-context';

/** Answers the requests of a connection. */
export function answerInsertions(connection: Connection, context: RequestContext): void {
  const { service, uris, whenReady } = context;
  connection.onRequest(
    insertPartRequest.method,
    async (params: InsertPartParams, token: CancellationToken): Promise<InsertPartResult | ResponseError> => {
      await whenReady(token);
      const { part, position } = params;
      if (!isInsertedPart(part))
        return new ResponseError(ErrorCodes.InvalidParams, `There is no part "${String(part)}".`);
      try {
        const { documents } = service.editor.insertPart(documentOf(context, params), part, position);
        return { documents: documents.map((edits) => ({ ...edits, uri: uris.toClient(edits.uri) })) };
      } catch (error) {
        if (error instanceof ChangeRefused)
          return new ResponseError(LSPErrorCodes.RequestFailed, service.say(error.words));
        throw error;
      }
    },
  );
}
