/**
 * Text → blocks in one pass over its lines, some fifty times as fast as the reference engine and equal to it.
 *
 * Reads usual Markdown. At what authors hardly ever write and what is easily read wrong (footnotes, deletion across
 * emphasis, definitions over several lines) it gives up, and the reference engine reads the text.
 */
import type { Block } from '../../../model/markdown';
import { Containers } from './containers';
import { toHeading, toUnderlinedHeading } from './headings';
import { InlineJobs } from './inline-jobs';
import { finishLeaf, type Leaf, type OpenConcrete, type OpenParagraph } from './leaves';
import { LineCursor } from './line-cursor';
import {
  headingMarks,
  htmlStart,
  isClosingFence,
  isThematicBreak,
  openingFence,
  underlineDepth,
} from './line-starts';
import { addRow, isTableHead, openTable } from './open-table';
import { giveUp, Unsure } from './unsure';

/**
 * The blocks of a text from the line at `from` on, or null for a text that only the reference engine reads. `isDefined`
 * knows the labels defined elsewhere.
 */
export function scanBlocks(text: string, isDefined: (label: string) => boolean, from = 0): Block[] | null {
  const blocks = tryToScan(text, isDefined, from);
  return blocks instanceof Unsure ? null : blocks;
}

/** As {@link scanBlocks}, with the reason for which the reference engine has to read the text. */
export function tryToScan(text: string, isDefined: (label: string) => boolean, from = 0): Block[] | Unsure {
  // a carriage return alone ends a line, too
  const source = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
  try {
    return new BlockScanner(source).scan(isDefined, from);
  } catch (error) {
    if (error instanceof Unsure) return error;
    throw error;
  }
}

class BlockScanner {
  readonly #text: string;
  readonly #cursor: LineCursor;
  readonly #ahead: LineCursor;
  readonly #blocks: Block[] = [];
  readonly #containers: Containers;
  readonly #jobs: InlineJobs;
  #leaf: Leaf | null = null;

  constructor(text: string) {
    this.#text = text;
    this.#cursor = new LineCursor(text);
    this.#ahead = new LineCursor(text);
    this.#containers = new Containers(text, this.#blocks);
    this.#jobs = new InlineJobs(text);
  }

  scan(isDefined: (label: string) => boolean, from: number): Block[] {
    const { length } = this.#text;
    const cursor = this.#cursor;
    for (let at = from; at < length; at = cursor.next) {
      cursor.moveTo(at);
      this.#readLine();
    }
    this.#closeFrom(0);
    this.#jobs.run(isDefined);
    return this.#blocks;
  }

