/** Messages about the dates on which documents were reviewed. */
import type { TextDocumentRef } from './messages.js';

/** A document whose last review is longer ago than it holds. */
export interface PastReview {
  readonly uri: string;
  /** Its path, with the name of its folder before it where the window has several. */
  readonly label: string;
  readonly title: string;
  /** What is wrong with its date, one sentence. */
  readonly message: string;
}

/** Request: the documents whose last review is longer ago than it holds. No parameters; the answer is a list. */
export const pastReviewsRequest = { method: 'runbook/pastReviews' } as const;

/**
 * Request: the edit that sets the review dates of documents to today, and changes nothing else. The answer is a
 * {@link RenewedReviews} with an `edit`, a `WorkspaceEdit` of LSP.
 */
export const renewReviewsRequest = { method: 'runbook/renewReviews' } as const;
export interface RenewReviewsParams {
  readonly documents: readonly TextDocumentRef[];
}
export interface RenewedReviews {
  /** The documents that the edit changes. */
  readonly uris: readonly string[];
}
