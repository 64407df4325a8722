/** What a line starts, looked at from its first character that is no white space. All patterns are sticky and linear. */
import { isDigit, isSpaceOrTab } from './characters';

/** Length of the opening `#`s of an ATX heading that starts at `first`, or 0. */
export function headingMarks(text: string, first: number, end: number): number {
  let at = first;
  while (at < end && text.charCodeAt(at) === 35) at++;
  const length = at - first;
  if (length === 0 || length > 6) return 0;
  return at === end || isSpaceOrTab(text.charCodeAt(at)) ? length : 0;
}

export function isThematicBreak(text: string, first: number, end: number): boolean {
  const marker = text.charCodeAt(first);
  if (marker !== 42 && marker !== 45 && marker !== 95) return false;
  let count = 0;
  for (let at = first; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === marker) count++;
    else if (!isSpaceOrTab(unit)) return false;
  }
  return count >= 3;
}

/** A fence that opens, or null: its character and the length of its run. */
export function openingFence(
  text: string,
  first: number,
  end: number,
): { readonly unit: number; readonly length: number } | null {
  const unit = text.charCodeAt(first);
  if (unit !== 96 && unit !== 126) return null;
  let at = first;
  while (at < end && text.charCodeAt(at) === unit) at++;
  if (at - first < 3) return null;
  if (unit === 96) {
    const next = text.indexOf('`', at);
    if (next >= 0 && next < end) return null;
  }
  return { unit, length: at - first };
}

export function isClosingFence(
  text: string,
  first: number,
  end: number,
  fence: { readonly unit: number; readonly length: number },
): boolean {
  let at = first;
  while (at < end && text.charCodeAt(at) === fence.unit) at++;
  if (at - first < fence.length) return false;
  while (at < end && isSpaceOrTab(text.charCodeAt(at))) at++;
  return at === end;
}

/** Depth that a setext underline gives, or 0. */
export function underlineDepth(text: string, first: number, end: number): 0 | 1 | 2 {
  const unit = text.charCodeAt(first);
  if (unit !== 61 && unit !== 45) return 0;
  let at = first;
  while (at < end && text.charCodeAt(at) === unit) at++;
  while (at < end && isSpaceOrTab(text.charCodeAt(at))) at++;
  if (at < end) return 0;
  return unit === 61 ? 1 : 2;
}

export interface ListMarker {
  /** `-`, `*`, `+`, `.` or `)` as a code unit: what siblings share. */
  readonly unit: number;
  readonly ordered: boolean;
  /** Characters of the marker. */
  readonly length: number;
  readonly ordinal: number;
}

/** The list marker at `first`, followed by white space or the line's end, or null. */
export function listMarker(text: string, first: number, end: number): ListMarker | null {
  const unit = text.charCodeAt(first);
  if (unit === 45 || unit === 42 || unit === 43) {
    if (first + 1 < end && !isSpaceOrTab(text.charCodeAt(first + 1))) return null;
    return { unit, ordered: false, length: 1, ordinal: 0 };
  }
  let at = first;
  while (at < end && at - first < 10 && isDigit(text.charCodeAt(at))) at++;
  const digits = at - first;
  if (digits === 0 || digits > 9 || at >= end) return null;
  const mark = text.charCodeAt(at);
  if (mark !== 46 && mark !== 41) return null;
  if (at + 1 < end && !isSpaceOrTab(text.charCodeAt(at + 1))) return null;
  return { unit: mark, ordered: true, length: digits + 1, ordinal: Number(text.slice(first, at)) };
}

/** What ends raw HTML: a pattern in one of its lines, looked for from an offset of the first line; or a blank line. */
export interface HtmlEnd {
  readonly pattern: RegExp | null;
  readonly from: number;
}

const rawStart = /<(?:script|pre|style|textarea)(?=[ \t>]|$)/iy;
const blockStart =
  /<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[ \t]|\/?>|$)/iy;
const completeTag =
  /<(?:[A-Za-z][A-Za-z0-9-]*(?:[ \t]+[A-Za-z_:][A-Za-z0-9_:.-]*(?:[ \t]*=[ \t]*(?:[^\s"'=<>`/]+|'[^'\r\n]*'|"[^"\r\n]*"))?)*[ \t]*\/?|\/[A-Za-z][A-Za-z0-9-]*[ \t]*)>[ \t]*$/y;

const ends = { comment: /-->/, instruction: /\?>/, data: /\]\]>/, declaration: />/ } as const;
const rawEnd = /<\/(?:script|pre|style|textarea)>/i;

/** How the raw HTML that starts at `first` of a line ends, or null when none starts. `interrupts`: whether it would end a paragraph. */
export function htmlStart(line: string, first: number, interrupts: boolean): HtmlEnd | null {
  if (line.startsWith('<!--', first)) return { pattern: ends.comment, from: first + 2 };
  if (line.startsWith('<?', first)) return { pattern: ends.instruction, from: first + 1 };
  if (line.startsWith('<![CDATA[', first)) return { pattern: ends.data, from: first + 9 };
  if (line.startsWith('<!', first))
    return /[A-Za-z]/.test(line.charAt(first + 2)) ? { pattern: ends.declaration, from: first + 2 } : null;
  if (startsAt(rawStart, line, first)) return { pattern: rawEnd, from: first };
  const ordinary = startsAt(blockStart, line, first) || (!interrupts && startsAt(completeTag, line, first));
  return ordinary ? { pattern: null, from: first } : null;
}

function startsAt(pattern: RegExp, line: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(line);
}
