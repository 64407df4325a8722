/** GFM's bare addresses in running text: `https://…`, `www.…` and `name@host`. */
import type { Span } from '../../../text/span';
import { code, isAlphanumeric, isLetter, isMarkdownSpace, isSpaceOrTab, sideOf } from './characters';
import { giveUp } from './unsure';

/** Characters that end an address when nothing but more of them follows. */
const trailing: ReadonlySet<number> = new Set(
  Array.from('!"\'),*.:;?_~', (character) => character.charCodeAt(0)),
);
const mayTrail: ReadonlySet<number> = new Set([...trailing, code.ampersand, code.less, code.closeBracket]);

/** The address whose `:` (`https:`) or `.` (`www.`) is at `at`, or null. */
export function addressFrom(text: string, at: number, from: number, to: number): Span | null {
  if (text.charCodeAt(at) === code.colon) {
    if (!text.startsWith('//', at + 1) || at + 3 >= to) return null;
    const letters = text.slice(Math.max(from, at - 5), at).toLowerCase();
    const length = letters.endsWith('https') ? 5 : letters.endsWith('http') ? 4 : 0;
    const start = at - length;
    if (length === 0 || (start > from && isLetter(text.charCodeAt(start - 1)))) return null;
    const first = text.charCodeAt(at + 3);
    if (first < 32 || sideOf(first) !== 'other') return null;
    return spanned(text, start, at + 3, to);
  }
  const start = at - 3;
  if (start < from || text.slice(start, at).toLowerCase() !== 'www') return null;
  // white space that a heading drops at its end counts as what follows
  if (at + 1 >= to && !isSpaceOrTab(text.charCodeAt(at + 1))) return null;
  if (start > from && !mayPrecedeWww(text.charCodeAt(start - 1))) return null;
  // without a domain the rules for its end lead astray
  if (sideOf(text.charCodeAt(at + 1)) !== 'other') giveUp('odd address');
  const address = spanned(text, start, start, to);
  // with an `@` behind its letters it is the name of an e-mail address
  if (address !== null && text.slice(start, address.end).includes('@')) giveUp('odd address');
  return address;
}

/** The address whose `@` is at `at`, or null. */
export function emailBefore(text: string, at: number, from: number, to: number): Span | null {
  let start = at;
  while (start > from && isLocalPart(text.charCodeAt(start - 1))) start--;
  const before = start > from ? text.charCodeAt(start - 1) : code.space;
  if (start === at || before === code.slash) return null;
  // what the backslash escapes is no part of an address
  if (before === code.backslash) giveUp('odd address');
  let end = at + 1;
  let dot = false;
  for (; end < to; end++) {
    const unit = text.charCodeAt(end);
    if (unit === code.dot) {
      if (end + 1 >= to || !isAlphanumeric(text.charCodeAt(end + 1))) break;
      dot = true;
    } else if (unit !== code.dash && unit !== code.underscore && !isAlphanumeric(unit)) break;
  }
  return dot && end > at + 1 && isLetter(text.charCodeAt(end - 1)) ? { start, end } : null;
}

function spanned(text: string, start: number, domain: number, to: number): Span | null {
  const path = domainEnd(text, domain, to);
  return path < 0 ? null : { start, end: pathEnd(text, path, to) };
}

function domainEnd(text: string, start: number, to: number): number {
  let at = start;
  let inLast = false;
  let inLastButOne = false;
  let seen = false;
  let notTrail = -1;
  for (; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === code.dot || unit === code.underscore) {
      if (at > notTrail) notTrail = behindTrail(text, at, to);
      if (notTrail === to) break;
      if (unit === code.underscore) inLast = true;
      else {
        inLastButOne = inLast;
        inLast = false;
      }
    } else {
      const side = sideOf(unit);
      if (side === 'space' || (unit !== code.dash && side === 'punctuation')) break;
      seen = true;
    }
  }
  return seen && !inLast && !inLastButOne ? at : -1;
}

function pathEnd(text: string, start: number, to: number): number {
  let opened = 0;
  let closed = 0;
  let at = start;
  let notTrail = -1;
  for (; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === code.open) opened++;
    else if (unit === code.close && closed < opened) closed++;
    else if (mayTrail.has(unit)) {
      if (at > notTrail) notTrail = behindTrail(text, at, to);
      if (notTrail === to) break;
      if (unit === code.close) closed++;
    } else if (sideOf(unit) === 'space') break;
  }
  return at;
}

/**
 * Where the trailing punctuation from an offset on meets more of the address, so that none up to there ends it; `to` where
 * it goes on up to white space, `<` or the end.
 */
function behindTrail(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    if (trailing.has(unit)) at++;
    else if (unit === code.ampersand) {
      let end = at + 1;
      while (end < to && isLetter(text.charCodeAt(end))) end++;
      if (end === at + 1 || end >= to || text.charCodeAt(end) !== code.semicolon) return at;
      at = end + 1;
    } else if (unit === code.closeBracket) {
      at++;
      if (at >= to) return to;
      const next = text.charCodeAt(at);
      if (next === code.open || next === code.openBracket || sideOf(next) === 'space') return to;
    } else return unit === code.less || isMarkdownSpace(unit) || sideOf(unit) === 'space' ? to : at;
  }
  return to;
}

function mayPrecedeWww(unit: number): boolean {
  return (
    unit === code.open ||
    unit === code.star ||
    unit === code.underscore ||
    unit === code.openBracket ||
    unit === code.closeBracket ||
    unit === code.tilde ||
    isMarkdownSpace(unit)
  );
}

function isLocalPart(unit: number): boolean {
  return (
    unit === code.plus ||
    unit === code.dash ||
    unit === code.dot ||
    unit === code.underscore ||
    isAlphanumeric(unit)
  );
}
