/** Where the part of a link behind its words ends: `(destination "title")` or `[label]`. */
import { code, isMarkdownSpace } from './characters';

/** Most parentheses that may nest in a destination. */
const maxDepth = 32;

/** Offset behind the resource whose `(` is at `open`, or -1 when it is none. */
export function resourceEnd(text: string, open: number, to: number): number {
  let at = skipSpace(text, open + 1, to);
  if (at < to && text.charCodeAt(at) === code.close) return at + 1;
  at = destinationEnd(text, at, to);
  if (at < 0) return -1;
  const between = skipSpace(text, at, to);
  if (between > at && between < to) {
    const unit = text.charCodeAt(between);
    if (unit === code.quote || unit === code.apostrophe || unit === code.open) {
      at = titleEnd(text, between, to);
      if (at < 0) return -1;
      at = skipSpace(text, at, to);
    } else at = between;
  } else at = between;
  return at < to && text.charCodeAt(at) === code.close ? at + 1 : -1;
}

/** Offset behind the label whose `[` is at `open`, or -1 when it is none. */
export function bracketedLabelEnd(text: string, open: number, to: number): number {
  let words = false;
  for (let at = open + 1; at < to && at - open < 1002; at++) {
    const unit = text.charCodeAt(at);
    if (unit === code.openBracket) return -1;
    if (unit === code.closeBracket) return words ? at + 1 : -1;
    if (!isMarkdownSpace(unit)) words = true;
    if (unit === code.backslash && isEscapable(text.charCodeAt(at + 1))) at++;
  }
  return -1;
}

function isEscapable(unit: number): boolean {
  return unit === code.openBracket || unit === code.closeBracket || unit === code.backslash;
}

function destinationEnd(text: string, start: number, to: number): number {
  if (start >= to) return -1;
  if (text.charCodeAt(start) === code.less) {
    for (let at = start + 1; at < to; at++) {
      const unit = text.charCodeAt(at);
      if (unit === code.greater) return at + 1;
      if (unit === code.less || unit === code.lineFeed || unit === code.carriageReturn) return -1;
      if (unit === code.backslash && /[<>\\]/.test(text.charAt(at + 1))) at++;
    }
    return -1;
  }
  let depth = 0;
  let at = start;
  for (; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === code.close) {
      if (depth === 0) break;
      depth--;
    } else if (unit === code.open) {
      if (++depth > maxDepth) return -1;
    } else if (isMarkdownSpace(unit)) {
      if (depth === 0) break;
      return -1;
    } else if (unit < 32 || unit === 127) return -1;
    else if (unit === code.backslash && /[()\\]/.test(text.charAt(at + 1))) at++;
  }
  return depth === 0 && at > start ? Math.min(at, to) : -1;
}

function titleEnd(text: string, start: number, to: number): number {
  const mark = text.charCodeAt(start) === code.open ? code.close : text.charCodeAt(start);
  for (let at = start + 1; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === mark) return at + 1;
    if (unit === code.backslash) {
      const next = text.charCodeAt(at + 1);
      if (next === mark || next === code.backslash) at++;
    }
  }
  return -1;
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isMarkdownSpace(text.charCodeAt(at))) at++;
  return at;
}
