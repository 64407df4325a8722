/** Entries within entries: what an inner one says, it says of itself. Knows no text. */
import { Coverage } from '../text/coverage';
import type { Span } from '../text/span';
import { hasBody, type EntryForm } from './entry';
import { keyOf, type Identifier } from './identifier';

interface Framed {
  readonly id: Identifier;
  readonly form: EntryForm;
  readonly span: Span;
}

function put(all: Map<Framed, Span[]>, entry: Framed, span: Span): void {
  const known = all.get(entry);
  if (known === undefined) all.set(entry, [span]);
  else known.push(span);
}

/** Tells the places of other entries within an entry, for entries in the order of their starts. */
export function innerEntries(entries: readonly Framed[]): (entry: Framed) => Coverage {
  const inner = new Map<Framed, Span[]>();
  const open: Framed[] = [];
  for (const entry of entries.filter(hasBody)) {
    while ((open.at(-1)?.span.end ?? Infinity) <= entry.span.start) open.pop();
    // what holds an inner one holds all that stands in it
    const around = open.at(-1);
    if (around !== undefined && keyOf(around.id) !== keyOf(entry.id)) put(inner, around, entry.span);
    open.push(entry);
  }
  const nothing = new Coverage([]);
  const coverages = new Map([...inner].map(([entry, spans]) => [entry, new Coverage(spans)]));
  return (entry) => coverages.get(entry) ?? nothing;
}
