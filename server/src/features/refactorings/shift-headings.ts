/** Puts the headings of a passage at another level. */
import type { Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import { encloses, type Span } from '../../text/span';

/** Headings at another level: the edits that add `delta` marks, or null where a heading would have none or too many. */
export function shiftHeadings({ headings, text }: Runbook, within: Span, delta: number): Edit[] | null {
  const own = headings.filter(({ span }) => encloses(within, span));
  if (delta === 0) return [];
  const edits: Edit[] = [];
  for (const { span, depth } of own) {
    if (depth + delta < 1 || depth + delta > 6 || text.charAt(span.start) !== '#') return null;
    edits.push({ span: { start: span.start, end: span.start + depth }, newText: '#'.repeat(depth + delta) });
  }
  return edits;
}
