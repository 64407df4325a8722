/**
 * Text → blocks in one pass over its lines, some fifty times as fast as the reference engine and equal to it.
 *
 * Reads what people write. At what they hardly ever write and what is easily read wrong (footnotes, tabs cut in two
 * by a list's indentation, definitions over several lines) it gives up, and the reference engine reads the text.
 */
import type { Block, Heading, List, ListItem, Paragraph, Quote, Table } from '../../../model/markdown';
import { itemParts, toCodeBlock, trimTail } from '../block-parts';
import { isSpaceOrTab } from './characters';
import { readDefinition } from './definitions';
import { LineCursor } from './line-cursor';
import {
  headingMarks,
  htmlStart,
  isClosingFence,
  isThematicBreak,
  listMarker,
  openingFence,
  underlineDepth,
  type HtmlEnd,
  type ListMarker,
} from './line-starts';
import { delimiterColumns, headColumns, rowCells } from './tables';
import { InlineJobs } from './inline-jobs';
import { giveUp, Unsure } from './unsure';

/**
 * The blocks of a text from the line at `from` on, or null for a text that only the reference engine reads. `isDefined`
 * knows the labels defined elsewhere.
 */
export function scanBlocks(text: string, isDefined: (label: string) => boolean, from = 0): Block[] | null {
  // a carriage return alone ends a line; nobody has written such files for decades
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return null;
  try {
    return new BlockScanner(text).scan(isDefined, from);
  } catch (error) {
    if (error instanceof Unsure) return null;
    throw error;
  }
}

type Building<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer E)[] ? E[] : T[Key] };

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

type Container = OpenQuote | OpenItem;

type Leaf =
  | {
      readonly kind: 'paragraph';
      readonly start: number;
      readonly spans: number[];
      lazy: boolean;
      readonly into: Block[];
    }
  | {
      readonly kind: 'fence';
      readonly start: number;
      readonly unit: number;
      readonly length: number;
      end: number;
      blankEnd: boolean;
      readonly into: Block[];
    }
  | { readonly kind: 'indented'; readonly start: number; end: number; readonly into: Block[] }
  | {
      readonly kind: 'html';
      readonly start: number;
      readonly until: RegExp | null;
      end: number;
      blankEnd: boolean;
      readonly into: Block[];
    }
  | { readonly kind: 'table'; readonly block: Building<Table> };

class BlockScanner {
  readonly #text: string;
  readonly #cursor: LineCursor;
  readonly #ahead: LineCursor;
  readonly #blocks: Block[] = [];
  readonly #stack: Container[] = [];
  readonly #jobs: InlineJobs;
  #leaf: Leaf | null = null;

  constructor(text: string) {
    this.#text = text;
    this.#cursor = new LineCursor(text);
    this.#ahead = new LineCursor(text);
    this.#jobs = new InlineJobs(text);
  }

  scan(isDefined: (label: string) => boolean, from: number): Block[] {
    const { length } = this.#text;
    const cursor = this.#cursor;
    for (let at = from; at < length; at = cursor.next) {
      cursor.moveTo(at);
      this.#readLine();
    }
    this.#closeLeaf();
    this.#closeContainers(0);
    this.#jobs.run(isDefined);
    return this.#blocks;
  }

  #readLine(): void {
    const cursor = this.#cursor;
    let matched = this.#match(cursor);
    let whole = matched === this.#stack.length;
    const leaf = this.#leaf;
    if (whole && leaf !== null && (leaf.kind === 'fence' || leaf.kind === 'html')) {
      if (this.#continueConcrete(leaf)) return;
    } else if (cursor.blank) {
      this.#readBlank(matched);
      return;
    } else {
      const opened = this.#openContainers(matched);
      if (opened) {
        this.#touchOuter();
        matched = this.#stack.length;
        whole = true;
      }
    }
    if (cursor.blank) {
      this.#readBlank(matched);
      return;
    }
    this.#readLeafLine(matched, whole);
  }

