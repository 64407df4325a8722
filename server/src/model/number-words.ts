/** Numbers as English words and in Roman digits. */

/** The words of 0 to 12, each at its number. */
export const numberWords: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** What counts in a row, each at its number. */
export const ordinalWords: readonly string[] = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const romanPattern = /^(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const romanOnes: readonly string[] = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
const romanTens: readonly string[] = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC'];

/** What Roman digits of either case count to, 1 to 100; null where they are no number, as `IIII` or `IC`. */
export function romanValue(digits: string): number | null {
  const upper = digits.toUpperCase();
  if (upper === '' || (upper !== 'C' && !romanPattern.test(upper))) return null;
  let total = 0;
  for (let i = 0; i < upper.length; i++) {
    const value = romanDigits[upper.charAt(i)] ?? 0;
    const next = romanDigits[upper.charAt(i + 1)] ?? 0;
    total += value < next ? -value : value;
  }
  return total;
}

/** A number from 1 to 99 in Roman digits; null for others. */
export function romanNumber(value: number): string | null {
  const ones = romanOnes[value % 10];
  const tens = romanTens[Math.floor(value / 10)];
  return value < 1 || ones === undefined || tens === undefined ? null : tens + ones;
}
