/**
 * Bounds on what a document may hold to be read as Markdown at all, far above what documents of 2 MB hold. What passes one
 * is known by as many headings as one may hold, and not judged.
 */
import { LineIndex } from '../text/line-index';
import type { Piece, PlacedPiece } from '../text/pieces';
import type { PassedBound } from '../model/runbook';
import { rememberOf } from '../text/remember';

/** Most of each that a document may hold. Told in docs/rules/document-too-complex.md. */
export const bounds = {
  lines: 60_000,
  headings: 6_000,
  /** Headings that begin with an identifier. */
  entries: 2_000,
} as const;

/** Most that the reference engine may be given of one document, in marks; see {@link weightOf}. About two seconds. */
export const mostMarks = 25_000;

/**
 * Which bound a text in pieces passes; null for nearly all. Of a long one it costs the
 * lines of the pieces that were not seen before.
 */
export function boundPassed(lines: LineIndex, pieces: readonly PlacedPiece[]): PassedBound | null {
  // behind the end of the last line one more begins
  const count = lines.count - 1;
  if (count < bounds.entries) return null;
  if (count > bounds.lines) return { of: 'lines', most: bounds.lines };
  let headings = 0;
  let entries = 0;
  for (const { piece } of pieces) {
    const own = headingsOf(piece);
    headings += own.all;
    entries += own.entries;
  }
  if (headings > bounds.headings) return { of: 'headings', most: bounds.headings };
  return entries > bounds.entries ? { of: 'entries', most: bounds.entries } : null;
}

/** How many lines of a piece begin with `#`, and how many of those with an identifier behind it. */
const headingsOf = rememberOf(({ text }: Piece): { readonly all: number; readonly entries: number } => {
  const lines = new LineIndex(text);
  let all = 0;
  let entries = 0;
  for (let line = 0; line < lines.count; line++) {
    const start = lines.startOf(line);
    if (text.charCodeAt(start) !== 35) continue;
    all++;
    if (entryHeading.test(text.slice(start, start + longestLead))) entries++;
  }
  return { all, entries };
});

const entryHeading = /^#{1,6}[ \t]{1,3}[^\s\w]{0,3}(?:[A-Z][A-Z0-9]{0,11}-){1,3}\d/;
/** Characters of a heading in which its identifier begins. */
const longestLead = 60;

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/**
 * What reading a text with the reference engine takes, in marks: those that stand in it, dear ones several times. It takes
 * time with the square of the number of lists, quotes and footnotes, and of the words behind a bracket that stays open.
 * Where marks are as rare as in usual documents, they count less.
 */
export function weightOf(text: string): number {
  let marks = text.length / unitsForMark;
  for (let at = 0; at < text.length; at++) marks += weights[text.charCodeAt(at)] ?? 0;
  const own = marks <= text.length / 3 ? marks / 2 : marks;
  return own + containersIn(text) ** 2 / 190 + stepsBackIn(text) / 1_600;
}

/** UTF-16 units without a mark that take as long as one mark. */
const unitsForMark = 25;

const lineStart = /^([ \t]*)(?:(>)|([-*+])(?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|(\[\^)|\S)/gm;

/** How many lists, quotes and footnotes begin in a text, about. */
function containersIn(text: string): number {
  let count = 0;
  let last = '';
  let lastEnd = 0;
  for (const match of text.matchAll(lineStart)) {
    const [whole, indent = '', quote, bullet, footnote] = match;
    const opens = whole.length > indent.length + 1 || quote !== undefined || bullet !== undefined;
    // what is indented may go on with the item above
    if (!opens && indent !== '') continue;
    const kind = opens ? indent + (quote ?? bullet ?? '1') : '';
    const apart = quote !== undefined && text.indexOf('\n', lastEnd) < match.index - 1;
    if (opens && (kind !== last || footnote !== undefined || apart)) count++;
    last = kind;
    lastEnd = match.index + whole.length;
  }
  return count;
}

/**
 * How many words the engine looks back over, all in all, to tell whether an address may stand somewhere: at each word, to
 * the bracket that is open before it, in each stretch of lines without a blank one.
 */
function stepsBackIn(text: string): number {
  let steps = 0;
  let words = 0;
  let isWord = false;
  let isBlank = true;
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const wasWord = isWord;
    isWord = isWordUnit(code);
    if (isWord && !wasWord) {
      words++;
      const bracket = open.at(-1);
      if (bracket !== undefined) steps += words - bracket;
    } else if (code === 91) open.push(words);
    else if (code === 93) open.pop();
    else if (isLineEnd(code)) {
      if (isBlank) open.length = 0;
      isBlank = true;
      continue;
    }
    if (code !== 32 && code !== 9) isBlank = false;
  }
  return steps;
}

function isWordUnit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

const weights: Uint8Array = weighing({
  1: ' \n\r*_~`|&\\:!-+#>=\t'.slice(1),
  2: '[]()@',
  8: '<',
});

function weighing(marks: Readonly<Record<number, string>>): Uint8Array {
  const found = new Uint8Array(128);
  for (const [weight, characters] of Object.entries(marks))
    for (const character of characters) found[character.charCodeAt(0)] = Number(weight);
  return found;
}
