/** What looks like a gap of a template and is a notation: wiki links, inline notes, formulas, hidden comments, messages. */
import type { Span } from '../text/span';
import { lineComments } from './line-comments';
import { Zones } from './zones';

interface Stretch {
  readonly span: Span;
}

const formula = /\$\$[^$]{1,400}\$\$|(?<![\w$])\$(?![\s$])[^$]{1,200}\$(?!\d)/g;
const quoted =
  /"[^"]{1,400}"|“[^”]{1,400}”|„[^“”]{1,400}[“”]|«[^»]{1,400}»|‘[^‘’]{1,400}’|(?<![\p{L}\p{N}])'[^'\s][^']{0,400}'(?![\p{L}\p{N}])/gu;

/** The notations of one source, looked for once, when the first gap asks. */
export class Notations {
  readonly #source: string;
  #formulas: Zones<Stretch> | null = null;
  #comments: Zones<Stretch> | null = null;
  #quotes: Zones<Stretch> | null = null;

  constructor(source: string) {
    this.#source = source;
  }

  /**
   * Whether brackets or braces are a notation, not a gap: wiki links `[[Night Shift]]`, inline notes `^[…]`, formulas
   * `$\\frac{a}{b}$`, comments such as `%% … %%`, and parts of a message in quotes, "Status: [current status]".
   * `before` and `after` are what stands next to the match. Costs what stands next to it, however long the source is.
   */
  hold(
    { 0: whole, index }: RegExpExecArray,
    { before, after }: { readonly before: string; readonly after: string },
  ): boolean {
    if (whole.startsWith('[') && ((before.endsWith('[') && after.startsWith(']')) || before.endsWith('^')))
      return true;
    if (whole.startsWith('{') && /(?:\\[A-Za-z]{1,30}|[_^}])$/.test(before)) return true;
    const gap = { start: index, end: index + whole.length };
    this.#formulas ??= stretchesOf(this.#source, '$', formula);
    if (reaches(this.#formulas.at(gap.start), gap)) return true;
    this.#comments ??= new Zones(lineComments(this.#source).map((span) => ({ span })));
    if (reaches(this.#comments.at(gap.start), gap)) return true;
    return !whole.startsWith('<') && this.#isInMessage(gap);
  }

  /** Whether a gap stands in quotes with words of its own around it, which operators send when the time comes. */
  #isInMessage({ start, end }: Span): boolean {
    this.#quotes ??= stretchesOf(this.#source, '', quoted);
    const quote = this.#quotes.at(start)?.span;
    if (quote === undefined || quote.start === start || quote.end <= end) return false;
    const words = this.#source.slice(quote.start + 1, start) + this.#source.slice(end, quote.end - 1);
    return /[A-Za-z]{2}/.test(words.replace(/[[{][^[{\]}]*[\]}]/g, ''));
  }
}

/** `mark` is what every match holds: a source without it has none. */
function stretchesOf(source: string, mark: string, pattern: RegExp): Zones<Stretch> {
  if (!source.includes(mark)) return new Zones<Stretch>([]);
  return new Zones(
    Array.from(source.matchAll(pattern), ({ 0: whole, index }) => ({
      span: { start: index, end: index + whole.length },
    })),
  );
}

function reaches(stretch: Stretch | null, { end }: Span): boolean {
  return stretch !== null && end <= stretch.span.end;
}
