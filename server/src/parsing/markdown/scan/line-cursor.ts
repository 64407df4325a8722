/** A place in one line, in offsets and columns; a tab reaches to the next multiple of four columns. */

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
  /** Columns that are left of the tab before `at`, when reading goes on within it. */
  #rest = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get blank(): boolean {
    return this.first >= this.end;
  }

  /** Whether reading goes on within a tab: what starts here has no offset of its own. */
  get inTab(): boolean {
    return this.#rest > 0;
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
    this.#rest = 0;
    this.#measure();
  }

  /** Goes to `offset`, which lies behind `at` with characters of one column each between, and measures from there. */
  skipTo(offset: number): void {
    this.#column += this.indent + (offset - this.first);
    this.#rest = 0;
    this.at = offset;
    this.#measure();
  }

  /** Goes over so many columns of white space, which may end within a tab. */
  skipColumns(columns: number): void {
    const goal = this.#column + columns;
    let column = this.#column + this.#rest;
    while (column < goal && this.at < this.first) {
      column += this.#text.charCodeAt(this.at) === 9 ? 4 - (column % 4) : 1;
      this.at++;
    }
    this.#rest = Math.max(0, column - goal);
    this.#column = column - this.#rest;
    this.#measure();
  }

  #measure(): void {
    const text = this.#text;
    let at = this.at;
    let column = this.#column + this.#rest;
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
