/**
 * Identifiers such as `RUN-001`: their grammar (docs/runbook-format.md#identifiers), order and notation.
 *
 * The grammar takes any upper-case prefix, so that `REQ-RUN-001` is one identifier of the prefix `REQ-RUN` and never
 * a `RUN-001`. Which prefixes matter is a question of the workspace, not of the text.
 */

export interface Identifier {
  /** `RUN`, or a compound such as `BR-FEA`. */
  readonly prefix: string;
  readonly number: number;
  /** A letter behind the number, which only EPIC carries: `b` in `EPIC-04b`; else empty. */
  readonly suffix: string;
  /** As written, but for an escape and with plain hyphens: `RUN-001`. */
  readonly text: string;
}

/** The prefixes that the templates and their methodology use; a workspace may own others. */
export const knownPrefixes: ReadonlySet<string> = new Set(
  'DEP GTM RUN MON RISK TEST BR UJ EPIC PRD PER SCR API DBT ENT CFD DES TECH ARC INT LL FEA KPI SEC ENV BR-FEA'.split(
    ' ',
  ),
);

/**
 * Source of a pattern for identifier tokens: groups 1 prefix, 2 digits, 3 suffix.
 * `\b` would find `RUN-001` inside `REQ-RUN-001`; a slug behind the number (`RUN-001-api-errors`) is allowed, and so are
 * underscores around it, as emphasis has them. The hyphen may be escaped, or one of those that word processors write for
 * it: U+2010, U+2011, and before the number also an en dash or a minus sign.
 */
export const identifierSource =
  '(?<![A-Za-z0-9‐‑-]|[A-Za-z0-9]_{1,2})([A-Z][A-Z0-9]{1,11}(?:\\\\?[‐‑-][A-Z]{2,12}){0,2})\\\\?[‐‑–−-](\\d{1,4})([a-z]?)(?![A-Za-z0-9]|_{1,2}[A-Za-z0-9]|[‐‑-]\\d)';

const wholePattern = new RegExp(`^${identifierSource}$`);

/** The identifier that the whole text is, or null. */
export function parseIdentifier(text: string): Identifier | null {
  const match = wholePattern.exec(text);
  return match === null ? null : toIdentifier(match);
}

/** The identifier of a match of {@link identifierSource}, or null when its letter suffix is not allowed. */
export function toIdentifier(match: RegExpExecArray): Identifier | null {
  const [, written = '', digits = '', suffix = ''] = match;
  const prefix = /[\\‐‑]/.test(written) ? written.replaceAll('\\', '').replace(/[‐‑]/g, '-') : written;
  if (suffix !== '' && prefix !== 'EPIC') return null;
  return { prefix, number: Number(digits), suffix, text: `${prefix}-${digits}${suffix}` };
}

/** Whether an identifier is written with another hyphen than the one that people search for. */
export function hasOtherHyphen(written: string): boolean {
  return /[‐‑–−]/.test(written);
}

/** What two spellings of one identifier share: `RUN-1` and `RUN-001` are the same `RUN-1`. */
export function keyOf(id: Identifier): string {
  return `${id.prefix}-${String(id.number)}${id.suffix}`;
}

/** The prefix of a key, as {@link keyOf} gives it. */
export function prefixOfKey(key: string): string {
  return key.slice(0, key.lastIndexOf('-'));
}

/** `RUN-007`: zero padded to three digits, two for EPIC. */
export function formatIdentifier(prefix: string, number: number, suffix = ''): string {
  return `${prefix}-${String(number).padStart(prefix === 'EPIC' ? 2 : 3, '0')}${suffix}`;
}

/** The numbers that differ from one by a digit or by swapped digits, some of them twice: what a slip of the hand makes of it. */
export function* numbersNear(number: number): Iterable<number> {
  const digits = String(number).padStart(3, '0');
  for (let place = 0; place < digits.length; place++) {
    for (let digit = 0; digit <= 9; digit++) {
      const changed = Number(digits.slice(0, place) + String(digit) + digits.slice(place + 1));
      if (changed !== number) yield changed;
    }
    const swapped =
      digits.slice(0, place) + (digits[place + 1] ?? '') + (digits[place] ?? '') + digits.slice(place + 2);
    if (swapped.length === digits.length && Number(swapped) !== number) yield Number(swapped);
  }
}

/** Order by prefix, then number, then suffix. */
export function compareIdentifiers(a: Identifier, b: Identifier): number {
  if (a.prefix !== b.prefix) return a.prefix < b.prefix ? -1 : 1;
  if (a.number !== b.number) return a.number - b.number;
  return a.suffix < b.suffix ? -1 : a.suffix > b.suffix ? 1 : 0;
}
