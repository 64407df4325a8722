/** A place in one line, in offsets and columns; a tab reaches to the next multiple of four columns. */
import { giveUp } from './unsure';

export class LineCursor {
  readonly #text: string;
  /** Offset at which the line starts. */
  start = 0;
  /** Offset of its end, before the line ending. */
  end = 0;
  /** Offset of the next line, past the line ending; the text's length for the last. */
  next = 0;
  /** Where reading goes on. */
  at = 0;
  /** Columns of white space from `at` on; `first` is the offset behind them. */
  indent = 0;
  first = 0;
  #column = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get blank(): boolean {
    return this.first >= this.end;
  }

  /** Goes to the start of the line at `start`. */
  moveTo(start: number): void {
    const text = this.#text;
    const feed = text.indexOf('\n', start);
    this.start = start;
    this.next = feed < 0 ? text.length : feed + 1;
    this.end = feed < 0 ? text.length : feed;
    if (feed > start && text.charCodeAt(feed - 1) === 13) this.end--;
    this.at = start;
    this.#column = 0;
    this.#measure();
  }

  /** Goes to `offset`, which lies behind `at` with characters of one column each between, and measures from there. */
  skipTo(offset: number): void {
    this.#column += this.indent + (offset - this.first);
    this.at = offset;
    this.#measure();
  }

  /** Goes over exactly `columns` columns of white space. Gives up when that ends within a tab. */
  skipColumns(columns: number): void {
    const goal = this.#column + columns;
    while (this.#column < goal && this.at < this.first) {
      this.#column += this.#text.charCodeAt(this.at) === 9 ? 4 - (this.#column % 4) : 1;
      this.at++;
    }
    if (this.#column > goal) giveUp();
    this.#measure();
  }

  #measure(): void {
    const text = this.#text;
    let at = this.at;
    let column = this.#column;
    for (; at < this.end; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 32) column++;
      else if (unit === 9) column += 4 - (column % 4);
      else break;
    }
    this.first = at;
    this.indent = column - this.#column;
  }
}
