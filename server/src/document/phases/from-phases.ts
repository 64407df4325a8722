/** `From Phase 3:` in a rollback plan: which phases it leads back from, and where. */
import { numberWords } from '../../model/number-words';
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { lineLead } from '../sections/line-lead';
import { isInert } from '../sections/section-lookup';

export interface FromPhase {
  /** Keys of the phases; empty for `From Phase [N]`, which is still to be filled in. */
  readonly keys: readonly string[];
  /** The line as far as the number: `**From Phase 3`. */
  readonly lead: string;
  /** What stands behind the number: `:**` */
  readonly tail: string;
  readonly line: number;
}

const pattern =
  /^((?:(?:rollback|rolling back|roll back|revert|back out)[ \t\u00a0]{1,4})?(?:(?:from|after|during|in|at|if in|if|before)[ \t\u00a0]{1,4})?)(phases?|stages?|waves?|milestones?|tranches?)[ \t\u00a0]{1,4}(\[[^\]]{0,80}\]|\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|(?:[A-Z]|[IVXL]{2,6})\b|one|two|three|four|five|six|seven|eight|nine|ten)/i;

/** The lines of a plan that name the phase they lead back from. */
export function fromPhases(runbook: Runbook, within: Span): FromPhase[] {
  const { lines } = runbook;
  const found: FromPhase[] = [];
  const last = lines.lineAt(Math.max(within.start, within.end - 1));
  for (let line = lines.lineAt(within.start); line <= last; line++) {
    const words = lines.textOf(line);
    const lead = lineLead(words);
    const match = pattern.exec(words.slice(lead.length));
    if (match === null || isInert(runbook, lines.startOf(line))) continue;
    const [whole, before = '', word = '', number = ''] = match;
    const tail = words.slice(lead.length + whole.length);
    found.push({ keys: keysOf(number, tail), lead: `${lead}${before}${word} `, tail, line });
  }
  return found;
}

/** Whether a plan says that it is the same from everywhere. */
export function coversAllPhases({ text }: Runbook, { start, end }: Span): boolean {
  return /\b(?:any|all|every|each)\s+(?:of the\s+)?(?:phase|stage|wave)s?\b/i.test(text.slice(start, end));
}

const romans: readonly string[] = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** `2` of `2`, `II` and `two`; of `2-4` and `2, 3 and 4` all of them. A letter may be a roman number: both. */
function keysOf(number: string, tail: string): string[] {
  if (number.startsWith('[')) return [];
  const keys = spellings(number);
  const range = /^\s*(?:-|–|—|to|through)\s*(?:(?:phase|stage|wave)\s+)?(\d{1,3})/i.exec(tail);
  if (range !== null) {
    for (let next = Number(number) + 1; next <= Number(range[1]) && keys.length < 100; next++)
      keys.push(String(next));
  }
  const list =
    /^((?:\s*(?:,|and|or|&|\+|\/)\s*(?:and\s+|or\s+)?(?:(?:phase|stage|wave)\s+)?\d{1,3}\b)+)/i.exec(
      tail,
    )?.[1] ?? '';
  for (const further of list.matchAll(/\d+/g)) keys.push(further[0]);
  return keys;
}

function spellings(number: string): string[] {
  const word = numberWords.indexOf(number.toLowerCase());
  const roman = romans.indexOf(number.toUpperCase());
  const own = number.replace(/^0+(?=\d)/, '');
  return [
    /^[a-z]$/i.test(own) ? own.toUpperCase() : own,
    ...(word >= 0 ? [String(word)] : []),
    ...(roman > 0 ? [String(roman)] : []),
  ];
}
