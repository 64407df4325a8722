/** Brings the steps of a procedure into another order: they count on as before, and the words that name them follow. */
import { endOfContent } from '../../authoring/insertion';
import { numberItems } from '../../authoring/number-items';
import { stepReferenceEdits } from '../../authoring/step-references';
import { regionsOf } from '../../document/entries/region-markers';
import { openBlock } from '../../document/open-block';
import { hasBody } from '../../model/entry';
import type { Procedure, Runbook, Step } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import { encloses, type Span } from '../../text/span';
import { referredFrom } from '../insertions/insert-step';
import type { FeatureContext } from '../shared/feature-context';
import { definesTwice, permuted, placingsOf } from '../shared/permuted-blocks';
import { words } from '../../text/say';
import { ChangeRefused } from '../shared/workspace-change';

/**
 * The edits by document that bring the steps of a procedure into the order of `steps`; the numbers stay where they are.
 * @throws ChangeRefused where something else would be lost or would stand elsewhere.
 */
export function orderSteps(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  procedure: Procedure,
  steps: readonly Step[],
): Map<string, Edit[]> {
  const before = procedure.steps;
  const order = steps.map((step) => before.indexOf(step));
  const slots = before.map((step, index) => slotOf(runbook, procedure, step, before[index + 1]));
  refuse(runbook, procedure, slots);
  const shifted = new Map<string, string>();
  const numbers: Edit[] = [];
  for (const [index, step] of steps.entries()) {
    const holder = before[index];
    if (holder === undefined || holder === step) continue;
    if (procedure.form === 'list') {
      const ordinal = holder.item?.ordinal;
      if (step.item === null || ordinal == null || ordinal === step.item.ordinal) continue;
      numbers.push(...numberItems(runbook, [step.item], ordinal));
      shifted.set(String(step.item.ordinal), String(ordinal));
    } else if (holder.number !== step.number) {
      numbers.push({ span: step.numberSpan, newText: holder.number });
      shifted.set(step.number, holder.number);
    }
  }
  const references = stepReferenceEdits(runbook, referredFrom(runbook, procedure), shifted);
  return permuted(context, uri, runbook, placingsOf(slots, order), [...numbers, ...references]);
}

/** The whole lines of a step, without the last line ending. */
function slotOf(runbook: Runbook, { form }: Procedure, step: Step, next: Step | undefined): Span {
  const { lines, text } = runbook;
  const first = step.item?.marker.start ?? step.titleSpan.start;
  const start = lines.startOf(lines.lineAt(first));
  if (form === 'table') return lines.spanOf(lines.lineAt(first));
  const limit =
    next === undefined
      ? step.span.end
      : lines.startOf(lines.lineAt(next.item?.marker.start ?? next.titleSpan.start));
  const span = { start, end: Math.max(first, Math.min(step.span.end, limit)) };
  if (step.item !== null || form === 'fence' || form === 'comment') {
    const end = start + text.slice(start, span.end).trimEnd().length;
    return { start, end: lines.spanOf(lines.lineAt(end)).end };
  }
  return { start, end: endOfContent(runbook, span) };
}

function refuse(runbook: Runbook, { form, steps }: Procedure, slots: readonly Span[]): void {
  const numbers = steps.map(({ number }) => number);
  const alike = numbers.every((number) => number === numbers[0]);
  if (
    form !== 'list' &&
    !alike &&
    (new Set(numbers).size < numbers.length || numbers.some((one) => !/^(?:\d+|[A-Za-z])$/.test(one)))
  )
    throw new ChangeRefused(words`The steps are not numbered one after the other. Renumber the steps first.`);
  if (definesTwice(runbook))
    throw new ChangeRefused(
      words`Two link definitions have the same label, so that links might lead elsewhere.`,
    );
  const open = openBlock(runbook);
  if (
    open !== undefined &&
    slots.some((slot) => encloses(slot, { start: open.span.start, end: open.span.start }))
  )
    throw new ChangeRefused(
      words`A code block or comment never ends, and would take in what comes behind it. Close it first.`,
    );
  const regions = regionsOf(runbook).all;
  for (const [index, slot] of slots.entries()) {
    const crossed = regions.some(
      ({ opening, closing }) => encloses(slot, opening) !== (closing !== null && encloses(slot, closing)),
    );
    if (crossed)
      throw new ChangeRefused(
        words`A comment or element of HTML reaches out of a step. Move the step by hand.`,
      );
    const next = slots[index + 1];
    const holdsEntry = runbook.entries.some((entry) => hasBody(entry) && encloses(slot, entry.span));
    if (
      holdsEntry ||
      (next !== undefined &&
        (next.start < slot.end || runbook.text.slice(slot.end, next.start).trim() !== ''))
    )
      throw new ChangeRefused(
        words`What stands between the steps is no part of them. Move the step by hand.`,
      );
  }
}
