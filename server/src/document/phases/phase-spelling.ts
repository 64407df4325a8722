/** The ways to write a phase's number: `2`, `02`, `II`, `two`, `B`, `2a`. Knows no documents. */
import { numberWords, romanNumber, romanValue } from '../../model/number-words';
import type { Phase } from '../../model/runbook';

/** Digits that a phase's number may be in Roman; `C` and `L` are letters. */
const romanDigits = /^[IVX]+$/;

/**
 * The key that a number has in a document with these phases ({@link Phase.key}); null for words that are no number.
 * Where phases have letters, `I` is a letter. Lower-case letters and roman numbers are prose.
 */
export function keyOfLabel(label: string, phases: readonly Phase[]): string | null {
  if (/^\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?$/.test(label)) return label.replace(/^0+(?=\d)/, '');
  const word = numberWords.indexOf(label.toLowerCase());
  if (word >= 0) return String(word);
  if (/^[A-Z]$/.test(label) && phases.some(({ key }) => /^[A-Z]$/.test(key))) return label;
  const roman = romanDigits.test(label) ? romanValue(label) : null;
  if (roman !== null) return String(roman);
  return /^[A-Z]$/.test(label) ? label : null;
}

/** The phase that a number names, by its own spelling first; undefined for none. */
export function phaseCalled(label: string, phases: readonly Phase[]): Phase | undefined {
  const exact = phases.find((phase) => phase.label === label);
  if (exact !== undefined) return exact;
  const key = keyOfLabel(label, phases);
  return key === null ? undefined : phases.find((phase) => phase.key === key);
}

/** The value of `key` written the way `like` is: 3 for `2` is `03` for `02`, `III` for `II`, `Three` for `Two`. */
export function spelledLikePhase(like: string, key: string): string {
  if (!/^\d+$/.test(key)) return key;
  const value = Number(key);
  const word = numberWords[value];
  if (numberWords.includes(like.toLowerCase()) && word !== undefined)
    return /^[A-Z]/.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  if (romanDigits.test(like)) return romanNumber(value) ?? key;
  return /^0\d/.test(like) ? key.padStart(like.length, '0') : key;
}
