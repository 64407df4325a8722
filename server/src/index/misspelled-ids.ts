/**
 * Definitions whose identifier is spelled so that nothing reads it as one: `## run_001: Title`, `## RUN001 | Title`.
 * Which prefixes matter is for the reader to say.
 */
import type { Identifier } from '../model/identifier';
import type { Runbook } from '../model/runbook';
import { placesOf, type PlacedPiece } from '../text/pieces';
import { rememberOf } from '../text/remember';
import { encloses, firstFrom, type Span } from '../text/span';

export interface MisspelledId {
  /** What was meant: its text is well formed but for the number of digits. */
  readonly id: Identifier;
  /** ## «run_001»: Title */
  readonly span: Span;
  /** From the heading to its end; of a plain line the line. */
  readonly heading: Span;
}

/** Spellings that no sentence has: joined by `_` or a long dash, without a joint, or in lower case. */
export const misspelledSource = '([A-Za-z][A-Za-z0-9]{1,11}?)([-_–—]?)(\\d{1,4})(?![A-Za-z0-9_])';
const headingPattern = new RegExp(
  `^[*_~\\x60[]{0,3}${misspelledSource}[\\]*_~\\x60]{0,3}(?=[ \\t]*(?:[:|—–]|- |$))`,
);
const plainPattern = new RegExp(`^(?:\\*\\*)?${misspelledSource}(?:\\*\\*)?:[ \\t]+\\S.*$`, 'i');
/** How the line below a definition in the plain form begins, with the end of the line before: it is found at once. */
const followers = placesOf(/\n(?:\*\*)?(?:category|trigger|owner|status|last tested)\b/gi);
/** The same where the line before is in another piece. */
const follower = /^(?:\*\*)?(?:category|trigger|owner|status|last tested)\b/i;
const longestFollower = 16;

/** The id that a misspelling means, or null when the words are well formed or no id at all. */
export function meantBy(match: RegExpMatchArray): Identifier | null {
  const [, prefix = '', joint = '', digits = ''] = match;
  const upper = prefix.toUpperCase();
  const wellFormed = joint === '-' && prefix === upper;
  // words such as "Step1" are no identifiers: without a joint all letters have to be capitals
  if (wellFormed || (joint === '' && (prefix !== upper || digits.length !== 3))) return null;
  return { prefix: upper, number: Number(digits), suffix: '', text: `${upper}-${digits}` };
}

/** The misspelled definitions of a document. */
export const misspelledDefinitions = rememberOf((runbook: Runbook): readonly MisspelledId[] => {
  const { text, pieces, headings, entries, fences, comments } = runbook;
  const found: MisspelledId[] = [];
  const add = (match: RegExpMatchArray | null, at: number, heading: Span): void => {
    const id = match === null ? null : meantBy(match);
    if (match === null || id === null) return;
    const start = at + match[0].search(/[A-Za-z]/);
    const length = (match[1] ?? '').length + (match[2] ?? '').length + (match[3] ?? '').length;
    found.push({ id, span: { start, end: start + length }, heading });
  };
  const defined = new Set(entries.map(({ headingSpan }) => headingSpan.start));
  for (const { span, titleSpan, depth } of headings) {
    if (depth > 3 || defined.has(span.start)) continue;
    const title = text.slice(titleSpan.start, titleSpan.end);
    if (/\d/.test(title)) add(headingPattern.exec(title), titleSpan.start, span);
  }
  const hidden = [...fences.map(({ span }) => span), ...comments].sort((a, b) => a.start - b.start);
  let behind = 0;
  for (const follower of followersIn(text, pieces)) {
    const end = follower - (text.charAt(follower - 2) === '\r' ? 2 : 1);
    const start = startOfLine(text, end);
    const match = start < behind ? null : plainPattern.exec(text.slice(start, end));
    if (match === null) continue;
    // the line of the field is no definition itself
    behind = follower + 1;
    const line = { start, end: text.indexOf('\n', end) };
    const before = hidden[firstFrom(hidden, start + 1, (span) => span.start) - 1];
    if (before === undefined || !encloses(before, line)) add(match, start, line);
  }
  return found;
});

/** Where lines begin as those below a definition in the plain form do, in order. */
function followersIn(text: string, pieces: readonly PlacedPiece[]): readonly number[] {
  const found = followers(pieces).map((feed) => feed + 1);
  for (const { start } of pieces)
    if (start > 0 && follower.test(text.slice(start, start + longestFollower))) found.push(start);
  return found.sort((a, b) => a - b);
}

/** Where the line that ends at `end` starts, as patterns see lines. */
function startOfLine(text: string, end: number): number {
  let start = end;
  while (start > 0 && !endsLine(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Line feed, carriage return, and the separators of lines and paragraphs. */
function endsLine(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}
