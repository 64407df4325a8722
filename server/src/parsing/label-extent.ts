/** How far what a label speaks of reaches. Knows nothing of how labels are found. */
import type { Carrier } from '../model/runbook';
import type { Span } from '../text/span';
import type { FlowNode } from './flow';
import { isOneOfSeveral, readLead } from './sequence';
import { closesDetails } from './summaries';

/** A label in its line. */
export interface FoundLabel {
  readonly name: string;
  readonly nameSpan: Span;
  readonly carrier: Exclude<Carrier, 'table' | 'yaml'>;
  readonly value: Span;
  /** Where its own line ends, or the next label of the line begins. */
  readonly end: number;
  /** From the marks in front of its name. */
  readonly start: number;
}

/** Whether a value leaves nothing to be said below: `Run this:` goes on. */
function saysAll(text: string, { start, end }: Span): boolean {
  return end > start && !/[:：]\**$/.test(text.slice(Math.max(start, end - 4), end));
}

/** How far back a step is looked for that the next one goes on counting, in nodes. */
const farthestStep = 40;

/** Whether a label is one of several, and does not go on where one before it stopped: `**Step 3**` behind the parts of `**Step 2**`. */
function beginsSeveral(labels: readonly (readonly FoundLabel[])[], index: number): boolean {
  const name = labels[index]?.[0]?.name ?? '';
  if (!isOneOfSeveral(name)) return false;
  const lead = readLead(name);
  if (lead === null) return true;
  for (let at = index - 1; at >= Math.max(0, index - farthestStep); at--) {
    const before = readLead(labels[at]?.[0]?.name ?? '');
    if (before !== null) return Number(before.number) + 1 !== Number(lead.number);
  }
  return true;
}

/**
 * Where a label's content ends: at the next label that is not inside a list below it, the next heading or thematic
 * break, and where it has said something on its own line at the next paragraph; for a label inside a list item at the
 * end of that item or the next label in it, whichever comes first. Numbered labels and answers right below a label are its content.
 */
export function extentOf(
  text: string,
  found: FoundLabel,
  flow: readonly FlowNode[],
  labels: readonly (readonly FoundLabel[])[],
  index: number,
): number {
  const own = flow[index];
  if (own === undefined) return found.end;
  const said = saysAll(text, found.value);
  const several = !said && !isOneOfSeveral(found.name) && beginsSeveral(labels, index + 1);
  let last = Math.max(own.span.end, found.nameSpan.end);
  for (let i = index + 1; i < flow.length; i++) {
    const node = flow[i];
    if (node === undefined || node.type === 'heading' || node.type === 'break') break;
    if (node.depth < own.depth) break;
    if (own.depth > 0 && node.depth === own.depth && node.item !== own.item) break;
    if (own.inQuote && !node.inQuote) break;
    if (found.carrier === 'summary' && node.type === 'html' && closesDetails(text, node.span)) break;
    if (node.depth === own.depth) {
      const next = labels[i]?.[0];
      if (next !== undefined && !(several && isOneOfSeveral(next.name))) break;
      if (said && node.type === 'line' && node.opensParagraph && !node.opensItem) break;
    }
    last = node.span.end;
  }
  return last;
}
