/** Whether the value of a field is what its kind asks for. */
import type { FieldValues } from '../../model/house-style';
import { rememberWords } from '../../text/remember';
import { compilePattern } from '../../text/safe-pattern';
import { readDate } from '../fields/dates';
import { readDuration } from '../fields/duration';

/** Whether a value, as written, is one of those that are allowed. */
export function isAllowed(written: string, values: FieldValues): boolean {
  const words = plainValue(written);
  // remarks behind a value are the author's own: `high (since the move)`
  const bare = words.replace(/ \([^()]{0,200}\)$/, '');
  if (values.allowed.some((one) => [words, bare].some((value) => value.toLowerCase() === one.toLowerCase())))
    return true;
  if (values.date && readDate(words).iso !== '') return true;
  if (values.interval && intervalDays(words) !== null) return true;
  if (values.duration && readDuration(words) !== null) return true;
  if (values.channel && isChannel(words)) return true;
  return values.pattern !== null && [words, bare].some(compiled(values.pattern));
}

/** Patterns were tried when the configuration was read. */
const compiled = rememberWords((pattern) => compilePattern(pattern));

/** A value without the marks around it. */
export function plainValue(written: string): string {
  return written
    .slice(0, 500)
    .replace(/^[\s*_`"'“”]+|(?<![\s*_`"'“”])[\s*_`"'“”]+$/gu, '')
    .trim();
}

/** Whether words lead to somebody: `#channel`, `@team`, an address, a link, a telephone number. */
function isChannel(words: string): boolean {
  return /(?:^|[\s(<])[#@][\p{L}\p{N}]|[\w.+-]@[\w-]|https?:\/\/|\]\(|\+\d[\d ()-]{5}/u.test(words);
}

const unitDays: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30.44, q: 91.31, y: 365.25 };
const named: Readonly<Record<string, number>> = {
  daily: 1,
  weekly: 7,
  biweekly: 14,
  fortnightly: 14,
  monthly: 30.44,
  quarterly: 91.31,
  'half yearly': 182.62,
  'semi annually': 182.62,
  biannually: 182.62,
  yearly: 365.25,
  annually: 365.25,
  annual: 365.25,
};
const counts: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  six: 6,
  twelve: 12,
};
const counted =
  /^(?:every |each )?(?:(\d{1,4}|an?|one|two|three|six|twelve) ?)?(days?|d|weeks?|w|months?|mo|quarters?|q|years?|y)$/;
const iso = /^p(\d{1,4})([dwmy])$/;

/** How many days an interval has: `6 months`, `every quarter`, `annually`, `P6M`; null for what is none. */
export function intervalDays(words: string): number | null {
  const value = plainValue(words)
    .toLowerCase()
    .replace(/[-\s]+/g, ' ')
    .replace(/\.$/, '');
  const name = Object.hasOwn(named, value) ? named[value] : undefined;
  if (name !== undefined) return Math.round(name);
  const [, count = '', unit = ''] = iso.exec(value) ?? counted.exec(value) ?? [];
  const days = unitDays[unit.charAt(0)];
  if (days === undefined) return null;
  const times = count === '' ? 1 : (counts[count] ?? Number(count));
  return times > 0 ? Math.round(times * days) : null;
}
