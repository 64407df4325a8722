/** The ways back of a plan: of single steps, of phases, and of a runbook as a whole. */
import type { Part, Phase, Procedure, Runbook } from '../../model/runbook';
import { encloses, trimSpan, type Span } from '../../text/span';
import { fromPhases } from '../phases/from-phases';
import { leadsBack } from '../sections/rollback-plan';
import { isUnwritten } from '../sections/part-state';
import type { PlanRollback, PlanStep } from './plan';
import { blocksIn } from './plan-blocks';
import { boxesBeside, gateFrom } from './plan-gates';
import { partsOf, sectionAround, type PlanScope } from './plan-scope';
import { readStep, stepOfPassage } from './plan-steps';

/** Of a phase by its own words; null where it says nothing. */
export function rollbackOfPhase(
  scope: PlanScope,
  phase: Phase,
  phaseId: string,
  id: string,
): PlanRollback | null {
  const { runbook } = scope;
  const part = phase.rollback;
  if (part === null || isUnwritten(runbook, part)) return null;
  const own = runbook.procedures.filter((one) => encloses(part.span, one.span));
  const steps =
    own.length > 0
      ? stepsOf(runbook, own, id)
      : [stepOfPassage(runbook, part.content, `${id}.s1`, part.name)];
  return { ...rollback(id, part.name), phase: phaseId, steps, from: steps.map(() => []) };
}

/** Of a single step. */
export function rollbackOfStep(runbook: Runbook, content: Span, step: PlanStep, id: string): PlanRollback {
  const steps = [stepOfPassage(runbook, content, `${id}.s1`, 'Rollback')];
  return { ...rollback(id, 'Rollback'), step: step.id, steps, from: [[]] };
}

/** Of all of a document or entry: its rollback plan or procedure; null where it has none. */
export function wholeRollback(
  scope: PlanScope,
  inside: readonly Span[],
  phases: readonly { readonly id: string; readonly key: string }[],
  id: string,
): PlanRollback | null {
  const { runbook } = scope;
  const parts = partsOf(scope, 'rollback', inside).filter(
    (part) => part.item === null && leadsBack(part) && !isUnwritten(runbook, part),
  );
  const part = parts.find(({ name }) => /roll|revert|back-?\s?out/i.test(name)) ?? parts[0];
  if (part === undefined) return null;
  const planned = phases.length === 0 ? [] : stepsFromPhases(runbook, part, phases, id);
  if (planned.length > 0) {
    return {
      ...rollback(id, part.name),
      steps: planned.map(({ step }) => step),
      from: planned.map(({ from }) => from),
    };
  }
  const own = runbook.procedures.filter((one) => encloses(part.span, one.span));
  if (own.length === 0) {
    const steps = [stepOfPassage(runbook, part.content, `${id}.s1`, part.name)];
    return { ...rollback(id, part.name), steps, from: [[]] };
  }
  const steps = stepsOf(runbook, own, id);
  const [first] = own;
  const before = {
    start: part.content.start,
    end: Math.max(part.content.start, first?.span.start ?? part.content.end),
  };
  const section = first === undefined ? part.content : sectionAround(runbook, first.span).span;
  const taken = own.map((one) => one.fence?.span ?? one.span);
  return {
    ...rollback(id, part.name),
    blocks: blocksIn({
      runbook,
      within: before,
      skips: own.flatMap(({ fence }) => fence?.span ?? []),
      commandAt: () => null,
    }),
    steps,
    gate: gateFrom(`${id}.g`, part.name, boxesBeside(runbook, section, taken)),
    from: steps.map(() => []),
  };
}

function rollback(id: string, title: string): PlanRollback {
  return { id, title, phase: null, step: null, blocks: [], steps: [], gate: null, from: [] };
}

function stepsOf(runbook: Runbook, procedures: readonly Procedure[], id: string): PlanStep[] {
  let count = 0;
  return procedures.flatMap((procedure) =>
    procedure.steps.map((step) => {
      count++;
      const read = readStep(runbook, procedure, step, `${id}.s${String(count)}`, '').step;
      return { ...read, rollback: null };
    }),
  );
}

/** `From Phase 3` and what stands under it, each as a step of the whole way back. */
function stepsFromPhases(
  runbook: Runbook,
  part: Part,
  phases: readonly { readonly id: string; readonly key: string }[],
  id: string,
): { step: PlanStep; from: readonly string[] }[] {
  const { lines, text } = runbook;
  const places = fromPhases(runbook, part.span);
  return places.flatMap(({ keys, line, lead }, index) => {
    const named = phases.filter(({ key }) => keys.includes(key)).map((phase) => phase.id);
    if (named.length === 0) return [];
    const start = lines.startOf(line + 1);
    const next = places[index + 1];
    const heading = runbook.headings.find(({ span }) => span.start >= start);
    const end = Math.min(
      next === undefined ? part.span.end : lines.startOf(next.line),
      heading?.span.start ?? part.span.end,
    );
    const content = trimSpan(text, { start: Math.min(start, end), end });
    if (content.end <= content.start) return [];
    const title = `${lead.replace(/[*_#>-]/g, '').trim()} ${keys[0] ?? ''}`;
    return [{ step: stepOfPassage(runbook, content, `${id}.s${String(index + 1)}`, title), from: named }];
  });
}
