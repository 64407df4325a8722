/** What may stand in angle brackets in running text: autolinks and raw HTML. */

const uri = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:[!-;=?-~\u0080-\uffff]*>/y;
const email =
  /<[A-Za-z0-9.#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*>/y;
const openTag =
  /<[A-Za-z][A-Za-z0-9-]*(?:[ \t\r\n]+[A-Za-z_:][A-Za-z0-9_:.-]*(?:[ \t\r\n]*=[ \t\r\n]*(?:[^ \t\r\n"'=<>`][^ \t\r\n"'=<>`/]*|'[^']*'|"[^"]*"))?)*[ \t\r\n]*\/?>/y;
const closeTag = /<\/[A-Za-z][A-Za-z0-9-]*[ \t\r\n]*>/y;

/** What starts with `<` at `at` and where it ends, or null when nothing does before `to`. */
export function tagEnd(
  text: string,
  at: number,
  to: number,
): { readonly kind: 'autolink' | 'html'; readonly end: number } | null {
  const link = endOf(uri, text, at, to) ?? endOf(email, text, at, to);
  if (link !== null) return { kind: 'autolink', end: link };
  const end = htmlEnd(text, at, to);
  return end === null ? null : { kind: 'html', end };
}

function htmlEnd(text: string, at: number, to: number): number | null {
  if (text.startsWith('<!--', at)) return behind(text, '-->', at + 2, to);
  if (text.startsWith('<?', at)) return behind(text, '?>', at + 2, to);
  if (text.startsWith('<![CDATA[', at)) return behind(text, ']]>', at + 9, to);
  if (text.startsWith('<!', at))
    return /[A-Za-z]/.test(text.charAt(at + 2)) ? behind(text, '>', at + 2, to) : null;
  return text.charAt(at + 1) === '/' ? endOf(closeTag, text, at, to) : endOf(openTag, text, at, to);
}

function behind(text: string, mark: string, from: number, to: number): number | null {
  const found = nextMark(text, mark, from);
  return found < 0 || found + mark.length > to ? null : found + mark.length;
}

/** What the last search gave: thousands of `<!--` ask for the same `-->`, or for one that is not there. */
let last = { text: '', mark: '', from: 0, found: -1 };

function nextMark(text: string, mark: string, from: number): number {
  const isKnown =
    last.mark === mark && last.from <= from && (last.found < 0 || from <= last.found) && last.text === text;
  if (!isKnown) last = { text, mark, from, found: text.indexOf(mark, from) };
  return last.found;
}

function endOf(pattern: RegExp, text: string, at: number, to: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) && pattern.lastIndex <= to ? pattern.lastIndex : null;
}
