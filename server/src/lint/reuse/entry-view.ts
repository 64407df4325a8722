/** A document as it looks from within one of its entries: what stands elsewhere is left out, so that no rule goes through it. */
import type { Runbook, Section } from '../../model/runbook';
import type { PlacedPiece } from '../../text/pieces';
import { firstFrom, type Span } from '../../text/span';

/**
 * The document with what starts in a span alone; all places are those of the document. Its entries, links, phases, bands and
 * front matter stay: other things refer to these, or ask whether there are any.
 */
export function viewWithin(runbook: Runbook, span: Span): Runbook {
  const { pieces, root, blocks, headings, labels, parts, fences, tables, comments } = runbook;
  const [title] = headings;
  const own = startingIn(headings, span, spanOf);
  return {
    ...runbook,
    pieces: piecesIn(pieces, span),
    root: sectionWithin(root, span),
    blocks: startingIn(blocks, span, spanOf),
    headings: title === undefined || title === own[0] ? own : [title, ...own],
    labels: startingIn(labels, span, spanOf),
    parts: startingIn(parts, span, spanOf),
    fences: startingIn(fences, span, spanOf),
    tables: startingIn(tables, span, ({ block }) => block.span),
    comments: startingIn(comments, span, (comment) => comment),
    procedures: startingIn(runbook.procedures, span, spanOf),
    mentions: startingIn(runbook.mentions, span, spanOf),
    placeholders: startingIn(runbook.placeholders, span, spanOf),
  };
}

function startingIn<T>(items: readonly T[], span: Span, placeOf: (item: T) => Span): readonly T[] {
  const startOf = (item: T): number => placeOf(item).start;
  return items.slice(firstFrom(items, span.start, startOf), firstFrom(items, span.end, startOf));
}

function piecesIn(pieces: readonly PlacedPiece[], { start, end }: Span): readonly PlacedPiece[] {
  const startOf = (piece: PlacedPiece): number => piece.start;
  return pieces.slice(
    Math.max(0, firstFrom(pieces, start + 1, startOf) - 1),
    firstFrom(pieces, end, startOf),
  );
}

/** A section with those below it that have to do with the span. */
function sectionWithin(section: Section, within: Span): Section {
  const { span, children } = section;
  if (within.start <= span.start && span.end <= within.end) return section;
  const kept = children.filter((child) => child.span.start < within.end && child.span.end > within.start);
  return { ...section, children: kept.map((child) => sectionWithin(child, within)) };
}

function spanOf({ span }: { readonly span: Span }): Span {
  return span;
}
