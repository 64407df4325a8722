/** Paths and fragments that a document names outside of its links: link definitions, used or not, and attributes of raw HTML. */
import type { Block, Inline } from '../../model/markdown';
import type { Runbook } from '../../model/runbook';
import { placesOf } from '../../text/pieces';
import type { Span } from '../../text/span';

/** A relative path in a document, or a fragment of the document itself. */
export interface Destination {
  /** Where the path stands, without fragment: `[up]: «../SoT.md»#top`, `<a href="«docs/x.md»">`. */
  readonly pathSpan: Span;
  /** The path, percent-decoded; empty for the document itself. */
  readonly path: string;
  /** Where the fragment stands, without its mark; empty behind the path where there is none. */
  readonly fragmentSpan: Span;
  /** The fragment, percent-decoded; null where there is none. */
  readonly fragment: string | null;
}

const attribute = /\s(?:href|src|poster)\s{0,8}=\s{0,8}(?:"([^"<>]{1,2000})"|'([^'<>]{1,2000})')/gi;

/** How an address outside of the workspace begins. */
const outside = /^(?:[a-z][a-z0-9+.-]*:|\/\/|www\.)/i;

/** What every definition and every tag with attributes holds. */
const signs = placesOf(/\]:|<[a-z][a-z0-9]{0,30}\s/gi);

/** Where definitions and HTML lead, in no order; addresses outside of the workspace are none. */
export function destinationsOf({
  text,
  blocks,
  pieces,
}: Pick<Runbook, 'text' | 'blocks' | 'pieces'>): Destination[] {
  const found: Destination[] = [];
  const add = (start: number, source: string): void => {
    if (source === '' || outside.test(source)) return;
    const mark = source.indexOf('#');
    const path = mark < 0 ? source : source.slice(0, mark);
    const isWhole = path === source;
    const from = start + path.length + (isWhole ? 0 : 1);
    found.push({
      pathSpan: { start, end: start + path.length },
      path: decode(path),
      fragmentSpan: { start: from, end: start + source.length },
      fragment: isWhole ? null : decode(source.slice(path.length + 1)),
    });
  };
  const html = ({ start, end }: Span): void => {
    for (const match of text.slice(start, end).matchAll(attribute)) {
      const value = match[1] ?? match[2] ?? '';
      add(start + match.index + match[0].length - value.length - 1, value);
    }
  };
  const inlines = (marks: readonly Inline[]): void => {
    for (const { type, span } of marks) if (type === 'html') html(span);
  };
  const visit = (block: Block): void => {
    if (block.type === 'definition')
      add(block.target.start, text.slice(block.target.start, block.target.end));
    else if (block.type === 'html') html(block.span);
    else if (block.type === 'paragraph' || block.type === 'heading') inlines(block.inlines);
    else if (block.type === 'quote' || block.type === 'footnote') block.blocks.forEach(visit);
    else if (block.type === 'list')
      block.items.forEach((item) => {
        item.blocks.forEach(visit);
      });
    else if (block.type === 'table')
      for (const { cells } of block.rows) for (const cell of cells) inlines(cell.inlines);
  };
  if (signs(pieces).length > 0) blocks.forEach(visit);
  return found;
}

function decode(source: string): string {
  if (!source.includes('%')) return source;
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}
