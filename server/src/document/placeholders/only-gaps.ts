/** Tells sections that are not filled in at all from those in which a gap was overlooked. */
import type { Runbook } from '../../model/runbook';
import { firstFrom, type Span } from '../../text/span';

/** Whether a stretch holds template text and no words of an author besides: marks of lists and fences are none. */
export function holdsOnlyGaps({ placeholders, text }: Runbook, { start, end }: Span): boolean {
  const first = firstFrom(placeholders, start, (placeholder) => placeholder.span.start);
  const next = placeholders[first];
  if (next === undefined || next.span.start >= end) return false;
  let words = '';
  let at = start;
  for (let i = first; i < placeholders.length; i++) {
    const span = placeholders[i]?.span;
    if (span === undefined || span.start >= end) break;
    words += text.slice(at, span.start);
    at = Math.max(at, span.end);
  }
  words += text.slice(at, end);
  const said = words
    .replace(/^[ \t>]*(?:`{3,}|~{3,}).*$/gm, '')
    .replace(/^[ \t>]*(?:[-*+]|\d{1,3}[.)]|step \d[\d.]{0,11}[a-z]?:?)[ \t]*/gim, '');
  return !/[\p{L}\p{N}]/u.test(said);
}
