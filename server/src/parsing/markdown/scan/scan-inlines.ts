/** Running text → marks, by CommonMark's rules for emphasis, links, code and raw HTML, with GFM's additions. */
import type { Inline } from '../../../model/markdown';
import type { Span } from '../../../text/span';
import { toLink, toReference } from '../link-parts';
import { emailBefore, addressFrom } from './addresses';
import { BacktickRuns } from './backtick-runs';
import { code, isMarkdownSpace } from './characters';
import { labelKey } from './definitions';
import { Delimiters } from './delimiters';
import { bracketedLabelEnd, resourceEnd } from './link-ends';
import type { TagFinder } from './tags';
import { giveUp } from './unsure';

/** Characters at which reading stops; all others are plain words. */
const stops: ArrayLike<number> = Uint8Array.from({ length: 128 }, (_, unit) =>
  Number('\\`*_~[]!<@:.'.includes(String.fromCharCode(unit))),
);

interface Bracket {
  /** Offset of `[`, or of `!` for an image. */
  readonly start: number;
  /** Offset behind `[`. */
  readonly content: number;
  readonly image: boolean;
  readonly delimiters: number;
  readonly marks: number;
  active: boolean;
}

/**
 * Adds the marks of a source between two offsets to `into`, in order. Offsets in the source are `shift` less than those
 * of the document; `from` and `to` are the document's. `tags`: of the source.
 */
export function scanInlines(
  tags: TagFinder,
  shift: number,
  from: number,
  to: number,
  isDefined: (label: string) => boolean,
  into: Inline[],
): void {
  const scanner = new InlineScanner(tags, from - shift, to - shift, isDefined);
  const marks = scanner.scan();
  if (marks.length === 0) return;
  if (marks.length > 1) marks.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const mark of marks) into.push(shift === 0 ? mark : shifted(mark, shift));
}

class InlineScanner {
  readonly #text: string;
  readonly #tags: TagFinder;
  readonly #from: number;
  readonly #to: number;
  readonly #isDefined: (label: string) => boolean;
  readonly #marks: Inline[] = [];
  readonly #brackets: Bracket[] = [];
  readonly #delimiters: Delimiters;
  /** Those behind the first one. */
  #backticks: BacktickRuns | null = null;
  /** Where the last bare address ends. */
  #addressEnd = 0;

  constructor(tags: TagFinder, from: number, to: number, isDefined: (label: string) => boolean) {
    const { text } = tags;
    this.#text = text;
    this.#tags = tags;
    this.#from = from;
    this.#to = to;
    this.#isDefined = isDefined;
    this.#delimiters = new Delimiters(text, from, to);
  }

  scan(): Inline[] {
    const text = this.#text;
    const to = this.#to;
    let at = this.#from;
    while (at < to) {
      const unit = text.charCodeAt(at);
      if (unit > 127 || stops[unit] === 0) at++;
      else at = Math.max(this.#read(unit, at), at + 1);
    }
    this.#delimiters.pair(0, this.#marks);
    return this.#marks;
  }

  /** Reads what starts at a stop. Returns the offset at which reading goes on, always past `at`. */
  #read(unit: number, at: number): number {
    switch (unit) {
      case code.backslash:
        return at + 2;
      case code.backtick:
        return this.#code(at);
      case code.star:
      case code.underscore:
      case code.tilde:
        return this.#delimiters.add(unit, at);
      case code.openBracket:
        return this.#open(at, at, false);
      case code.exclamation:
        return this.#text.charCodeAt(at + 1) === code.openBracket && at + 1 < this.#to
          ? this.#open(at, at + 1, true)
          : at + 1;
      case code.closeBracket:
        return this.#close(at);
      case code.less:
        return this.#angle(at);
      case code.at:
        return this.#email(at);
      default:
        return this.#address(at);
    }
  }

  #code(at: number): number {
    const text = this.#text;
    const to = this.#to;
    let open = at;
    while (open < to && text.charCodeAt(open) === code.backtick) open++;
    const length = open - at;
    const start = (this.#backticks ??= new BacktickRuns(text, open, to)).next(length, open);
    if (start < 0) return open;
    const end = start + length;
    this.#marks.push({ type: 'code', span: { start: at, end }, content: { start: open, end: start } });
    return end;
  }

