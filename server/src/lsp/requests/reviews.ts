/** The requests of `protocol/src/reviews.ts`. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  pastReviewsRequest,
  renewReviewsRequest,
  type PastReview,
  type RenewReviewsParams,
} from '../../../../protocol/src/reviews';
import { spellEdit } from '../spell-edit';
import type { RequestContext } from './request-context';

/** Answers the requests of a connection. */
export function answerReviews(connection: Connection, context: RequestContext): void {
  const { service, uris, whenReady, inBackground, support } = context;
  connection.onRequest(pastReviewsRequest.method, async (_: unknown, token: CancellationToken) => {
    await whenReady(token);
    const found = await inBackground(service.editor.pastReviews(), token);
    return found.map((one): PastReview => ({ ...one, uri: uris.toClient(one.uri) }));
  });
  connection.onRequest(
    renewReviewsRequest.method,
    async ({ documents }: RenewReviewsParams, token: CancellationToken) => {
      await whenReady(token);
      const { edit, uris: renewed } = service.editor.renewReviews(
        documents.map(({ uri }) => uris.fromClient(uri)),
      );
      return { edit: spellEdit(edit, uris, support().edits), uris: renewed.map((uri) => uris.toClient(uri)) };
    },
  );
}
