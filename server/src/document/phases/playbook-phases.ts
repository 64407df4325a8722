/** The phases that a playbook runs through, with the numbers they ought to have. */
import { phaseWords } from '../../model/phase-words';
import type { Phase, Runbook, Section } from '../../model/runbook';
import { rememberOf } from '../../text/remember';

export interface NumberedPhase {
  readonly phase: Phase;
  /** Its number as a value: 2 of `2`, `II`, `B`; null where the label is none that can be counted. */
  readonly number: number | null;
  /** The key that it would have in an unbroken series. */
  readonly expectedKey: string;
  /** What is wrong with its number, or null. */
  readonly problem: 'first' | 'gap' | 'duplicate' | 'order' | null;
}

/** Sections of a playbook that speak about phases without being any. */
const aside =
  /roll-?\s?back|back-?out|communication|execution log|decision framework|post-execution|^validation|^notes?$|appendix|metrics|^prerequisites|^overview|revert|contacts|escalation|history|references/;

const counts = new RegExp(`^(?:${phaseWords})\\b`);

/** Phases in order, without rollout phases and without headings `Phase 3` of the rollback plan and the like. */
export const playbookPhases = rememberOf((runbook: Runbook): readonly Phase[] => {
  const outside = new Set<number>();
  const open: { section: Section; aside: boolean }[] = [{ section: runbook.root, aside: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const child of next.section.children) {
      const heading = child.heading;
      const name = heading?.key ?? '';
      const isAside =
        next.aside || (heading !== null && heading.depth > 1 && aside.test(name) && !counts.test(name));
      if (next.aside && heading !== null) outside.add(heading.span.start);
      open.push({ section: child, aside: isAside });
    }
  }
  return runbook.phases.filter(({ rollout, headSpan }) => rollout === null && !outside.has(headSpan.start));
});

/** The phases with what their numbers should be: ascending by one, from 0 or 1 (`A` for letters), `2a` after `2`. */
export const numberedPhases = rememberOf((runbook: Runbook): readonly NumberedPhase[] => {
  const phases = playbookPhases(runbook);
  const values = phases.map(({ key }) => valueOf(key));
  // phases within phases do not go on with the series
  const whole = phases.flatMap(({ key }, index) => (decimalOf(key) === null ? [index] : []));
  const nexts = new Map(whole.map((index, place) => [index, values[whole[place + 1] ?? -1]]));
  const lettered = phases.some(({ key }) => /^[A-Z]$/.test(key));
  const seen = new Set<string>();
  const seenValues = new Set<number>();
  /** What each key should be. */
  const right = new Map<string, string>();
  let lastWithin: { readonly of: string; readonly number: number } | null = null;
  let previous: number | null = null;
  let expected = lettered || values[0] !== 0 ? 0 : -1;
  return phases.map((phase, index): NumberedPhase => {
    const value = values[index] ?? null;
    const next = nexts.get(index) ?? null;
    const within = decimalOf(phase.key);
    if (within !== null) {
      // phases within a phase have their own count
      const due: number = within.of === lastWithin?.of ? lastWithin.number + 1 : Math.min(1, within.number);
      const problem =
        within.number === due
          ? null
          : within.number > due
            ? 'gap'
            : seen.has(phase.key)
              ? 'duplicate'
              : 'order';
      lastWithin = { of: within.of, number: problem === 'gap' ? within.number : due };
      seen.add(phase.key);
      // one of an earlier phase changes nothing about the series
      if (!seenValues.has(within.top)) expected = previous = within.top;
      seenValues.add(within.top);
      const of = right.get(within.of) ?? within.of;
      return { phase, number: value, expectedKey: `${of}.${String(due)}`, problem };
    }
    const option = phase.alternative !== null && value !== null && value === previous;
    const suffixed =
      option || (/\d[a-z]$/.test(phase.key) && value !== null && value === previous && !seen.has(phase.key));
    if (!suffixed) expected++;
    const expectedKey = suffixed ? phase.key : lettered ? letterOf(expected) : String(expected);
    right.set(phase.key, expectedKey);
    const problem = suffixed || value === null ? null : problemOf(value, previous, seenValues);
    // where the series goes on as if the number were right, only this number is wrong
    const rightValue =
      previous === null ? (next !== null && next <= 2 && value !== 0 ? 1 : value) : previous + 1;
    const typed = problem !== null && (next === null || next === (rightValue ?? 0) + 1);
    previous = typed
      ? rightValue
      : problem === 'duplicate' || problem === 'order'
        ? previous
        : (value ?? previous);
    seen.add(phase.key);
    if (value !== null) seenValues.add(value);
    return { phase, number: value, expectedKey, problem };
  });
});

function problemOf(
  value: number,
  previous: number | null,
  seen: ReadonlySet<number>,
): NumberedPhase['problem'] {
  if (previous === null) return value > 1 ? 'first' : null;
  if (value === previous + 1) return null;
  if (value > previous) return 'gap';
  return seen.has(value) ? 'duplicate' : 'order';
}

/** 2 of `2` and `2a`, 2 of `B`; null of other keys. */
function valueOf(key: string): number | null {
  const digits = /^(\d+)[a-z]?$/.exec(key)?.[1];
  if (digits !== undefined) return Number(digits);
  return /^[A-Z]$/.test(key) ? key.charCodeAt(0) - 64 : null;
}

/** 1, within phase 2, of `2.1`; null of keys without decimals. */
function decimalOf(
  key: string,
): { readonly of: string; readonly top: number; readonly number: number } | null {
  const match = /^((\d{1,4})(?:\.\d{1,3}){0,3})\.(\d{1,3})$/.exec(key);
  if (match === null) return null;
  return { of: match[1] ?? '', top: Number(match[2]), number: Number(match[3]) };
}

function letterOf(value: number): string {
  return String.fromCharCode(64 + Math.max(1, value));
}
