/**
 * The blocks of a document as one sequence of lines and blocks in reading order.
 *
 * Labels hide in lazy continuations: a line `Verification:` right under a list item belongs to
 * that item for CommonMark, not for its author. Here a line belongs to an item only when it is indented like it.
 */
import type { Block, CodeBlock, Heading, Inline, ListItem, Table } from '../model/markdown';
import type { LineIndex } from '../text/line-index';
import { firstFrom, trimSpan, type Span } from '../text/span';

export type FlowNode = FlowLine | FlowBlock;

/** One line of running text. */
export interface FlowLine {
  readonly type: 'line';
  /** Without indentation, quote marks, list marker, checkbox and trailing white space. */
  readonly span: Span;
  /** The innermost list item that the author meant it for, else null. */
  readonly item: ListItem | null;
  /** Number of list items around it: 0 outside lists. */
  readonly depth: number;
  readonly inQuote: boolean;
  /** Whether it is the first line of its list item. */
  readonly opensItem: boolean;
  /** Whether it is the first line of a paragraph. */
  readonly opensParagraph: boolean;
  readonly inlines: readonly Inline[];
}

export interface FlowBlock {
  readonly type: 'heading' | 'code' | 'table' | 'html' | 'break';
  readonly block: Heading | CodeBlock | Table | Extract<Block, { type: 'html' | 'break' }>;
  readonly span: Span;
  readonly item: ListItem | null;
  readonly depth: number;
  readonly inQuote: boolean;
}

/** Where blocks stand: in how many list items, the innermost of which is at hand with the place around it. */
interface Place {
  readonly depth: number;
  readonly inQuote: boolean;
  /** Null outside lists. */
  readonly item: ListItem | null;
  /** The column at which the content of the item starts. */
  readonly column: number;
  readonly around: Place | null;
}

const outside: Place = { depth: 0, inQuote: false, item: null, column: 0, around: null };

/** The document's lines and blocks in reading order. */
export function toFlow(text: string, blocks: readonly Block[], lines: LineIndex): FlowNode[] {
  const flow: FlowNode[] = [];
  collect(text, blocks, lines, outside, flow);
  return flow;
}

function collect(
  text: string,
  blocks: readonly Block[],
  lines: LineIndex,
  place: Place,
  flow: FlowNode[],
): void {
  const { item, depth, inQuote } = place;
  let isFirst = true;
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
        addLines(text, block.span, block.inlines, lines, place, isFirst, flow);
        break;
      case 'list':
        for (const inner of block.items) {
          const column = contentColumn(inner, lines);
          const within = { depth: depth + 1, inQuote, item: inner, column, around: place };
          collect(text, inner.blocks, lines, within, flow);
        }
        break;
      case 'quote':
        collect(text, block.blocks, lines, inQuote ? place : { ...place, inQuote: true }, flow);
        break;
      case 'footnote':
        collect(text, block.blocks, lines, place, flow);
        break;
      case 'definition':
        break;
      case 'heading':
        // a heading inside a list item or a quote structures nothing: it is a line with words
        if (depth > 0 || inQuote) addLines(text, block.content, block.inlines, lines, place, isFirst, flow);
        else flow.push({ type: 'heading', block, span: block.span, item: null, depth: 0, inQuote: false });
        break;
      default:
        flow.push({ type: block.type, block, span: block.span, item, depth, inQuote });
    }
    isFirst = false;
  }
}

function addLines(
  text: string,
  span: Span,
  inlines: readonly Inline[],
  lines: LineIndex,
  place: Place,
  firstBlock: boolean,
  flow: FlowNode[],
): void {
  const firstLine = lines.lineAt(span.start);
  const lastLine = lines.lineAt(Math.max(span.start, span.end - 1));
  for (let line = firstLine; line <= lastLine; line++) {
    const whole = lines.spanOf(line);
    const opens = line === firstLine;
    const from = opens ? span.start : skipMarks(text, whole, place.inQuote);
    const trimmed = trimSpan(
      text,
      opens && span.end <= whole.end
        ? span
        : { start: Math.max(from, whole.start), end: Math.min(whole.end, span.end) },
    );
    if (trimmed.end === trimmed.start) continue;
    const own = opens ? place : placeAt(trimmed.start - whole.start, place);
    const { item, depth } = own;
    flow.push({
      type: 'line',
      span: opens && firstBlock ? afterBox(text, trimmed, item) : trimmed,
      item,
      depth,
      inQuote: place.inQuote,
      opensItem: opens && firstBlock && item !== null,
      opensParagraph: opens,
      inlines: inlinesIn(inlines, trimmed),
    });
  }
}

function inlinesIn(inlines: readonly Inline[], span: Span): readonly Inline[] {
  if (inlines.length === 0) return inlines;
  const from = firstFrom(inlines, span.start, startOf);
  const to = firstFrom(inlines, span.end, startOf);
  return from === 0 && to === inlines.length ? inlines : inlines.slice(from, to);
}

function startOf({ span }: Inline): number {
  return span.start;
}

/** The place of the innermost item whose content column a line at `column` reaches. */
function placeAt(column: number, place: Place): Place {
  if (place.inQuote) return place;
  let reached = place;
  while (reached.around !== null && column < reached.column) reached = reached.around;
  return reached;
}

function contentColumn(item: ListItem, lines: LineIndex): number {
  const start = lines.startOf(lines.lineAt(item.marker.start));
  return item.marker.start - start + 1;
}

function skipMarks(text: string, line: Span, inQuote: boolean): number {
  let at = line.start;
  while (at < line.end) {
    const character = text.charAt(at);
    if (character !== ' ' && character !== '\t' && !(inQuote && character === '>')) break;
    at++;
  }
  return at;
}

function afterBox(text: string, span: Span, item: ListItem | null): Span {
  if (item?.box == null || span.start > item.box.span.start) return span;
  return trimSpan(text, { start: Math.min(item.box.span.end, span.end), end: span.end });
}
