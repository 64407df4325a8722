/** What stands inside an entry: the identifiers it refers to, its headings, and whether a stretch says anything at all. */
import type { DocumentHeading, DocumentTable, Entry, Mention, Runbook } from '../../model/runbook';
import { firstFrom, type Span } from '../../text/span';
import { isUnseen } from '../../text/unseen';

/** The references with a number in `span`: no placeholders, comments or fenced examples. Cost follows the span. */
export function referencesIn({ mentions }: Runbook, span: Span): Mention[] {
  const from = firstFrom(mentions, span.start, (mention) => mention.span.start);
  const to = firstFrom(mentions, span.end, (mention) => mention.span.start);
  return mentions.slice(from, to).filter(({ id, excluded }) => id !== null && excluded === null);
}

/** Whether a stretch refers to some entry of a prefix. */
export function namesPrefix(runbook: Runbook, span: Span, prefix: string): boolean {
  return referencesIn(runbook, span).some((mention) => mention.id?.prefix === prefix);
}

/** What an entry holds below its own heading or definition line. */
export function bodyOf({ headingSpan, span }: Entry): Span {
  return { start: Math.min(headingSpan.end, span.end), end: span.end };
}

/** The headings inside an entry, its own left out. */
export function headingsIn({ headings }: Runbook, entry: Entry): readonly DocumentHeading[] {
  const { start, end } = bodyOf(entry);
  const startOf = (heading: DocumentHeading): number => heading.span.start;
  return headings.slice(firstFrom(headings, start, startOf), firstFrom(headings, end, startOf));
}

/** The tables inside a stretch. */
export function tablesIn({ tables }: Runbook, span: Span): readonly DocumentTable[] {
  const startOf = (table: DocumentTable): number => table.block.span.start;
  return tables.slice(firstFrom(tables, span.start, startOf), firstFrom(tables, span.end, startOf));
}

/** Whether a stretch holds nothing that a reader sees: white space, comments, tags, rules between sections. */
export function isBlank({ text }: Runbook, { start, end }: Span): boolean {
  return isUnseen(text.slice(start, end));
}
