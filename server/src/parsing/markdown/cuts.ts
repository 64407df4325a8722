/**
 * Where a text can be cut so that each piece can be read alone: at column-0 headings that stand outside fences,
 * comments and raw HTML, and in a long piece also at a column-0 word behind a blank line, which closes every list and
 * quote as well.
 */
import type { LineIndex } from '../../text/line-index';

/** Pieces longer than this are cut at paragraphs too. */
const longPiece = 4_000;

/**
 * Offsets at which pieces start, in order: `from`, which is the start of a line, and every cut behind it, up to the first of
 * which `isEnough` says so. What comes behind a cut depends on nothing in front of it.
 */
export function cutsOf(
  text: string,
  lines: LineIndex,
  from: number,
  isEnough: (cut: number) => boolean,
): number[] {
  const cuts = [from];
  let last = from;
  // the run of the fence that is open
  let fence = '';
  // raw HTML goes on to the next blank line, over headings
  let inHtml = false;
  let behindBlank = false;
  for (let line = lines.lineAt(from); line < lines.count; line++) {
    const at = lines.startOf(line);
    const end = lines.startOf(line + 1);
    const code = text.charCodeAt(at);
    let isBlank = false;
    if (isLetter(code)) {
      if (behindBlank && fence === '' && !inHtml && at - last >= longPiece) {
        cuts.push((last = at));
        if (isEnough(at)) break;
      }
    } else if (code === hash) {
      if (
        fence === '' &&
        !inHtml &&
        at > from &&
        headingPattern.test(text.slice(at, Math.min(end, at + 8)))
      ) {
        cuts.push((last = at));
        if (isEnough(at)) break;
      }
    } else if (isBlankLine(text, at, end)) {
      isBlank = true;
      if (fence === '') inHtml = false;
    } else if (fence === '' && code === less && text.startsWith('<!--', at)) {
      const close = text.indexOf('-->', at);
      if (close < 0) break;
      line = lines.lineAt(close);
    } else {
      const run = mayHoldFence(text, at, end) ? fencePattern.exec(text.slice(at, end)) : null;
      if (run !== null) fence = fenceBehind(fence, run);
      else if (fence === '' && opensTag(text, at)) inHtml = true;
    }
    behindBlank = isBlank;
  }
  return cuts;
}

const hash = 0x23;
const less = 0x3c;
const backtick = 0x60;
const tilde = 0x7e;

const headingPattern = /^#{1,6}(?:[ \t\r\n]|$)/;
const fencePattern = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^\r\n]*)/;

function fenceBehind(fence: string, [, run = '', info = '']: RegExpExecArray): string {
  if (fence === '') return run.startsWith('`') && info.includes('`') ? '' : run;
  return run.startsWith(fence) && info.trim() === '' ? '' : fence;
}

/** Whether only white space and the markers of lists stand before the first backtick or tilde of a line. */
function mayHoldFence(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === backtick || code === tilde) return text.charCodeAt(at + 1) === code;
    // blanks, digits and - * + . )
    const isLead =
      code === 0x20 || code === 0x09 || (code >= 0x29 && code <= 0x39 && code !== 0x2c && code !== 0x2f);
    if (!isLead) return false;
  }
  return false;
}

function opensTag(text: string, start: number): boolean {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) !== less) return false;
  const next = text.charCodeAt(at + 1);
  return isLetter(next) || next === 0x2f;
}

function isBlankLine(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isSpace(code) && code !== 0x0a && code !== 0x0d) return false;
  }
  return true;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}