  #open(start: number, bracket: number, image: boolean): number {
    // footnotes are left to the reference engine
    if (this.#text.charCodeAt(bracket + 1) === code.caret) giveUp('footnote');
    this.#brackets.push({
      start,
      content: bracket + 1,
      image,
      delimiters: this.#delimiters.length,
      marks: this.#marks.length,
      active: true,
    });
    return bracket + 1;
  }

  #close(at: number): number {
    const bracket = this.#brackets.pop();
    if (bracket?.active !== true) return at + 1;
    const text = this.#text;
    const inside = text.slice(bracket.content, at);
    const next = at + 1 < this.#to ? text.charCodeAt(at + 1) : 0;
    if (next === code.open) {
      const end = resourceEnd(text, at + 1, this.#to);
      if (end > 0) return this.#link(bracket, at, end, false);
    } else if (next === code.openBracket) {
      const end = bracketedLabelEnd(text, at + 1, this.#to);
      if (end > at + 3 && this.#isDefined(labelKey(text.slice(at + 2, end - 1))))
        return this.#link(bracket, at, end, true);
      const collapsed = text.charCodeAt(at + 2) === code.closeBracket && at + 2 < this.#to;
      if (collapsed && this.#names(inside)) return this.#link(bracket, at, at + 3, true);
      return at + 1;
    }
    return this.#names(inside) ? this.#link(bracket, at, at + 1, true) : at + 1;
  }

  #names(label: string): boolean {
    return label.length < 1000 && this.#isDefined(labelKey(label));
  }

  /** A link or image from a bracket, closed at `close`, to `end`. */
  #link(bracket: Bracket, close: number, end: number, reference: boolean): number {
    const text = this.#text;
    const { start, content, image } = bracket;
    // white space at the start of a last line is no words
    let last = close;
    while (last > content && isMarkdownSpace(text.charCodeAt(last - 1))) last--;
    if (last < close && /[\r\n]/.test(text.slice(last, close)))
      giveUp('link text that ends in a line of its own');
    this.#delimiters.pair(bracket.delimiters, this.#marks);
    const span = { start, end };
    const words: Span | null = image || close === content ? null : { start: content, end: close };
    // of an image's words nothing is a mark
    if (image) this.#marks.length = bracket.marks;
    this.#marks.push(reference ? toReference(text, span, words) : toLink(text, span, words));
    if (!image) for (const other of this.#brackets) if (!other.image) other.active = false;
    return end;
  }

  /** `<https://…>`, `<name@host>` or raw HTML. */
  #angle(at: number): number {
    const found = this.#tags.tagAt(at, this.#to);
    if (found === null) return at + 1;
    const span = { start: at, end: found.end };
    this.#marks.push(found.kind === 'autolink' ? toLink(this.#text, span, null) : { type: 'html', span });
    return found.end;
  }

  #email(at: number): number {
    if (this.#brackets.length > 0) return at + 1;
    const span = emailBefore(this.#text, at, this.#from, this.#to);
    if (span === null) return at + 1;
    if (span.start < this.#addressEnd || this.#text.slice(span.start, at).includes('_'))
      giveUp('odd address');
    this.#addressEnd = span.end;
    this.#marks.push(toLink(this.#text, span, null));
    return span.end;
  }

  /** A bare address whose `:` or first `.` is at `at`. */
  #address(at: number): number {
    if (this.#brackets.length > 0) return at + 1;
    const span = addressFrom(this.#text, at, this.#from, this.#to);
    if (span === null) return at + 1;
    // `www.` at the end of another address; or no way forward
    if (span.end <= at || span.start < this.#addressEnd) giveUp('odd address');
    this.#addressEnd = span.end;
    this.#marks.push(toLink(this.#text, span, null));
    return span.end;
  }
}

function shifted(mark: Inline, by: number): Inline {
  const span = shift(mark.span, by);
  switch (mark.type) {
    case 'code':
      return { ...mark, span, content: shift(mark.content, by) };
    case 'link':
    case 'image':
      return { ...mark, span, text: shift(mark.text, by), target: shift(mark.target, by) };
    default:
      return { ...mark, span };
  }
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
