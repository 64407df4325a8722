/** What may stand in angle brackets in running text: autolinks and raw HTML. */

const uri = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:[!-;=?-~\u0080-\uffff]*>/y;
const email =
  /<[A-Za-z0-9.#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*>/y;
const openTag =
  /<[A-Za-z][A-Za-z0-9-]*(?:[ \t\r\n]+[A-Za-z_:][A-Za-z0-9_:.-]*(?:[ \t\r\n]*=[ \t\r\n]*(?:[^ \t\r\n"'=<>`][^ \t\r\n"'=<>`/]*|'[^']*'|"[^"]*"))?)*[ \t\r\n]*\/?>/y;
const closeTag = /<\/[A-Za-z][A-Za-z0-9-]*[ \t\r\n]*>/y;

/** Finds what `<` starts in one text. */
export class TagFinder {
  readonly text: string;
  /** What the last search gave: thousands of `<!--` ask for the same `-->`, or for one that is not there. */
  #mark = '';
  #from = 0;
  #found = -1;

  constructor(text: string) {
    this.text = text;
  }

  /** What starts with `<` at `at` and where it ends, or null when nothing does before `to`; offsets in the text. */
  tagAt(at: number, to: number): { readonly kind: 'autolink' | 'html'; readonly end: number } | null {
    const link = endOf(uri, this.text, at, to) ?? endOf(email, this.text, at, to);
    if (link !== null) return { kind: 'autolink', end: link };
    const end = this.#htmlEnd(at, to);
    return end === null ? null : { kind: 'html', end };
  }

  #htmlEnd(at: number, to: number): number | null {
    const { text } = this;
    if (text.startsWith('<!--', at)) return this.#behind('-->', at + 2, to);
    if (text.startsWith('<?', at)) return this.#behind('?>', at + 2, to);
    if (text.startsWith('<![CDATA[', at)) return this.#behind(']]>', at + 9, to);
    if (text.startsWith('<!', at))
      return /[A-Za-z]/.test(text.charAt(at + 2)) ? this.#behind('>', at + 2, to) : null;
    return text.charAt(at + 1) === '/' ? endOf(closeTag, text, at, to) : endOf(openTag, text, at, to);
  }

  #behind(mark: string, from: number, to: number): number | null {
    const found = this.#next(mark, from);
    return found < 0 || found + mark.length > to ? null : found + mark.length;
  }

  #next(mark: string, from: number): number {
    const isKnown = this.#mark === mark && this.#from <= from && (this.#found < 0 || from <= this.#found);
    if (!isKnown) {
      this.#mark = mark;
      this.#from = from;
      this.#found = this.text.indexOf(mark, from);
    }
    return this.#found;
  }
}

function endOf(pattern: RegExp, text: string, at: number, to: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) && pattern.lastIndex <= to ? pattern.lastIndex : null;
}
