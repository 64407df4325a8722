/** The quotes and list items that are open at a line: which of them it continues, what it opens, what closes. Knows no leaves. */
import type { Block, List, ListItem, Quote } from '../../../model/markdown';
import { itemParts, trimTail } from '../block-parts';
import type { Building } from './building';
import { isDigit, isSpaceOrTab } from './characters';
import type { LineCursor } from './line-cursor';
import { isThematicBreak, listMarker, type ListMarker } from './line-starts';
import { giveUp } from './unsure';

interface OpenQuote {
  readonly kind: 'quote';
  readonly blocks: Block[];
  readonly block: Building<Quote>;
  end: number;
}

interface OpenItem {
  readonly kind: 'item';
  readonly blocks: Block[];
  readonly list: Building<List>;
  readonly start: number;
  readonly marker: ListMarker;
  /** Columns that a line needs to belong to the item. */
  readonly width: number;
  /** Nothing stands in it yet. */
  empty: boolean;
  /** A blank line came while nothing stood in it. */
  abandoned: boolean;
  end: number;
}

/** What starts at a cursor: a list item with the list that it goes on with, if any; or a quote, which has no marker. */
export interface ContainerStart {
  readonly marker: ListMarker | null;
  readonly list: Building<List> | null;
}

const quoteStart: ContainerStart = { marker: null, list: null };

export class Containers {
  readonly #text: string;
  readonly #outermost: Block[];
  readonly #stack: (OpenQuote | OpenItem)[] = [];

  /** `blocks`: where what stands in no container goes. */
  constructor(text: string, blocks: Block[]) {
    this.#text = text;
    this.#outermost = blocks;
  }

  /** How many are open. */
  get depth(): number {
    return this.#stack.length;
  }

