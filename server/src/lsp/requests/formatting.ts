/** Requests to format documents, parts of them, and what was just typed. */
import type { Connection } from 'vscode-languageserver';
import { whenKnown, type RequestContext } from './request-context';

/** Answers the requests of a connection. */
export function answerFormatting(connection: Connection, context: RequestContext): void {
  const { editor } = context.service;
  connection.onDocumentFormatting(async (params, token) =>
    editor.formatting(await whenKnown(context, params, token)),
  );
  connection.onDocumentRangeFormatting(async (params, token) =>
    editor.formatting(await whenKnown(context, params, token), params.range),
  );
  connection.onDocumentOnTypeFormatting(async (params, token) =>
    editor.onTypeFormatting(await whenKnown(context, params, token), params.position),
  );
}
