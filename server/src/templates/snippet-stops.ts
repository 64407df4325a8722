/**
 * Changes which tab stops a snippet has. Must not know which templates there are: text in, text out.
 */
import { escapeSnippet, SNIPPET_PART } from './expand-template';

/** A snippet with other numbers for its tab stops, so that it can stand beside one whose numbers are lower than `by`. */
export function shiftStops(snippet: string, by: number): string {
  return snippet.replace(SNIPPET_PART, (part, ...groups: (string | undefined)[]) => {
    const number = groups[1] ?? groups[4];
    return number === undefined ? part : part.replace(/\d+/, String(Number(number) + by));
  });
}

/**
 * Leaves the first `most` tab stops, numbered in the order in which they stand; the one behind them, which ends the walk, is
 * selected last. The others become their default text, so that whoever fills in a long document is not held for its length.
 */
export function firstStops(snippet: string, most: number): string {
  const order = stopsInOrder(snippet);
  const last = order.slice(most).find(({ count }) => count === 1);
  const kept = new Map(order.slice(0, most).map(({ number }, index) => [number, String(index + 1)]));
  if (last !== undefined) kept.set(last.number, '0');
  return snippet.replace(SNIPPET_PART, (part, ...groups: (string | undefined)[]) => {
    const [, stop, text, choices, repeated] = groups;
    const number = stop ?? repeated;
    if (number === undefined) return part;
    const own = kept.get(number);
    const plain = text ?? (choices === undefined ? '' : firstChoice(choices));
    if (own === undefined) return plain;
    // editors give no choice at the end of the walk
    return own === '0' ? `\${0:${plain}}` : part.replace(/\d+/, own);
  });
}

interface Stop {
  readonly number: string;
  count: number;
}

function stopsInOrder(snippet: string): readonly Stop[] {
  const stops = new Map<string, Stop>();
  for (const [, , stop, , , repeated] of snippet.matchAll(SNIPPET_PART)) {
    const number = stop ?? repeated;
    if (number === undefined) continue;
    const known = stops.get(number);
    if (known === undefined) stops.set(number, { number, count: 1 });
    else known.count++;
  }
  return [...stops.values()];
}

/** The first text of a choice, as a part of a snippet. */
function firstChoice(choices: string): string {
  const first = /^(?:\\.|[^\\,])*/s.exec(choices)?.[0] ?? '';
  return escapeSnippet(first.replace(/\\([\\,|])/g, '$1'));
}
