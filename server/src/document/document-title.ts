/** What names a document in findings that are about the whole of it. */
import type { Runbook } from '../model/runbook';
import type { Span } from '../text/span';

/** # «Playbook: Move the orders database»; the first line of a document without such a heading. */
export function titleSpanOf({ headings, lines }: Runbook): Span {
  return (headings.find(({ depth }) => depth === 1) ?? headings[0])?.titleSpan ?? lines.spanOf(0);
}
