/**
 * Names of sections as a team's definition and its documents are compared: without what numbers, letters and symbols put
 * in front, and each half of a name in two languages (`증상 (Symptoms)`) for itself.
 */
import { foldName } from './role-patterns';
import { normalizeName } from './vocabulary';
import { rememberWords } from '../text/remember';

/** What a name is compared by. */
export interface ComparedName {
  /** The name with all that it says: `part 1 — prepare`. */
  readonly whole: string;
  /** What it may be called as well: `prepare`; of a name in two languages each half. */
  readonly others: readonly string[];
}

/** `Part 2 — `, `Section B: `, `Teil 3. `: a word that counts, its number or letter, and what divides it from the name. */
const counted =
  /^(?:part|section|chapter|appendix|annex|step|phase|stage|teil|abschnitt|kapitel|schritt|parte|sección|capítulo|paso|partie|étape|seção|etapa|passo|第)[ ]?(?:\d{1,3}|[a-z]|[ivx]{1,5})[ ]?[部章節]?[ ]?[-–—:.)][ ]?/u;

/** A name in brackets at the end of a name, also in full-width ones. */
const inBrackets = /^(.{1,120}?)[ ]?[(（]([^()（）]{1,80})[)）]$/u;

/** The name of a section as it is compared; `name` as written, without markup. */
export const comparedName = rememberWords((name): ComparedName => {
  const trimmed = name.slice(0, 200).trim();
  const written = /[：:]$/u.test(trimmed) ? trimmed.slice(0, -1).trimEnd() : trimmed;
  const halves = inBrackets.exec(written);
  const whole = fold(written);
  const others = new Set<string>();
  for (const half of halves === null ? [written] : [halves[1] ?? '', halves[2] ?? '']) {
    const folded = fold(half);
    others.add(folded);
    others.add(foldName(folded.replace(counted, '')));
  }
  others.delete('');
  return { whole: halves === null ? whole : `${whole} (${fold(halves[2] ?? '')})`, others: [...others] };
});

function fold(name: string): string {
  return foldName(normalizeName(name));
}

/** How well two names agree: 2 in all that they say, 1 in a part that names them, 0 not at all. */
export function agreement(one: ComparedName, other: ComparedName): 0 | 1 | 2 {
  if (one.whole === other.whole) return 2;
  return one.others.some((name) => other.others.includes(name)) ? 1 : 0;
}

/** Whether a name is written as a key of front matter: `review_in`, `owner`. */
export function isKey(name: string): boolean {
  return /^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*$/.test(name);
}

/** A name as a key of front matter: itself where it can be one, else its words with `separator` between them. */
export function asKey(name: string, separator = '_'): string {
  return /^[\w-]+$/.test(name) ? name : name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, separator);
}

/** How many of the names are among the titles of headings. */
export function countNamed(names: readonly string[], titles: readonly string[]): number {
  const compared = titles.map(comparedName);
  return names.filter((name) => {
    const wanted = comparedName(name);
    return compared.some((one) => agreement(wanted, one) > 0);
  }).length;
}
