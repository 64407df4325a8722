/** The number in front of a heading's words: `4.1` of `4.1 Steps`, `§4. Steps`, `🔧 4) Steps`, `:wrench: 4. Steps`, `Part 4 — Steps`, `4b. Steps`. */

export interface HeadingNumber {
  readonly number: string;
  /** Characters up to the words behind the number. */
  readonly length: number;
}

const symbols =
  '(?:(?:[\\p{Extended_Pictographic}\\p{So}\\ufe0f\\u200d]{1,8}|:[a-z0-9_+-]{2,30}:)[ \\t]{1,2})?';
const digits = '(\\d{1,3}(?:\\.\\d{1,3}){0,8})';
const separator = '(?:\\.\\)|[.):]|[ \\t]?[-–—](?=\\s))';
const plain = new RegExp(`^${symbols}(?:§[ \\t]?)?${digits}${separator}?\\s+(?=\\S)`, 'u');
/** `3b. Steps`, between 3 and 4. */
const between = new RegExp(`^${symbols}(\\d{1,3}[a-z])(?:[.):]|[ \\t][-–—](?=\\s))\\s+(?=\\S)`, 'u');
const named = new RegExp(`^${symbols}(?:section|part)[ \\t]{1,2}${digits}${separator}\\s+(?=\\S)`, 'iu');

/** The number of a heading, or null. */
export function readHeadingNumber(words: string): HeadingNumber | null {
  if (!/\d/.test(words.slice(0, 48))) return null;
  const match = plain.exec(words) ?? between.exec(words) ?? named.exec(words);
  return match === null ? null : { number: match[1] ?? '', length: match[0].length };
}