  /** How many open containers the cursor's line continues; the cursor goes behind their marks. */
  #match(cursor: LineCursor): number {
    let matched = 0;
    for (const container of this.#stack) {
      if (container.kind === 'quote') {
        if (cursor.blank || cursor.indent > 3 || this.#text.charCodeAt(cursor.first) !== 62) break;
        this.#skipQuoteMark(cursor);
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

  #skipQuoteMark(cursor: LineCursor): void {
    cursor.skipTo(cursor.first + 1);
    if (cursor.indent > 0) cursor.skipColumns(1);
  }

  #readBlank(matched: number): void {
    const open = this.#stack[matched];
    if (open !== undefined) this.#closeFrom(matched);
    if (this.#leaf?.kind === 'paragraph' || this.#leaf?.kind === 'table') this.#closeLeaf();
  }

  /** Goes on with a fence or raw HTML. Returns false when the line stands behind it. */
  #continueConcrete(leaf: Extract<Leaf, { kind: 'fence' | 'html' }>): boolean {
    const cursor = this.#cursor;
    if (leaf.kind === 'html') {
      if (leaf.until === null && cursor.blank) {
        this.#closeLeaf();
        return false;
      }
      this.#extend(leaf);
      if (leaf.until?.test(this.#text.slice(cursor.at, cursor.end)) === true) this.#closeLeaf();
      return true;
    }
    this.#extend(leaf);
    if (cursor.indent <= 3 && !cursor.blank && isClosingFence(this.#text, cursor.first, cursor.end, leaf))
      this.#closeLeaf();
    return true;
  }

  #extend(leaf: Extract<Leaf, { kind: 'fence' | 'html' }>): void {
    leaf.blankEnd = this.#cursor.blank;
    // blank lines at the end of a block that nothing closes are none of its lines
    if (leaf.blankEnd) return;
    leaf.end = this.#cursor.end;
    this.#touch();
  }

  /** Opens the quotes and list items that start in the line. Returns whether there are any. */
  #openContainers(matched: number): boolean {
    const cursor = this.#cursor;
    const text = this.#text;
    let opened = false;
    // it stays so for all that starts in the line, as the reference engine has it
    const interrupts = matched === this.#stack.length && this.#leaf !== null;
    for (;;) {
      if (cursor.blank || cursor.indent > 3) return opened;
      const { first, end } = cursor;
      const unit = text.charCodeAt(first);
      if (unit === 62) {
        if (!opened) this.#closeFrom(matched);
        const start = first;
        this.#skipQuoteMark(cursor);
        const block: Building<Quote> = { type: 'quote', span: { start, end }, blocks: [] };
        this.#parentBlocks().push(block);
        this.#stack.push({ kind: 'quote', block, blocks: block.blocks, end });
      } else {
        const marker = isMarkerStart(unit) ? listMarker(text, first, end) : null;
        if (marker === null || (!marker.ordered && isThematicBreak(text, first, end))) return opened;
        const sibling = opened ? undefined : this.#stack[matched];
        const list = sibling?.kind === 'item' && sibling.marker.unit === marker.unit ? sibling.list : null;
        if (list === null && interrupts) {
          const bare = isBlankFrom(text, first + marker.length, end);
          if (bare || (marker.ordered && (marker.ordinal !== 1 || marker.length > 2))) return opened;
        }
        if (!opened) this.#closeFrom(matched);
        this.#openItem(marker, list);
      }
      opened = true;
    }
  }

  #openItem(marker: ListMarker, sibling: Building<List> | null): void {
    const cursor = this.#cursor;
    const start = cursor.first;
    const prefix = cursor.indent + marker.length;
    let list = sibling;
    if (list === null) {
      list = { type: 'list', span: { start, end: start }, ordered: marker.ordered, items: [] };
      this.#parentBlocks().push(list);
    }
    cursor.skipTo(start + marker.length);
    const empty = cursor.blank;
    const space = empty || cursor.indent > 4 ? 1 : cursor.indent;
    if (!empty) cursor.skipColumns(space);
    const end = cursor.end;
    this.#stack.push({
      kind: 'item',
      list,
      start,
      marker,
      width: prefix + space,
      blocks: [],
      empty,
      abandoned: false,
      end,
    });
  }

