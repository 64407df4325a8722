/** Where the lines of a text start, and the way between offsets and line positions. */
import type { Span } from './span';

/** A place as line and character, both from 0; `character` counts UTF-16 units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text by lines and characters (UTF-16), from 0, end exclusive: it outlives the text. */
export interface LineRange {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** The lines of one text. A line ends at `\n`, `\r\n` or a lone `\r`, as in LSP and CommonMark. */
export class LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = text.includes('\r') ? lineStarts(text) : startsBehindFeeds(text);
  }

  /** Number of lines; an empty text has one. */
  get count(): number {
    return this.#starts.length;
  }

  /** Line (from 0) that holds the offset; offsets outside the text count as its nearest end. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offset of the first character of a line; lines past the end count as the end of the text. */
  startOf(line: number): number {
    return this.#starts[Math.max(0, line)] ?? this.#text.length;
  }

  /**
   * Where the first line begins whose words begin at an offset or behind it; the end of the text where none do. What is
   * indented, such as a heading, begins with its line.
   */
  startFrom(offset: number): number {
    const line = this.lineAt(offset);
    const start = this.startOf(line);
    return this.#text.slice(start, offset).trim() === '' ? start : this.startOf(line + 1);
  }

  /** The line's text without its line ending. */
  spanOf(line: number): Span {
    const start = this.startOf(line);
    let end = line + 1 < this.#starts.length ? this.startOf(line + 1) : this.#text.length;
    if (end > start && this.#text.charCodeAt(end - 1) === 0x0a) end--;
    if (end > start && this.#text.charCodeAt(end - 1) === 0x0d) end--;
    return { start, end };
  }

  /** The line's text without its line ending. */
  textOf(line: number): string {
    const { start, end } = this.spanOf(line);
    return this.#text.slice(start, end);
  }

  /** The line position of an offset; offsets outside the text are clamped. */
  positionAt(offset: number): LinePosition {
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.startOf(line) };
  }

  /** The line positions of both ends of a span. */
  rangeOf({ start, end }: Span): LineRange {
    const from = this.positionAt(start);
    const next = this.#starts[from.line + 1];
    const inLine = start <= end && next !== undefined && end < next;
    const to = inLine ? { line: from.line, character: end - this.startOf(from.line) } : this.positionAt(end);
    return { start: from, end: to };
  }

  /** The offset of a line position; characters past the line's end count as its end, as LSP asks. */
  offsetAt({ line, character }: LinePosition): number {
    if (line < 0) return 0;
    if (line >= this.count) return this.#text.length;
    const { start, end } = this.spanOf(line);
    return Math.min(start + Math.max(0, character), end);
  }
}

/** UTF-16 units of a line in usual text: a list as long as that makes it grows seldom, which takes several times its room. */
const usualLine = 32;

function startsBehindFeeds(text: string): number[] {
  const starts = new Array<number>(Math.ceil(text.length / usualLine) + 1);
  starts[0] = 0;
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts[count++] = at + 1;
  starts.length = count;
  return starts;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) starts.push(i + 1);
  }
  return starts;
}
