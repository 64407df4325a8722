/** Steps whose numbers have a gap or come twice (`domain.md` section 5, Procedures). */
import type { Procedure, Runbook, Step } from '../../model/runbook';
import type { Span } from '../../text/span';
import { wordsAt } from '../fields';
import { defineRule, type Match, type RuleContext } from '../rule';
import { entryFinder } from '../run-entries';

interface WrongNumber extends Match {
  readonly procedure: Procedure;
  readonly step: Step;
  readonly expected: number;
  readonly reason: 'gap' | 'duplicate' | 'order';
}

export const stepNumbering = defineRule<WrongNumber>({
  meta: {
    name: 'step-numbering',
    summary: 'Steps whose numbers have a gap or come twice',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Procedures',
  },
  *find({ runbook }) {
    const entryAt = entryFinder(runbook);
    let last = 0;
    for (const procedure of runbook.procedures) {
      if (procedure.form === 'list') continue;
      const found = firstWrong(procedure, last);
      const entry = entryAt(procedure.span);
      if (found !== null) yield { ...found, ...(entry === undefined ? {} : { entry }) };
      last = numberOf(procedure.steps.at(-1)) ?? 0;
    }
  },
  word({ step, expected, reason }) {
    const what = {
      gap: `Step ${step.number} comes where step ${String(expected)} is due`,
      duplicate: `There is a step ${step.number} already`,
      order: `Step ${step.number} comes after a higher number`,
    }[reason];
    return {
      message: `${what}: "go on with step ${step.number}" is heard wrong on the phone. Number the steps from one to the next.`,
    };
  },
  repair(match, context) {
    const edits = renumber(match.procedure).map(({ step, number }) => ({
      span: step.numberSpan,
      newText: String(number),
    }));
    return [
      {
        title: 'Number the steps in order',
        edits: new Map([[context.place.uri, edits]]),
        // words such as "back to step 4" would then mean another step
        automatic: !isReferredTo(match, context),
      },
    ];
  },
});

/** The first step whose number does not follow; a section may go on with the numbers of the one before (`last`). */
function firstWrong(procedure: Procedure, last: number): WrongNumber | null {
  const { steps } = procedure;
  const numbers = steps.map(numberOf);
  // letters and `N` count otherwise; `1. 1. 1.` counts by itself
  if (numbers.some((number) => number === null)) return null;
  if (steps.length > 1 && procedure.form === 'numbered-heading' && new Set(numbers).size === 1) return null;
  let previous: number | null = null;
  const seen = new Set<number>();
  for (const [index, step] of steps.entries()) {
    const number = numbers[index] ?? 0;
    const expected: number = previous === null ? 1 : previous + 1;
    const right =
      previous === null
        ? number <= 1 || number === last + 1
        : number === expected || (number === previous && /[a-z]$/i.test(step.number));
    if (!right) {
      const reason = seen.has(number) ? 'duplicate' : number > expected ? 'gap' : 'order';
      return { span: step.titleSpan, procedure, step, expected, reason };
    }
    seen.add(number);
    previous = number;
  }
  return null;
}

function numberOf(step: Step | undefined): number | null {
  const digits = /^\d+/.exec(step?.number ?? '');
  return digits === null ? null : Number(digits[0]);
}

/** The steps whose number has to change, with the right one: each is one more than the step before it. */
function renumber({ steps }: Procedure): { readonly step: Step; readonly number: number }[] {
  const first = numberOf(steps[0]) ?? 1;
  const base = first === 0 ? 0 : 1;
  return steps
    .map((step, index) => ({ step, number: base + index }))
    .filter(({ step, number }) => step.number !== String(number));
}

/** Whether text of the entry, or links of the document, speak of one of the numbers that would change. */
function isReferredTo({ procedure, entry }: WrongNumber, { runbook }: RuleContext): boolean {
  if (
    runbook.links.some(({ fragment, path }) => path === '' && fragment !== null && /^step-/i.test(fragment))
  )
    return true;
  const changed = new Set(renumber(procedure).map(({ step }) => step.number));
  const within = entry?.span ?? { start: 0, end: runbook.text.length };
  return mentionsOfSteps(runbook, within).some((number) => changed.has(number));
}

function mentionsOfSteps(runbook: Runbook, within: Span): string[] {
  const own = new Set(
    runbook.procedures.flatMap(({ steps }) => steps.map(({ numberSpan }) => numberSpan.start)),
  );
  const found: string[] = [];
  const pattern = /\bsteps?[ \t]+(\d{1,3}[a-z]?)(?:(?:[ \t]*(?:,|and|or|to|–|-)[ \t]*)(\d{1,3}[a-z]?))?/gi;
  for (const match of wordsAt(runbook, within).matchAll(pattern)) {
    const [whole, first = '', second] = match;
    if (own.has(within.start + match.index + whole.indexOf(first, 4))) continue;
    found.push(first);
    if (second !== undefined) found.push(second);
  }
  return found;
}
