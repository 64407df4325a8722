/** The value of a field that stands in the line below its name. Knows lines, not what fields mean. */
import { fieldKey } from '../model/vocabulary';
import { trimSpan, type Span } from '../text/span';
import type { FlowNode } from './flow';

/** Fields whose value is a word, a name or a date, not a text. */
const valued: ReadonlySet<string> = new Set(
  (
    'id,category,status,owner,owners,author,team,created,last updated,last tested,last reviewed,date,target date,completed,version,' +
    'severity,priority,impact,likelihood,risk level,release date,release manager,rollback deadline'
  ).split(','),
);

/** Longer lines are texts, not values. */
const longest = 100;

/**
 * The line below a bold name of a field that is by itself in its line: `**Owner**` above `Data Team`, also behind the colon of
 * a definition list and, where it is no sentence, behind a blank line. Null where more than one line follows, or something
 * else does. `isLabel` tells of the nodes of `flow` whether a label begins there.
 */
export function valueBelow(
  text: string,
  { name, carrier }: { readonly name: string; readonly carrier: string },
  flow: readonly FlowNode[],
  index: number,
  isLabel: (index: number) => boolean,
): Span | null {
  if (carrier !== 'bold' || !valued.has(fieldKey(name))) return null;
  const [own, next, after] = [flow[index], flow[index + 1], flow[index + 2]];
  if (own?.type !== 'line' || next?.type !== 'line' || isLabel(index + 1)) return null;
  if (next.depth !== own.depth || next.item !== own.item || next.inQuote !== own.inQuote) return null;
  if (after?.type === 'line' && !after.opensParagraph && !after.opensItem && !isLabel(index + 2)) return null;
  const { start, end } = next.span;
  const words = text.slice(start, end);
  if (end - start > longest || (next.opensParagraph && /[.!?:]$/.test(words))) return null;
  return trimSpan(text, { start: start + (/^:[ \t]+/.exec(words)?.[0].length ?? 0), end });
}
