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

/** Days of a unit, by what it begins with; the first that fits counts. */
const unitDays: readonly (readonly [RegExp, number])[] = [
  [/^(?:m|か月|ヶ月|カ月|ヵ月|개월|달)/, 30.44],
  [/^(?:w|sem|週|주)/, 7],
  [/^(?:q|tri|四半期|분기)/, 91.31],
  [/^(?:y|jahr|a|年|년)/, 365.25],
  [/^(?:d|t|j|日|일)/, 1],
];
const named: readonly (readonly [RegExp, number])[] = [
  [/^(?:daily|täglich|diari[ao]|diariamente|quotidien(?:ne)?|diári[ao]|毎日|매일)$/, 1],
  [/^(?:weekly|wöchentlich|semanal|semanalmente|hebdomadaire|毎週|매주|주 1회)$/, 7],
  [/^(?:biweekly|fortnightly|zweiwöchentlich|14 tägig|quincenal|bimensuel(?:le)?|quinzenal|隔週|격주)$/, 14],
  [
    /^(?:monthly|monatlich|mensual|mensualmente|mensuel(?:le)?|mensal|mensalmente|毎月|월 1회|매월|매달)$/,
    30.44,
  ],
  [
    /^(?:quarterly|vierteljährlich|quartalsweise|pro quartal|trimestral|trimestralmente|trimestriel(?:le)?|四半期ごと|四半期|3か月ごと|분기마다|분기별|매 분기)$/,
    91.31,
  ],
  [
    /^(?:half yearly|semi annually|biannually|halbjährlich|semestral|semestralmente|semestriel(?:le)?|半年ごと|半年|반기마다|반기별|반년마다)$/,
    182.62,
  ],
  [
    /^(?:yearly|annually|annual|jährlich|anual|anualmente|annuel(?:le)?|毎年|年1回|年 1 回|매년|연 1회|1년마다)$/,
    365.25,
  ],
];
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
  /^(?:every |each |alle |cada |a cada |tou(?:s|tes) les )?(?:(\d{1,4}|an?|one|two|three|six|twelve) ?)?(days?|d|weeks?|w|months?|mo|quarters?|q|years?|y|tage?n?|wochen?|monate?n?|quartale?n?|jahre?n?|d[ií]as?|semanas?|mes(?:es)?|trimestres?|años?|anos?|jours?|semaines?|mois|ans?|années?|日|週間?|か月|ヶ月|カ月|ヵ月|四半期|年|일|주|개월|분기|년)(?:間)?(?:ごと|毎|마다| ?간격)?$/;
const iso = /^p(\d{1,4})([dwmy])$/;

/** How many days an interval has: `6 months`, `every quarter`, `annually`, `P6M`, `alle 6 Monate`, `半年ごと`; null for what is none. */
export function intervalDays(words: string): number | null {
  const value = plainValue(words)
    .toLowerCase()
    .replace(/[-\s]+/g, ' ')
    .replace(/\.$/, '');
  const name = named.find(([pattern]) => pattern.test(value));
  if (name !== undefined) return Math.round(name[1]);
  const [, count = '', unit = ''] = iso.exec(value) ?? counted.exec(value) ?? [];
  const days = unit === '' ? undefined : unitDays.find(([begins]) => begins.test(unit))?.[1];
  if (days === undefined) return null;
  const times = count === '' ? 1 : (counts[count] ?? Number(count));
  return times > 0 ? Math.round(times * days) : null;
}
