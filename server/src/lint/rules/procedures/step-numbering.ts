/** Steps with a gap in their numbers, a duplicate or a wrong order. */
import type { Procedure, Runbook, Step } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { wordsAt } from '../../../document/fields/fields';
import { judgedProcedures } from '../../../document/steps/judged-procedure';
import { compare, rightNumbers, valueOf } from '../../../document/steps/number-series';
import { spelledSeries } from '../../../document/steps/spelled-numbers';
import { leavesLinks } from '../../shared/heading-links';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface WrongNumber extends Match {
  readonly procedure: Procedure;
  readonly step: Step;
  readonly expected: string;
  readonly reason: 'gap' | 'duplicate' | 'order';
  /** The number that each step of the procedure should have. */
  readonly right: readonly string[];
}

const messages = new Messages({
  gap: 'Step {number} appears where step {expected} is expected, so a step may be missing. Renumber the steps.',
  duplicate:
    'There is more than one step {number}, so "go to step {number}" is ambiguous. Renumber the steps.',
  order: 'Step {number} comes after a higher number, so steps may be run out of order. Renumber the steps.',
});

export const stepNumbering = defineRule<WrongNumber>({
  meta: {
    name: 'step-numbering',
    summary: 'Step numbers with a gap, a duplicate or a wrong order',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    role: 'steps',
  },
  *find(context) {
    let last = 0;
    for (const { procedure, entry } of judgedProcedures(context)) {
      // sections without commands are not seen as steps, so numbers may be missing
      if (procedure.form === 'list' || procedure.form === 'section') continue;
      const found = firstWrong(procedure, last);
      if (found !== null) yield { ...found, ...(entry === undefined ? {} : { entry }) };
      last = numberOf(procedure.steps.at(-1)) ?? 0;
    }
  },
  message({ step: { number }, expected, reason }) {
    if (reason === 'gap') return messages.of('gap', { number, expected });
    return messages.of(reason, { number });
  },
  fixes(match, context) {
    const edits = changesOf(match).map(({ step, number }) => ({ span: step.numberSpan, newText: number }));
    return [
      {
        title: context.say`Renumber the steps`,
        edits: new Map([[context.place.uri, edits]]),
        // "back to step 4" would then mean another step
        automatic:
          edits.every(({ newText }) => /^\d/.test(newText)) &&
          !isReferredTo(match, context) &&
          !leavesLinks(context, edits),
        removes: 'number',
      },
    ];
  },
});

/** The first step out of sequence; a section may continue the numbers of the one before (`last`). */
function firstWrong(procedure: Procedure, last: number): WrongNumber | null {
  const { steps } = procedure;
  if (isInOrder(steps)) return null;
  const spelled = spelledSeries(steps.map(({ number }) => number));
  const counted =
    spelled === null ? steps : steps.map((step, at) => ({ ...step, number: spelled.digits[at] ?? '' }));
  // `N` is not counted; `1. 1. 1.` is numbered by the renderer
  const digits = rightNumbers(counted, spelled === null ? last : 0);
  if (digits === null) return null;
  const isSame = new Set(steps.map(({ number }) => number)).size === 1;
  if (steps.length > 1 && procedure.form === 'numbered-heading' && isSame) return null;
  const index = counted.findIndex(({ number }, at) => number.replace(/^0+(?=\d)/, '') !== digits[at]);
  const right = spelled === null ? digits : digits.map((one) => spelled.spell(one) ?? one);
  const step = steps[index];
  const expected = right[index];
  const [number, next] = [valueOf(counted[index]?.number ?? ''), valueOf(digits[index] ?? '')];
  if (step === undefined || expected === undefined || number === null || next === null) return null;
  const seen = steps.slice(0, index).some((one) => one.number === step.number);
  const reason = seen ? 'duplicate' : compare(number, next) > 0 ? 'gap' : 'order';
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

/** Whether text of the entry, or links of the document, refer to one of the numbers that would change. */
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