  #readLine(): void {
    const cursor = this.#cursor;
    const containers = this.#containers;
    let matched = containers.match(cursor);
    let whole = matched === containers.depth;
    const leaf = this.#leaf;
    if (whole && leaf !== null && (leaf.kind === 'fence' || leaf.kind === 'html')) {
      if (this.#continueConcrete(leaf)) return;
    } else if (!cursor.blank && this.#openContainers(matched)) {
      containers.extendOuter(cursor.end);
      matched = containers.depth;
      whole = true;
    }
    if (cursor.blank) this.#readBlank(matched);
    else if (this.#leaf?.kind === 'paragraph') this.#readBehindParagraph(this.#leaf, matched, whole);
    else this.#readLeafLine(matched, whole);
  }

  #readBlank(matched: number): void {
    this.#containers.extendAround(matched, this.#cursor.end);
    if (matched < this.#containers.depth) this.#closeFrom(matched);
    if (this.#leaf?.kind === 'paragraph' || this.#leaf?.kind === 'table') this.#closeLeaf();
  }

  /** Goes on with a fence or raw HTML. Returns false when the line stands behind it. */
  #continueConcrete(leaf: OpenConcrete): boolean {
    const cursor = this.#cursor;
    const { blank } = cursor;
    if (leaf.kind === 'html' && leaf.until === null && blank) {
      this.#closeLeaf();
      return false;
    }
    leaf.blankEnd = blank;
    // blank lines at the end of a block that nothing closes are none of its lines
    if (!blank) {
      leaf.end = cursor.end;
      this.#containers.extend(cursor.end);
    }
    if (this.#endsConcrete(leaf)) this.#closeLeaf();
    return true;
  }

  #endsConcrete(leaf: OpenConcrete): boolean {
    const { at, first, end, indent, blank } = this.#cursor;
    if (leaf.kind === 'html') return leaf.until?.test(this.#text.slice(at, end)) === true;
    return indent <= 3 && !blank && isClosingFence(this.#text, first, end, leaf);
  }

  /** Opens the quotes and list items that start in the line. Returns whether there are any. */
  #openContainers(matched: number): boolean {
    const containers = this.#containers;
    // it stays so for all that starts in the line, as the reference engine has it
    const interrupts = matched === containers.depth && this.#leaf !== null && this.#leaf.kind !== 'table';
    let start = containers.starting(this.#cursor, matched, interrupts);
    if (start === null) return false;
    this.#closeFrom(matched);
    while (start !== null) {
      containers.open(start, this.#cursor);
      start = containers.starting(this.#cursor, containers.depth, interrupts);
    }
    return true;
  }

  /** A line below a paragraph that is open: its underline, one more of its lines, or what ends it. */
  #readBehindParagraph(paragraph: OpenParagraph, matched: number, whole: boolean): void {
    const text = this.#text;
    const { first, end, indent } = this.#cursor;
    if (indent <= 3) {
      const depth = whole ? underlineDepth(text, first, end) : 0;
      if (depth !== 0) {
        this.#underline(paragraph, depth);
        return;
      }
      if (this.#endsParagraph(whole)) {
        this.#closeLeaf();
        this.#readLeafLine(matched, whole);
        return;
      }
    }
    if (!whole) paragraph.lazy = true;
    paragraph.spans.push(first, end);
    this.#containers.extend(end);
  }

  #underline({ start, spans, lazy, into }: OpenParagraph, depth: 1 | 2): void {
    const text = this.#text;
    const { end } = this.#cursor;
    if (text.charCodeAt(start) === 91 || lazy) giveUp('underline of a link or a lazy line');
    this.#leaf = null;
    into.push(toUnderlinedHeading(text, spans, depth, end, this.#containers.quotes > 0, this.#jobs));
    this.#containers.extend(end);
  }

  #endsParagraph(whole: boolean): boolean {
    if (this.#startsOther(true)) return true;
    // any tag that is alone in a lazy line ends the paragraph, but not what the paragraph is in
    if (!whole && this.#startsOther(false)) giveUp('tag alone in a lazy line');
    const table = isTableHead(this.#text, this.#cursor, this.#ahead, this.#containers);
    if (table && !whole) giveUp('table in a lazy line');
    return table;
  }

  /** A line that is no part of a paragraph which is open. */
  #readLeafLine(matched: number, whole: boolean): void {
    const { at, end, indent } = this.#cursor;
    if (!whole) {
      if (this.#leaf?.kind === 'table') giveUp('table in a lazy line');
      this.#closeFrom(matched);
    }
    this.#containers.extend(end);
    const leaf = this.#leaf;
    if (leaf?.kind === 'indented' && indent > 3) {
      leaf.end = end;
      return;
    }
    if (leaf?.kind === 'table' && indent <= 3 && !this.#startsOther(false)) {
      addRow(this.#text, leaf.block, this.#cursor, this.#jobs);
      return;
    }
    if (leaf !== null) this.#closeLeaf();
    if (indent <= 3) {
      this.#startLeaf();
      return;
    }
    // such a line behind a list or quote that it ends is read in more than one way
    if (!whole || this.#cursor.inTab) giveUp('indented code behind a list');
    this.#leaf = { kind: 'indented', start: at, end, into: this.#containers.blocks };
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

  #startLeaf(): void {
    const text = this.#text;
    const { first, end } = this.#cursor;
    const into = this.#containers.blocks;
    const marks = headingMarks(text, first, end);
    if (marks > 0) {
      into.push(toHeading(text, first, marks, end, this.#jobs));
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
    if (text.charCodeAt(first) === 60 && this.#startHtml(into)) return;
    if (isTableHead(text, this.#cursor, this.#ahead, this.#containers)) {
      this.#leaf = { kind: 'table', block: openTable(text, this.#cursor, this.#containers, this.#jobs) };
      this.#containers.extend(this.#cursor.end);
      return;
    }
    this.#leaf = { kind: 'paragraph', start: first, spans: [first, end], lazy: false, into };
  }

  /** Returns whether the line starts raw HTML. */
  #startHtml(into: Block[]): boolean {
    const { at, first, end } = this.#cursor;
    const line = this.#text.slice(first, end);
    const html = htmlStart(line, 0, false);
    if (html === null) return false;
    if (this.#cursor.inTab) giveUp('raw HTML behind a tab');
    const { pattern, from } = html;
    this.#leaf = { kind: 'html', start: at, until: pattern, end, blankEnd: false, into };
    if (pattern?.test(line.slice(from)) === true) this.#closeLeaf();
    return true;
  }

  /** Closes the leaf and the containers from number `depth` on, when there are any. */
  #closeFrom(depth: number): void {
    this.#closeLeaf();
    this.#containers.close(depth);
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    this.#leaf = null;
    if (leaf !== null) finishLeaf(this.#text, leaf, this.#containers, this.#jobs);
  }
}
