/** Entries as blocks of lines: where one begins and ends, how it is divided from the next, where another one fits in. */
import { declaredPrefixes } from '../../index/summary';
import type { Identifier } from '../../model/identifier';
import type { Entry, Runbook } from '../../model/runbook';
import { endOfContent } from '../../rules/insertion';
import { lineEndingOf, type Edit } from '../../text/edit';
import { encloses, type Span } from '../../text/span';

/** The entries with a heading of their own that stand in no other entry, in order. */
export function headedEntries({ entries }: Runbook): Entry[] {
  const headed = entries.filter(({ form }) => form === 'heading');
  return headed.filter(
    (entry) => !headed.some((other) => other !== entry && encloses(other.span, entry.span)),
  );
}

/** The words of an entry without what divides it from the next. */
export function blockOf(runbook: Runbook, { headingSpan, span }: Pick<Entry, 'headingSpan' | 'span'>): Span {
  return {
    start: headingSpan.start,
    end: endOfContent(runbook, { start: headingSpan.start, end: span.end }),
  };
}

/** What stands between entries of the document most often: blank lines, or a rule between blank lines. */
export function dividerOf(runbook: Runbook): string {
  const { text } = runbook;
  const counts = new Map<string, number>();
  for (const entry of headedEntries(runbook)) {
    if (entry.span.end >= text.length) continue;
    const between = text.slice(blockOf(runbook, entry).end, entry.span.end);
    counts.set(between, (counts.get(between) ?? 0) + 1);
  }
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]);
  if (usual !== undefined) return usual[0];
  const eol = lineEndingOf(text);
  const body = text.slice(runbook.frontMatter?.span.end ?? 0);
  return /^---[ \t]*$/m.test(body) ? `${eol}${eol}---${eol}${eol}` : eol + eol;
}

/** Puts the block of an entry where its number belongs; `words` are without line end and in the document's line endings. */
export function insertBlock(runbook: Runbook, id: Identifier, words: string): Edit {
  const { text, parts } = runbook;
  const entries = headedEntries(runbook);
  const divider = dividerOf(runbook);
  const before = neighbourBefore(runbook, entries, id);
  if (before !== undefined) {
    if (before.span.end < text.length) return insertion(before.span.end, words + divider);
    return insertion(blockOf(runbook, before).end, divider + words);
  }
  const log = parts.find(({ role, from }) => role === 'change-log' && from === 'heading');
  const after = entries[0]?.headingSpan.start ?? log?.span.start;
  if (after !== undefined) return insertion(after, words + divider);
  const end = endOfContent(runbook, { start: 0, end: text.length });
  return insertion(end, (end === 0 ? '' : divider) + words);
}

/** The entry that the new one stands behind: the next lower of its prefix, else the last of a prefix before it. */
function neighbourBefore(
  runbook: Runbook,
  entries: readonly Entry[],
  { prefix, number }: Identifier,
): Entry | undefined {
  const siblings = entries.filter((entry) => entry.id.prefix === prefix);
  const first = siblings[0];
  if (first !== undefined) {
    const lower = siblings.filter(({ id }) => id.number < number);
    if (lower.length > 0)
      return lower.reduce((best, entry) => (entry.id.number >= best.id.number ? entry : best));
    const at = entries.indexOf(first);
    return at > 0 ? entries[at - 1] : undefined;
  }
  const order = declaredPrefixes(runbook);
  const rank = (of: string): number => (order.includes(of) ? order.indexOf(of) : order.length);
  const earlier = entries.findLast(({ id }) => rank(id.prefix) <= rank(prefix));
  return earlier ?? (order.includes(prefix) ? undefined : entries.at(-1));
}

/** Takes an entry out with what divides it from its neighbours: the inverse of {@link insertBlock}. */
export function removeBlock(runbook: Runbook, entry: Entry): Edit {
  const { text } = runbook;
  if (entry.span.end < text.length)
    return { span: { start: entry.headingSpan.start, end: entry.span.end }, newText: '' };
  const start = endOfContent(runbook, { start: 0, end: entry.headingSpan.start });
  return { span: { start, end: blockOf(runbook, entry).end }, newText: '' };
}

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

function insertion(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}
