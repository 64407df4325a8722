/** Which of many stretches lies around a place, where stretches may nest and overlap as they like. */
import { encloses, firstFrom, type Span } from './span';

/**
 * Tells the last of the items, ordered by where they start, that encloses a span. Each question costs a look at the
 * neighbours of the place only.
 */
export function enclosingFinder<T extends { readonly span: Span }>(
  items: readonly T[],
): (span: Span) => T | undefined {
  // how far the items up to each one reach: where that is not far enough, no earlier one encloses the span either
  let reach = 0;
  const reaches = items.map(({ span }) => (reach = Math.max(reach, span.end)));
  return (span) => {
    for (let i = firstFrom(items, span.start + 1, (item) => item.span.start) - 1; i >= 0; i--) {
      const item = items[i];
      if (item === undefined || (reaches[i] ?? 0) < span.end) return undefined;
      if (encloses(item.span, span)) return item;
    }
    return undefined;
  };
}
