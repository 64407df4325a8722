/** Character tests by UTF-16 code unit, as CommonMark groups characters. */

export const code = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  exclamation: 33,
  quote: 34,
  hash: 35,
  ampersand: 38,
  apostrophe: 39,
  open: 40,
  close: 41,
  star: 42,
  plus: 43,
  dash: 45,
  dot: 46,
  slash: 47,
  colon: 58,
  semicolon: 59,
  less: 60,
  equals: 61,
  greater: 62,
  question: 63,
  at: 64,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  caret: 94,
  underscore: 95,
  backtick: 96,
  pipe: 124,
  tilde: 126,
} as const;

export function isSpaceOrTab(unit: number): boolean {
  return unit === 32 || unit === 9;
}

export function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

/** Space, tab or line ending. */
export function isMarkdownSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13;
}

export function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

export function isAlphanumeric(unit: number): boolean {
  return isLetter(unit) || isDigit(unit);
}

const whitespace = /\s/;

/** White space in any script. */
export function isWhitespace(unit: number): boolean {
  if (unit < 160) return unit === 32 || (unit >= 9 && unit <= 13);
  return whitespace.test(String.fromCharCode(unit));
}

/** What a character beside a run of `*`, `_` or `~` is; the edge of a text counts as white space. */
export type Side = 'other' | 'space' | 'punctuation';

const punctuation = /[\p{P}\p{S}]/u;

/** The group of the character at `offset`, or `space` outside `from`..`to`. Half of a surrogate pair is `other`. */
export function sideAt(text: string, offset: number, from: number, to: number): Side {
  if (offset < from || offset >= to) return 'space';
  return sideOf(text.charCodeAt(offset));
}

export function sideOf(unit: number): Side {
  if (unit < 128) {
    if (isAlphanumeric(unit)) return 'other';
    if (unit <= 32) return unit === 32 || (unit >= 9 && unit <= 13) ? 'space' : 'other';
    return unit === 127 ? 'other' : 'punctuation';
  }
  const character = String.fromCharCode(unit);
  if (whitespace.test(character)) return 'space';
  return punctuation.test(character) ? 'punctuation' : 'other';
}