  #readLeafLine(matched: number, whole: boolean): void {
    const cursor = this.#cursor;
    const text = this.#text;
    const { first, end, indent } = cursor;
    const leaf = this.#leaf;
    if (leaf?.kind === 'paragraph' && (indent > 3 || !this.#interruptsParagraph(leaf, whole))) {
      if (this.#leaf !== leaf) {
        // the line was its underline
        this.#touch();
        return;
      }
      if (!whole) leaf.lazy = true;
      leaf.spans.push(first, end);
      this.#touch();
      return;
    }
    if (!whole) {
      if (leaf?.kind === 'table') giveUp();
      this.#closeFrom(matched);
    }
    this.#touch();
    const current = this.#leaf;
    if (current?.kind === 'indented') {
      if (indent > 3) {
        current.end = end;
        return;
      }
      this.#closeLeaf();
    }
    if (current?.kind === 'table') {
      if (indent <= 3 && !this.#startsOther(false)) {
        this.#addRow(current.block);
        return;
      }
      this.#closeLeaf();
    }
    if (current?.kind === 'paragraph') this.#closeLeaf();
    if (indent > 3) {
      // such a line behind a list or quote that it ends is read in more than one way
      if (!whole) giveUp();
      this.#leaf = { kind: 'indented', start: cursor.at, end, into: this.#parentBlocks() };
      return;
    }
    this.#startLeaf(text, first, end);
  }

  /** Whether a line ends the paragraph that is open; a setext underline makes it a heading, which closes the leaf. */
  #interruptsParagraph(leaf: Extract<Leaf, { kind: 'paragraph' }>, whole: boolean): boolean {
    const text = this.#text;
    const { first, end } = this.#cursor;
    if (whole) {
      const depth = underlineDepth(text, first, end);
      if (depth !== 0) {
        if (text.charCodeAt(leaf.start) === 91 || leaf.lazy) giveUp();
        this.#leaf = null;
        this.#addSetextHeading(leaf, depth, end);
        return false;
      }
    } else if (text.charCodeAt(first) === 60) giveUp();
    if (this.#startsOther(true)) return true;
    const table = this.#startsTable();
    if (table && !whole) giveUp();
    return table;
  }

