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

/** The same of what is put off in one line, whatever that line says: `TODO: write this`. */
export function isPutOff(runbook: Runbook, span: Span): boolean {
  if (holdsOnlyGaps(runbook, span)) return true;
  const words = runbook.text.slice(span.start, Math.min(span.end, span.start + longestLine));
  return (
    span.end - span.start < longestLine && /^(?:[-*+][ \t]{1,4})?(?:TBD|TODO|FIXME)\b[^\r\n]*$/.test(words)
  );
}

const longestLine = 200;
