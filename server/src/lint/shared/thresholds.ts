/** Reads thresholds and durations out of expressions and of what people write about them; null where it is not certain. */

/** A number with its unit as it is written: `5 %`, `200 ms`, `90`. */
export interface Quantity {
  readonly value: number;
  readonly unit: '' | '%' | 's';
}

/** What somebody writes of a threshold: `> 5 % for 10 minutes`. */
export interface WrittenThreshold {
  readonly threshold: Quantity;
  /** In seconds. */
  readonly duration: number | null;
}

/**
 * The number that an expression is compared with: `rate(x[5m]) > 0.05`. Null unless it is one comparison, at its end.
 */
export function thresholdOf(expr: string): number | null {
  const bare = expr
    .replace(/"[^"\n]{0,500}"|'[^'\n]{0,500}'/g, '')
    .replace(/\{[^{}]{0,500}\}/g, '')
    .trim();
  if (/\b(?:and|or|unless|bool|offset)\b|[!=]=/i.test(bare)) return null;
  const signs = bare.match(/[<>]=?/g) ?? [];
  const match = /[<>]=?\s*(-?\d+(?:\.\d+)?(?:e[+-]?\d{1,2})?)$/i.exec(bare);
  return signs.length === 1 && match?.[1] !== undefined ? Number(match[1]) : null;
}

const seconds: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };

/** A duration as rules write it, in seconds: `1h30m`. */
export function durationOf(text: string): number | null {
  const trimmed = text.trim();
  if (!/^(?:\d{1,9}(?:ms|[smhd])){1,5}$/.test(trimmed)) return null;
  let sum = 0;
  for (const [, number = '', unit = ''] of trimmed.matchAll(/(\d{1,9})(ms|[smhd])/g))
    sum += Number(number) * (seconds[unit] ?? 0);
  return sum;
}

const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:%|percent|per cent)$/i, '%'],
  [/^(?:ms|milliseconds?)$/i, 'ms'],
  [/^(?:s|secs?|seconds?)$/i, 's'],
  [/^(?:m|mins?|minutes?)$/i, 'm'],
  [/^(?:h|hrs?|hours?)$/i, 'h'],
];

/** A threshold in words; null where there are other numbers or units than one threshold and one duration. */
export function writtenThreshold(words: string): WrittenThreshold | null {
  const match =
    /^[^\d]{0,80}?(\d{1,12}(?:\.\d{1,9})?)\s{0,3}(%|[a-z]{1,12})?(?:[^\d]{0,20}?\b(?:for|over|during)\s{1,3}(?:more than\s)?(\d{1,6})\s{0,3}([a-z]{1,12}))?[^\d]{0,80}$/i.exec(
      words.trim(),
    );
  if (match === null) return null;
  const [, number = '', unit = '', time, timeUnit = ''] = match;
  const known = unitOf(unit);
  const duration = time === undefined ? null : toSeconds(Number(time), unitOf(timeUnit));
  if (known === null || (time !== undefined && duration === null)) return null;
  if (known === '' || known === '%') return { threshold: { value: Number(number), unit: known }, duration };
  const value = toSeconds(Number(number), known);
  return value === null ? null : { threshold: { value, unit: 's' }, duration };
}

/** Empty for no unit and for words that are none; null for units that are not known. */
function unitOf(word: string): string | null {
  if (word === '' || /^(?:for|over|during|errors?|requests?|connections?|restarts?)$/i.test(word)) return '';
  return units.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

function toSeconds(value: number, unit: string | null): number | null {
  const factor = unit === null ? undefined : seconds[unit];
  return factor === undefined ? null : value * factor;
}

/** Windows of time in an expression, in seconds: `rate(x[5m])`, `x[1h:5m]`. */
export function windowsOf(expr: string): readonly number[] {
  return [...expr.matchAll(/\[\s{0,9}([0-9smhd]{2,30})\s{0,9}[\]:]/g)].flatMap(
    ([, window = '']) => durationOf(window) ?? [],
  );
}

/**
 * Whether the number of an expression may be a quantity, whatever unit the expression is in; also where one of them speaks of
 * what is good and the other of what is not: 99.9 % available, 0.001 failed.
 */
export function mayBe(number: number, { value, unit }: Quantity): boolean {
  const factors = unit === '%' ? [1, 0.01] : unit === 's' ? [1, 1000, 1e6, 1e9] : [1, 0.01, 100];
  const same = factors.map((factor) => value * factor);
  const rest = unit === 's' ? [] : [100 - value, 1 - value / 100, ...(unit === '' ? [1 - value] : [])];
  return [...same, ...rest].some((one) => Math.abs(number - one) <= Math.abs(number) * 1e-9);
}
