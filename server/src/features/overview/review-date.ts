/** When a document was reviewed last, and the edit that renews that. Apart from what editors ask for: the command line renews dates. */
import { dateLike } from '../../document/fields/date-like';
import { reviewDate } from '../../document/house/review';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { FeatureContext } from '../shared/feature-context';

/** The review date of a document with what sets it to today; `renewal` is null where it is that already. */
export interface ReviewDate {
  /** `YYYY-MM-DD` */
  readonly iso: string;
  readonly span: Span;
  readonly renewal: Edit | null;
}

/** Null for a document without a review date that can be read. */
export function reviewDateOf(context: FeatureContext, uri: string): ReviewDate | null {
  const runbook = context.runbook(uri);
  // of other documents no field says when they were reviewed
  if (runbook?.kind.house == null || !context.workspace.holds(uri)) return null;
  const date = reviewDate(runbook, context.configurationFor(uri));
  if (date === null) return null;
  const written = runbook.text.slice(date.span.start, date.span.end);
  const newText = dateLike(written, context.today());
  return { ...date, renewal: newText === written ? null : { span: date.span, newText } };
}
