/** The parts of a link, an image or a definition, read from its source between known offsets. Both engines use these. */
import type { LinkInline } from '../../model/markdown';
import type { Span } from '../../text/span';
import { code, isLineEnd, isWhitespace } from './scan/characters';

/** A link with its target in place or an autolink. `words` is the text between the brackets, null when it is empty or an image's. */
export function toLink(text: string, span: Span, words: Span | null): LinkInline {
  const image = text.charAt(span.start) === '!';
  const open = image ? span.start + 1 : span.start;
  if (text.charAt(open) !== '[') {
    const angle = text.charAt(span.start) === '<';
    const target = angle ? { start: span.start + 1, end: span.end - 1 } : span;
    return { type: 'link', span, text: target, form: 'autolink', target };
  }
  const content = words ?? { start: open + 1, end: closingBracket(text, open, span.end) };
  const paren = text.indexOf('](', content.end);
  const target = destination(text, paren < 0 ? span.end : paren + 2, span.end);
  return { type: image ? 'image' : 'link', span, text: content, form: 'inline', target };
}

/** A link or image that names a definition. */
export function toReference(text: string, span: Span, words: Span | null): LinkInline {
  const image = text.charAt(span.start) === '!';
  const open = image ? span.start + 1 : span.start;
  const content = words ?? { start: open + 1, end: closingBracket(text, open, span.end) };
  const label = text.indexOf('][', content.end);
  const explicit = label >= 0 && label + 2 < span.end - 1 ? { start: label + 2, end: span.end - 1 } : content;
  return { type: image ? 'image' : 'link', span, text: content, form: 'reference', target: explicit };
}

/** The destination of a definition `[label]: destination`. */
export function definitionTarget(text: string, span: Span): Span {
  const colon = text.indexOf(']:', span.start);
  return colon < 0 ? { start: span.end, end: span.end } : destination(text, colon + 2, span.end);
}

/** Offset of the bracket that closes the one at `open`, or the last place it may be. */
function closingBracket(text: string, open: number, end: number): number {
  let depth = 0;
  for (let at = open; at < end; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at;
  }
  return Math.max(open + 1, end - 1);
}

/** The destination that starts at or after `from`: `<…>` without its angles, else up to white space or the closing parenthesis. */
function destination(text: string, from: number, end: number): Span {
  const start = destinationStart(text, from, end);
  if (text.charAt(start) === '<') {
    const close = text.indexOf('>', start);
    return { start: start + 1, end: close < 0 || close > end ? end : close };
  }
  let depth = 0;
  let at = start;
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === code.backslash) at++;
    else if (isWhitespace(unit)) break;
    else if (unit === code.open) depth++;
    else if (unit === code.close && depth-- === 0) break;
  }
  return { start, end: Math.min(at, end) };
}

/** Behind white space, and behind the marks of the quotes that hold a line which begins with the destination. */
function destinationStart(text: string, from: number, end: number): number {
  let begins = false;
  let at = from;
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isLineEnd(unit)) begins = true;
    else if (!isWhitespace(unit) && !(begins && unit === code.greater)) break;
  }
  return at;
}