  /** How many of them are quotes. */
  get quotes(): number {
    let count = 0;
    for (const { kind } of this.#stack) if (kind === 'quote') count++;
    return count;
  }

  /** The blocks of the innermost. */
  get blocks(): Block[] {
    return this.#stack.at(-1)?.blocks ?? this.#outermost;
  }

  /** Whether a block that is added to `blocks` now would be the first of a list item. */
  opensItem(blocks: readonly Block[]): boolean {
    const innermost = this.#stack.at(-1);
    return innermost?.kind === 'item' && innermost.blocks === blocks && blocks.length === 0;
  }

  /** How many of them the cursor's line continues; the cursor goes behind their marks. */
  match(cursor: LineCursor): number {
    let matched = 0;
    for (const container of this.#stack) {
      if (container.kind === 'quote') {
        if (cursor.blank || cursor.indent > 3 || this.#text.charCodeAt(cursor.first) !== 62) break;
        skipQuoteMark(cursor);
      } else if (cursor.blank) {
        if (container.empty) container.abandoned = true;
      } else {
        if (container.abandoned || cursor.indent < container.width) break;
        cursor.skipColumns(container.width);
      }
      matched++;
    }
    return matched;
  }

  /** Whether the line of a cursor ahead stands in all of them and is not blank there; the cursor goes behind their marks. */
  hold(ahead: LineCursor): boolean {
    for (const container of this.#stack) {
      if (ahead.blank) return false;
      if (container.kind === 'quote') {
        if (ahead.indent > 3 || this.#text.charCodeAt(ahead.first) !== 62) return false;
        skipQuoteMark(ahead);
      } else {
        if (ahead.indent < container.width) return false;
        ahead.skipColumns(container.width);
      }
    }
    return !ahead.blank;
  }

  /**
   * What starts at the cursor, or null. `matched`: how many the line continues. `interrupts`: whether something that is
   * no container is open, which not every list may end.
   */
  starting(cursor: LineCursor, matched: number, interrupts: boolean): ContainerStart | null {
    if (cursor.blank || cursor.indent > 3) return null;
    const text = this.#text;
    const { first, end } = cursor;
    const unit = text.charCodeAt(first);
    if (unit === 62) return quoteStart;
    // a footnote's definition, which ends a paragraph in the middle of its code, too
    if (unit === 91 && text.charCodeAt(first + 1) === 94) giveUp('footnote');
    const marker = isMarkerStart(unit) ? listMarker(text, first, end) : null;
    if (marker === null || (!marker.ordered && isThematicBreak(text, first, end))) return null;
    const sibling = this.#stack[matched];
    const list = sibling?.kind === 'item' && sibling.marker.unit === marker.unit ? sibling.list : null;
    if (list === null && interrupts) {
      const bare = isBlankFrom(text, first + marker.length, end);
      if (bare || (marker.ordered && (marker.ordinal !== 1 || marker.length > 2))) return null;
    }
    return { marker, list };
  }

  /** Opens what starts at the cursor, in the innermost; the cursor goes behind its mark. */
  open({ marker, list }: ContainerStart, cursor: LineCursor): void {
    if (marker === null) this.#openQuote(cursor);
    else this.#openItem(marker, list ?? this.#addList(marker, cursor), cursor);
  }

  #openQuote(cursor: LineCursor): void {
    const { first: start, end } = cursor;
    skipQuoteMark(cursor);
    const block: Building<Quote> = { type: 'quote', span: { start, end }, blocks: [] };
    this.blocks.push(block);
    this.#stack.push({ kind: 'quote', block, blocks: block.blocks, end });
  }

  #addList({ ordered }: ListMarker, { first }: LineCursor): Building<List> {
    const list: Building<List> = { type: 'list', span: { start: first, end: first }, ordered, items: [] };
    this.blocks.push(list);
    return list;
  }

  #openItem(marker: ListMarker, list: Building<List>, cursor: LineCursor): void {
    const { first: start, end } = cursor;
    const prefix = cursor.indent + marker.length;
    cursor.skipTo(start + marker.length);
    const empty = cursor.blank;
    const space = empty || cursor.indent > 4 ? 1 : cursor.indent;
    if (!empty) cursor.skipColumns(space);
    const width = prefix + space;
    this.#stack.push({
      kind: 'item',
      list,
      start,
      marker,
      width,
      blocks: [],
      empty,
      abandoned: false,
      end,
    });
  }

  /** Closes all from number `depth` on. The leaf in them has to be closed already. */
  close(depth: number): void {
    let { quotes } = this;
    for (let i = this.#stack.length - 1; i >= depth; i--) {
      const container = this.#stack[i];
      if (container === undefined) continue;
      if (container.kind === 'quote') {
        const { start } = container.block.span;
        container.block.span = trimTail(this.#text, { start, end: container.end }, quotes);
        quotes--;
      } else {
        const { list, blocks } = container;
        const span = trimTail(this.#text, container, quotes);
        const item: ListItem = { span, ...itemParts(this.#text, span), blocks };
        list.items.push(item);
        list.span = { start: list.span.start, end: span.end };
      }
    }
    this.#stack.length = depth;
  }

  /** A line that ends at `end` says something in all of them. */
  extend(end: number): void {
    for (const container of this.#stack) {
      container.end = end;
      if (container.kind === 'item') container.empty = false;
    }
  }

  /** A blank line that ends at `end` goes on with `depth` of them: the mark of the last quote says something in those around it. */
  extendAround(depth: number, end: number): void {
    const last = this.#stack.findLastIndex(({ kind }, index) => kind === 'quote' && index < depth);
    for (let i = 0; i < last; i++) {
      const container = this.#stack[i];
      if (container !== undefined) container.end = end;
    }
  }

  /** A line that ends at `end` has opened the innermost, which is no blank line for those around it. */
  extendOuter(end: number): void {
    const innermost = this.#stack.at(-1);
    for (const container of this.#stack) {
      container.end = end;
      if (container.kind === 'item' && container !== innermost) container.empty = false;
    }
  }
}

function skipQuoteMark(cursor: LineCursor): void {
  cursor.skipTo(cursor.first + 1);
  if (cursor.indent > 0) cursor.skipColumns(1);
}

function isMarkerStart(unit: number): boolean {
  return unit === 45 || unit === 42 || unit === 43 || isDigit(unit);
}

function isBlankFrom(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (!isSpaceOrTab(text.charCodeAt(at))) return false;
  return true;
}
