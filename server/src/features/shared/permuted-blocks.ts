/** Stretches of a document that change places with each other, while what stands between them stays. */
import type { Runbook } from '../../model/runbook';
import { lineEndingOf, type Edit } from '../../text/edit';
import { encloses, type Span } from '../../text/span';
import type { FeatureContext } from './feature-context';
import {
  headingsOf,
  linkEdits,
  linkersOf,
  MovedFragments,
  textWith,
  type HeadingAfter,
} from './moved-fragments';
import { withoutMarkup } from './plain-words';

/** A place and the stretch that stands there afterwards. */
export interface Placing {
  readonly slot: Span;
  readonly from: Span;
}

/** The places of which another stretch takes possession: the `order[i]`th goes to the `i`th. */
export function placingsOf(slots: readonly Span[], order: readonly number[]): Placing[] {
  return slots.flatMap((slot, index) => {
    const from = slots[order[index] ?? index];
    return from === undefined || from === slot ? [] : [{ slot, from }];
  });
}

/**
 * The edits by document after which the stretches have changed places, with `edits` of the document applied wherever they
 * are, and with all links to headings that stand elsewhere or have other words.
 */
export function permuted(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  placings: readonly Placing[],
  edits: readonly Edit[],
): Map<string, Edit[]> {
  const moved = new MovedFragments();
  moved.arrange(uri, headingsAfter(uri, runbook, placings, edits));
  const taken = new Set(edits.map(({ span }) => span.start));
  const links = linkEdits(context, uri, moved).filter(({ span }) => !taken.has(span.start));
  const all = new Map<string, Edit[]>([[uri, placed(runbook, placings, [...edits, ...links])]]);
  for (const linker of linkersOf(context, moved.uris)) {
    const own = linker === uri ? [] : linkEdits(context, linker, moved);
    if (own.length > 0) all.set(linker, own);
  }
  return all;
}

/** One edit for each place, and those that are about none of them. */
function placed(runbook: Runbook, placings: readonly Placing[], edits: readonly Edit[]): Edit[] {
  return [
    ...placings.map(({ slot, from }) => {
      const words = textWith(runbook, from, edits);
      // items, rows and lines stand close to each other
      const isBlock = /^[#<]/.test(runbook.text.slice(slot.start, slot.start + 1));
      return { span: slot, newText: isBlock ? apart(runbook, slot, words) : words };
    }),
    ...edits.filter(({ span }) => !placings.some(({ slot }) => encloses(slot, span))),
  ];
}

/** Words that take another place, with blank lines where those that stood there needed none. */
function apart({ lines, text }: Runbook, { start, end }: Span, words: string): string {
  const eol = lineEndingOf(text);
  const above = lines.lineAt(start) - 1;
  const below = lines.lineAt(end) + 1;
  const closeAbove = above >= 0 && lines.textOf(above).trim() !== '' && !words.startsWith('#');
  const last = /(?<![^\r\n])[^\r\n]*$/.exec(words)?.[0] ?? '';
  const closeBelow = below < lines.count && lines.textOf(below).trim() !== '' && /^\s*[<|]/.test(last);
  return (closeAbove ? eol : '') + words + (closeBelow ? eol : '');
}

/** Whether two definitions of links have one label: then the first holds, and a move may change which that is. */
export function definesTwice({ blocks }: Runbook): boolean {
  const labels = blocks.flatMap((block) => (block.type === 'definition' ? [block.label] : []));
  const own = labels.filter((label) => !/^(?:\/\/|COMMENT)$/.test(label));
  return new Set(own).size < own.length;
}

function headingsAfter(
  uri: string,
  runbook: Runbook,
  placings: readonly Placing[],
  edits: readonly Edit[],
): HeadingAfter[] {
  const headings = headingsOf(uri, runbook).map((one) => {
    const { titleSpan } = one.heading;
    const own = edits.filter(({ span }) => encloses(titleSpan, span) && span.end > span.start);
    return own.length === 0 ? one : { ...one, words: withoutMarkup(textWith(runbook, titleSpan, own)) };
  });
  const within = (span: Span): HeadingAfter[] =>
    headings.filter(({ heading }) => encloses(span, heading.span));
  const entered = new Set<Placing>();
  return headings.flatMap((one) => {
    const placing = placings.find(({ slot }) => encloses(slot, one.heading.span));
    if (placing === undefined) return [one];
    if (entered.has(placing)) return [];
    entered.add(placing);
    return within(placing.from);
  });
}
