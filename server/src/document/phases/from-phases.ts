/** `From Phase 3:` in a rollback plan: which phases it leads back from, and where. */
import { numberWords, romanValue } from '../../model/number-words';
import { phaseNumber } from '../../model/phase-words';
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { lineLead } from '../sections/line-lead';
import { isInert } from '../sections/section-lookup';
import { phasePattern } from './phase-word';

export interface FromPhase {
  /** Keys of the phases; empty for `From Phase [N]`, which is still to be filled in. */
  readonly keys: readonly string[];
  /** The line as far as the number: `**From Phase 3`. */
  readonly lead: string;
  /** What stands behind the number: `:**` */
  readonly tail: string;
  readonly line: number;
}

/** What leads from a phase back, in the languages that operators write. */
const leads =
  'from|of|after|during|in|at|if in|if|before|ab|von|aus|nach|desde(?: la)?|tras(?: la)?|después de(?: la)?|depuis(?: la)?|après(?: la)?|a partir d[ae]|após(?: a)?|zurück (?:aus|von)|da';

const pattern = phasePattern(
  (words) =>
    `^((?:(?:rollback|rolling back|roll back|revert|reverting|back out|undo|undoing)[ \\t\\u00a0]{1,4})?(?:(?:${leads})[ \\t\\u00a0]{1,4})?)(${words})[ \\t\\u00a0]{1,4}(\\[[^\\]]{0,80}\\]|\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-z]?|(?:[A-Z]|[IVXL]{2,6})\\b|${numberWords.join('|')})`,
  'i',
);
const all = phasePattern((words) => `\\b(?:any|all|every|each)\\s+(?:of the\\s+)?(?:${words})\\b`, 'i');
const range = phasePattern(
  (words) =>
    `^\\s*(?:-|–|—|->|→|\\.\\.|to|through|until|and up to)\\s*(?:(?:${words})\\s+)?(${phaseNumber})\\b`,
  'i',
);
const further = phasePattern(
  (words) => `^\\s*(?:,|and|or|&|\\+|/)\\s*(?:(?:and|or)\\s+)?(?:(?:${words})\\s+)?(${phaseNumber})\\b`,
  'i',
);

/** The lines of a plan that name the phase they lead back from. */
export function fromPhases(runbook: Runbook, within: Span): FromPhase[] {
  const { lines } = runbook;
  const found: FromPhase[] = [];
  const last = lines.lineAt(Math.max(within.start, within.end - 1));
  for (let line = lines.lineAt(within.start); line <= last; line++) {
    const words = lines.textOf(line);
    const lead = lineLead(words);
    const match = pattern(runbook).exec(words.slice(lead.length));
    if (match === null || isInert(runbook, lines.startOf(line))) continue;
    const [whole, before = '', word = '', number = ''] = match;
    const tail = words.slice(lead.length + whole.length);
    found.push({ keys: keysOf(runbook, number, tail), lead: `${lead}${before}${word} `, tail, line });
  }
  return found;
}

/** Whether a plan says that it is the same from everywhere. */
export function coversAllPhases(runbook: Runbook, { start, end }: Span): boolean {
  return all(runbook).test(runbook.text.slice(start, end));
}

/** `2` of `2`, `II` and `two`; of `2-4`, `B to D` and `2, 3 and 4` all of them. A letter may be a roman number: both. */
function keysOf(runbook: Runbook, number: string, tail: string): string[] {
  if (number.startsWith('[')) return [];
  const keys = new Set(spellings(number));
  const last = range(runbook).exec(tail)?.[1];
  if (last !== undefined) {
    for (const key of between(number, last)) keys.add(key);
    for (const key of spellings(last)) keys.add(key);
  }
  let rest = tail;
  while (keys.size < 100) {
    const [whole = '', next] = further(runbook).exec(rest) ?? [];
    // `From Phase 1 and a half`: a small letter is a word
    if (next === undefined || /^[a-z]$/.test(next)) break;
    for (const key of spellings(next)) keys.add(key);
    rest = rest.slice(whole.length);
  }
  return [...keys];
}

/** The keys between two numbers in the spellings that both have. */
function between(first: string, last: string): string[] {
  const found: string[] = [];
  const [from, to] = [valueOf(first), valueOf(last)];
  if (from !== null && to !== null)
    for (let value = from + 1; value < to && found.length < 100; value++) found.push(String(value));
  if (/^[a-z]$/i.test(first) && /^[a-z]$/i.test(last)) {
    const end = last.toUpperCase().charCodeAt(0);
    for (let code = first.toUpperCase().charCodeAt(0) + 1; code < end; code++)
      found.push(String.fromCharCode(code));
  }
  return found;
}

/** What a number counts to, or null for letters that are no roman number. */
function valueOf(number: string): number | null {
  const numeric = spellings(number).find((key) => /^\d+$/.test(key));
  return numeric === undefined ? null : Number(numeric);
}

function spellings(number: string): string[] {
  const word = numberWords.indexOf(number.toLowerCase());
  // `C` and `L` are letters
  const roman = /^[ivx]+$/i.test(number) ? romanValue(number) : null;
  const own = number.replace(/^0+(?=\d)/, '');
  return [
    /^[a-z]$/i.test(own) ? own.toUpperCase() : own,
    ...(word >= 0 ? [String(word)] : []),
    ...(roman === null ? [] : [String(roman)]),
  ];
}
