/** The words of a stretch of Markdown without its inline markup. */
import type { Inline } from './markdown';
import type { Span } from '../text/span';

/**
 * The words of `span` as they are compared: those of {@link shownText} with blanks and hyphens of all kinds as plain
 * ones, without characters that nobody sees.
 */
export function plainText(text: string, span: Span, inlines: readonly Inline[]): string {
  return withPlainBlanks(shownText(text, span, inlines));
}

/** The words of `span`: markup characters, link targets and raw HTML left out, entities and escapes resolved. */
export function shownText(text: string, span: Span, inlines: readonly Inline[]): string {
  const hidden: Span[] = [];
  for (const inline of inlines) {
    if (inline.span.start < span.start || inline.span.end > span.end) continue;
    switch (inline.type) {
      case 'strong':
      case 'delete':
        hide(hidden, inline.span, markerLength(text, inline.span));
        break;
      case 'emphasis':
        hide(hidden, inline.span, 1);
        break;
      case 'code':
        hidden.push(
          { start: inline.span.start, end: inline.content.start },
          { start: inline.content.end, end: inline.span.end },
        );
        break;
      case 'link':
        hidden.push(
          { start: inline.span.start, end: inline.text.start },
          { start: inline.text.end, end: inline.span.end },
        );
        break;
      case 'image':
      case 'html':
        hidden.push(inline.span);
        break;
      case 'footnote-reference':
        hidden.push(inline.span);
        break;
    }
  }
  if (hidden.length > 1) hidden.sort((a, b) => a.start - b.start);
  let words = '';
  let at = span.start;
  for (const { start, end } of hidden) {
    if (start > at) words += text.slice(at, start);
    at = Math.max(at, end);
  }
  words += text.slice(at, span.end);
  words = resolved(words);
  return (unevenBlanks.test(words) ? words.replace(blanks, ' ') : words).trim();
}

const unevenBlanks = /[\t\r\n]| {2}/;
const blanks = /[ \t\r\n]+/g;

/** Words without inline marks, such as the name of a label, as they are compared. */
export function plainWords(source: string): string {
  return withPlainBlanks(resolved(source));
}

/** Words with what entities and escapes stand for. */
function resolved(words: string): string {
  if (!words.includes('\\') && !words.includes('&')) return words;
  return words.replace(/\\([!-/:-@[-`{-~])|&(?:#(\d{1,7}|x[\da-f]{1,6})|([a-z]{2,6}));/gi, characterOf);
}

function characterOf(whole: string, escaped?: string, number?: string, name?: string): string {
  if (escaped !== undefined) return escaped;
  if (number === undefined) return entities[name ?? ''] ?? whole;
  const code = Number(/^x/i.test(number) ? `0${number}` : number);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** The entities that people write in names and titles. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '\u00ad',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  rarr: '→',
  larr: '←',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  colon: ':',
  num: '#',
  times: '×',
};

/** Blanks of any width, hyphens that do not break a line, and characters without width. */
const unusual = /[\u00a0\u00ad\u2000-\u200b\u2010\u2011\u202f\u2060\u3000\ufeff]/;

function withPlainBlanks(words: string): string {
  if (!unusual.test(words)) return words;
  return words
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000 ]+/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .trim();
}

function hide(hidden: Span[], span: Span, length: number): void {
  hidden.push({ start: span.start, end: span.start + length }, { start: span.end - length, end: span.end });
}

/** `**` and `__` are two characters, `~` may be one or two. */
function markerLength(text: string, span: Span): number {
  return text.charAt(span.start) === text.charAt(span.start + 1) ? 2 : 1;
}