  /** Whether the line starts a block that is no container, paragraph, table or indented code. */
  #startsOther(interrupts: boolean): boolean {
    const text = this.#text;
    const { first, end } = this.#cursor;
    switch (text.charCodeAt(first)) {
      case 35:
        return headingMarks(text, first, end) > 0;
      case 96:
      case 126:
        return openingFence(text, first, end) !== null;
      case 42:
      case 45:
      case 95:
        return isThematicBreak(text, first, end);
      case 60:
        return htmlStart(text.slice(first, end), 0, interrupts) !== null;
      default:
        return false;
    }
  }

  #startLeaf(text: string, first: number, end: number): void {
    const into = this.#parentBlocks();
    const marks = headingMarks(text, first, end);
    if (marks > 0) {
      this.#addHeading(first, marks, end);
      return;
    }
    const fence = openingFence(text, first, end);
    if (fence !== null) {
      this.#leaf = { kind: 'fence', start: first, ...fence, end, blankEnd: false, into };
      return;
    }
    if (isThematicBreak(text, first, end)) {
      into.push({ type: 'break', span: { start: first, end } });
      return;
    }
    if (text.charCodeAt(first) === 60) {
      const line = text.slice(first, end);
      const html = htmlStart(line, 0, false);
      if (html !== null) {
        this.#startHtml(html, line, end);
        return;
      }
    }
    if (this.#startsTable()) {
      this.#startTable();
      return;
    }
    this.#leaf = { kind: 'paragraph', start: first, spans: [first, end], lazy: false, into };
  }

  #startHtml({ pattern, from }: HtmlEnd, line: string, end: number): void {
    const start = this.#cursor.at;
    this.#leaf = { kind: 'html', start, until: pattern, end, blankEnd: false, into: this.#parentBlocks() };
    if (pattern?.test(line.slice(from)) === true) this.#closeLeaf();
  }

  /** Whether the cursor's line is a table's head: the next line, in the same containers, has its delimiters. */
  #startsTable(): boolean {
    const cursor = this.#cursor;
    const ahead = this.#ahead;
    if (cursor.next >= this.#text.length) return false;
    ahead.moveTo(cursor.next);
    // cheap enough to ask for each line of text: nearly no line goes further
    const unit = this.#text.charCodeAt(ahead.first);
    const inContainer = this.#stack.length > 0;
    if (!inContainer && unit !== 124 && unit !== 45 && unit !== 58) return false;
    if (ahead.blank || this.#matchAhead(ahead) < this.#stack.length) return false;
    if (ahead.blank || ahead.indent > 3) return false;
    const columns = delimiterColumns(this.#text.slice(ahead.first, ahead.end));
    if (columns === 0 || listMarker(this.#text, ahead.first, ahead.end) !== null) return false;
    return headColumns(this.#text, cursor.first, cursor.end) === columns;
  }

  #matchAhead(ahead: LineCursor): number {
    let matched = 0;
    for (const container of this.#stack) {
      if (container.kind === 'quote') {
        if (ahead.blank || ahead.indent > 3 || this.#text.charCodeAt(ahead.first) !== 62) break;
        this.#skipQuoteMark(ahead);
      } else {
        if (ahead.blank || ahead.indent < container.width) break;
        ahead.skipColumns(container.width);
      }
      matched++;
    }
    return matched;
  }

  #startTable(): void {
    const { first, end } = this.#cursor;
    const block: Building<Table> = { type: 'table', span: { start: first, end }, rows: [] };
    this.#parentBlocks().push(block);
    this.#leaf = { kind: 'table', block };
    this.#addRow(block);
    // the delimiter row says nothing
    this.#cursor.moveTo(this.#cursor.next);
    this.#match(this.#cursor);
    block.span = { start: first, end: this.#cursor.end };
    this.#touch();
  }

  #addRow(table: Building<Table>): void {
    const { first, end } = this.#cursor;
    const cells = rowCells(this.#text, first, end).map((span) => ({ span, inlines: this.#jobs.line(span) }));
    table.rows.push({ span: { start: first, end }, cells });
    table.span = { start: table.span.start, end };
  }

  #addHeading(first: number, marks: number, end: number): void {
    const text = this.#text;
    let start = first + marks;
    while (start < end && isSpaceOrTab(text.charCodeAt(start))) start++;
    let stop = end;
    while (stop > start && isSpaceOrTab(text.charCodeAt(stop - 1))) stop--;
    const spanEnd = stop > start ? stop : first + marks;
    let content = stop;
    while (content > start && text.charCodeAt(content - 1) === 35) content--;
    if (content === start) stop = start;
    else if (content < stop && isSpaceOrTab(text.charCodeAt(content - 1))) {
      stop = content;
      while (stop > start && isSpaceOrTab(text.charCodeAt(stop - 1))) stop--;
    }
    const words = stop > start ? { start, end: stop } : { start: end, end };
    this.#parentBlocks().push({
      type: 'heading',
      span: { start: first, end: Math.max(spanEnd, end) },
      depth: toDepth(marks),
      content: words,
      inlines: this.#jobs.line(words),
    });
  }

  #addSetextHeading(leaf: Extract<Leaf, { kind: 'paragraph' }>, depth: 1 | 2, end: number): void {
    const text = this.#text;
    let stop = leaf.spans.at(-1) ?? end;
    while (stop > leaf.start && isSpaceOrTab(text.charCodeAt(stop - 1))) stop--;
    const content = { start: leaf.start, end: stop };
    const heading: Heading = {
      type: 'heading',
      span: { start: leaf.start, end },
      depth,
      content,
      inlines: this.#jobs.lines(content, leaf.spans, this.#inQuote()),
    };
    leaf.into.push(heading);
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    this.#leaf = null;
    const concrete = leaf?.kind === 'fence' || leaf?.kind === 'html';
    // in a quote such lines hold the quote's marks
    if (concrete && leaf.blankEnd && this.#inQuote()) giveUp();
    switch (leaf?.kind) {
      case 'paragraph':
        this.#closeParagraph(leaf.start, leaf.spans, leaf.into);
        break;
      case 'fence':
      case 'indented':
        leaf.into.push(toCodeBlock(this.#text, trimTail(this.#text, leaf, false)));
        break;
      case 'html':
        leaf.into.push({ type: 'html', span: trimTail(this.#text, leaf, false) });
        break;
      default:
        break;
    }
  }

  #closeParagraph(start: number, spans: readonly number[], into: Block[]): void {
    const text = this.#text;
    let line = 0;
    while (text.charCodeAt(spans[line] ?? start) === 91) {
      const definition = readDefinition(text, spans[line] ?? 0, spans[line + 1] ?? 0);
      if (definition === null) break;
      if (this.#inQuote()) giveUp();
      this.#jobs.define(definition.label);
      into.push(definition);
      line += 2;
      if (line >= spans.length) return;
      // a title on the next line, or a box that opens no item
      const next = text.charAt(spans[line] ?? 0);
      if (/["'(]/.test(next) || (next === '[' && this.#stack.length > 0)) giveUp();
    }
    const from = spans[line] ?? start;
    const end = spans.at(-1) ?? from;
    const parent = this.#stack.at(-1);
    const opensItem = parent?.kind === 'item' && parent.blocks === into && into.length === 0;
    const span = { start: from, end };
    const paragraph: Building<Paragraph> = { type: 'paragraph', span, inlines: [] };
    into.push(paragraph);
    const kept = line === 0 ? spans : spans.slice(line);
    this.#jobs.paragraph(paragraph, kept, this.#inQuote(), opensItem);
  }

  /** Closes the leaf and the containers from number `depth` on, when there are any. */
  #closeFrom(depth: number): void {
    this.#closeLeaf();
    this.#closeContainers(depth);
  }

  #closeContainers(depth: number): void {
    for (let i = this.#stack.length - 1; i >= depth; i--) {
      const container = this.#stack[i];
      if (container === undefined) continue;
      if (container.kind === 'quote') {
        const { start } = container.block.span;
        container.block.span = trimTail(this.#text, { start, end: container.end }, true);
      } else {
        const { list, blocks } = container;
        const span = trimTail(this.#text, container, true);
        const item: ListItem = { span, ...itemParts(this.#text, span), blocks };
        list.items.push(item);
        list.span = { start: list.span.start, end: span.end };
      }
    }
    this.#stack.length = depth;
  }

  /** The line belongs to all open containers. */
  #touch(): void {
    for (const container of this.#stack) {
      container.end = this.#cursor.end;
      if (container.kind === 'item') container.empty = false;
    }
  }

  /** The line has opened the last container, which is no blank line for those around it. */
  #touchOuter(): void {
    const inner = this.#stack.at(-1);
    for (const container of this.#stack) {
      container.end = this.#cursor.end;
      if (container.kind === 'item' && container !== inner) container.empty = false;
    }
  }

  #inQuote(): boolean {
    return this.#stack.some(({ kind }) => kind === 'quote');
  }

  #parentBlocks(): Block[] {
    return this.#stack.at(-1)?.blocks ?? this.#blocks;
  }
}

function isMarkerStart(unit: number): boolean {
  return unit === 45 || unit === 42 || unit === 43 || (unit >= 48 && unit <= 57);
}

function isBlankFrom(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (!isSpaceOrTab(text.charCodeAt(at))) return false;
  return true;
}

function toDepth(marks: number): Heading['depth'] {
  return marks === 1 ? 1 : marks === 2 ? 2 : marks === 3 ? 3 : marks === 4 ? 4 : marks === 5 ? 5 : 6;
}
