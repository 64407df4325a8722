/**
 * Series of numbers that are no digits: `One, Two`, `First, Second`, `I, II`. Letters name steps, and need not
 * follow each other. Knows no documents.
 */
import { numberWords, ordinalWords, romanNumber, romanValue } from '../../model/number-words';

export interface SpelledSeries {
  /** What each counts to, in digits. */
  readonly digits: readonly string[];
  /** Digits as the series has them; null where it cannot say the number. */
  readonly spell: (digits: string) => string | null;
}

/** The series that labels make from their beginning on, or null where they are digits, letters or mixed. */
export function spelledSeries(labels: readonly string[]): SpelledSeries | null {
  const [first = ''] = labels;
  if (first === '' || /^\d/.test(first)) return null;
  const capital = /^[A-Z]/.test(first);
  const cased = (word: string): string => (capital ? word.charAt(0).toUpperCase() + word.slice(1) : word);
  for (const words of [numberWords, ordinalWords]) {
    const found = valuesOf(labels, (label) => words.indexOf(label.toLowerCase()));
    if (found !== null)
      return {
        digits: found,
        spell: (digits) => (words[Number(digits)] === undefined ? null : cased(words[Number(digits)] ?? '')),
      };
  }
  if (first !== 'I') return null;
  const found = valuesOf(labels, (label) => (/^[IVX]+$/.test(label) ? (romanValue(label) ?? -1) : -1));
  return found === null ? null : { digits: found, spell: (digits) => romanNumber(Number(digits)) };
}

function valuesOf(labels: readonly string[], valueOf: (label: string) => number): string[] | null {
  const values = labels.map(valueOf);
  return values.some((value) => value < 0) ? null : values.map(String);
}
