/** Steps whose numbers have a gap or come twice. */
import type { Procedure, Runbook, Step } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { wordsAt } from '../../../document/fields/fields';
import { judgedProcedures } from '../../../document/steps/judged-procedure';
import { compare, rightNumbers, valueOf } from '../../../document/steps/number-series';
import { leavesLinks } from '../../shared/heading-links';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface WrongNumber extends Match {
  readonly procedure: Procedure;
  readonly step: Step;
  readonly expected: string;
  readonly reason: 'gap' | 'duplicate' | 'order';
  /** The number that each step of the procedure should have. */
  readonly right: readonly string[];
}

export const stepNumbering = defineRule<WrongNumber>({
  meta: {
    name: 'step-numbering',
    summary: 'Steps whose numbers have a gap or come twice',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
  },
  *find(context) {
    let last = 0;
    for (const { procedure, entry } of judgedProcedures(context)) {
      // sections that happen to hold commands may leave numbers to those that hold none
      if (procedure.form === 'list' || procedure.form === 'section') continue;
      const found = firstWrong(procedure, last);
      if (found !== null) yield { ...found, ...(entry === undefined ? {} : { entry }) };
      last = numberOf(procedure.steps.at(-1)) ?? 0;
    }
  },
  message({ step, expected, reason }) {
    const what = {
      gap: `Step ${step.number} comes where step ${expected} is due`,
      duplicate: `There is a step ${step.number} already`,
      order: `Step ${step.number} comes after a higher number`,
    }[reason];
    return {
      message: `${what}: "go on with step ${step.number}" is heard wrong on the phone. Number the steps from one to the next.`,
    };
  },
  fixes(match, context) {
    const edits = changesOf(match).map(({ step, number }) => ({ span: step.numberSpan, newText: number }));
    return [
      {
        title: 'Number the steps in order',
        edits: new Map([[context.place.uri, edits]]),
        // words such as "back to step 4" would then mean another step
        automatic: !isReferredTo(match, context) && !leavesLinks(context, edits),
        removes: 'number',
      },
    ];
  },
});

/** The first step whose number does not follow; a section may go on with the numbers of the one before (`last`). */
function firstWrong(procedure: Procedure, last: number): WrongNumber | null {
  const { steps } = procedure;
  if (isInOrder(steps)) return null;
  // letters and `N` count otherwise; `1. 1. 1.` counts by itself
  const right = rightNumbers(steps, last);
  if (right === null) return null;
  const isSame = new Set(steps.map(({ number }) => number)).size === 1;
  if (steps.length > 1 && procedure.form === 'numbered-heading' && isSame) return null;
  const index = steps.findIndex((step, at) => step.number.replace(/^0+(?=\d)/, '') !== right[at]);
  const step = steps[index];
  const expected = right[index];
  const [number, due] = [valueOf(step?.number ?? ''), valueOf(expected ?? '')];
  if (step === undefined || expected === undefined || number === null || due === null) return null;
  const seen = steps.slice(0, index).some((one) => one.number === step.number);
  const reason = seen ? 'duplicate' : compare(number, due) > 0 ? 'gap' : 'order';
  return { span: step.titleSpan, procedure, step, expected, reason, right };
}

/** Whether the steps count from 1, which nearly all do. */
function isInOrder(steps: readonly Step[]): boolean {
  for (let index = 0; index < steps.length; index++)
    if (steps[index]?.number !== String(index + 1)) return false;
  return true;
}

function numberOf(step: Step | undefined): number | null {
  const digits = /^\d+/.exec(step?.number ?? '');
  return digits === null ? null : Number(digits[0]);
}

/** The steps whose number has to change, with the right one. */
function changesOf({ procedure, right }: WrongNumber): { readonly step: Step; readonly number: string }[] {
  return procedure.steps
    .map((step, index) => ({ step, number: right[index] ?? step.number }))
    .filter(({ step, number }) => step.number !== number);
}

/** Whether text of the entry, or links of the document, speak of one of the numbers that would change. */
function isReferredTo(match: WrongNumber, { runbook }: RuleContext): boolean {
  if (
    runbook.links.some(({ fragment, path }) => path === '' && fragment !== null && /^step-/i.test(fragment))
  )
    return true;
  const changed = new Set(changesOf(match).map(({ step }) => step.number));
  const within = match.entry?.span ?? { start: 0, end: runbook.text.length };
  return mentionsOfSteps(runbook, within).some((number) => changed.has(number));
}

function mentionsOfSteps(runbook: Runbook, within: Span): string[] {
  const own = new Set(
    runbook.procedures.flatMap(({ steps }) => steps.map(({ numberSpan }) => numberSpan.start)),
  );
  const found: string[] = [];
  const pattern =
    /\bsteps?[ \t]+(\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?)(?:[ \t]{0,4}(?:,|and|or|to|–|-)[ \t]{0,4}(\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?))?/gi;
  for (const match of wordsAt(runbook, within).matchAll(pattern)) {
    const [whole, first = '', second] = match;
    if (own.has(within.start + match.index + whole.indexOf(first, 4))) continue;
    found.push(first);
    if (second !== undefined) found.push(second);
  }
  return found;
}
