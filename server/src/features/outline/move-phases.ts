/** Brings phases into another order: they count on as before, and all that names them follows. */
import { openBlock } from '../../document/open-block';
import { fromPhases } from '../../document/phases/from-phases';
import { executionLog } from '../../document/phases/execution-log';
import { isBound, phaseBlocks } from '../../document/phases/phase-block';
import { numberedPhases, playbookPhases } from '../../document/phases/playbook-phases';
import { rollbackPlan } from '../../document/sections/rollback-plan';
import { endOfContent } from '../../authoring/insertion';
import type { Phase, Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import { encloses, firstFrom, type Span } from '../../text/span';
import type { FeatureContext } from '../shared/feature-context';
import { definesTwice, permuted, placingsOf, type Placing } from '../shared/permuted-blocks';
import { newPhaseNumbers } from '../shared/phase-numbers';
import { phaseLinkEdits, together } from '../shared/phase-link-words';
import { words } from '../../text/say';
import { ChangeRefused } from '../shared/workspace-change';

/**
 * The edits by document that bring the phases of a playbook into the order of `phases`; the numbers stay where they are. Rows
 * of the execution log and parts of the rollback plan change places with their phases.
 * @throws ChangeRefused where something else would be lost or would stand elsewhere.
 */
export function orderPhases(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  phases: readonly Phase[],
): Map<string, Edit[]> {
  const before = playbookPhases(runbook);
  const order = phases.map((phase) => before.indexOf(phase));
  refuse(runbook, order);
  const wanted = new Map<Phase, string>();
  for (const [index, phase] of phases.entries()) {
    const key = before[index]?.key;
    if (key !== undefined && key !== phase.key) wanted.set(phase, key);
  }
  const { newNumber, edits } = newPhaseNumbers(runbook, wanted);
  const placings = [
    ...placingsOf(
      phaseBlocks(runbook).map(({ span }) => span),
      order,
    ),
    ...registersOf(runbook, phases),
  ];
  return together(
    permuted(context, uri, runbook, placings, edits),
    phaseLinkEdits(context, uri, runbook, newNumber),
  );
}

function refuse(runbook: Runbook, order: readonly number[]): void {
  const blocks = phaseBlocks(runbook);
  const keys = blocks.map(({ phase }) => phase.key);
  if (
    new Set(keys).size < keys.length ||
    !keys.every((key) => /^(?:\d+|[A-Z])$/.test(key)) ||
    isNamedByRightNumber(runbook)
  )
    throw new ChangeRefused(
      words`The phases are not numbered one after the other. Renumber the phases first.`,
    );
  const numbered = blocks.find(({ phase }) => phase.heading?.number != null);
  if (numbered !== undefined)
    throw new ChangeRefused(
      words`The headings of the phases have numbers of sections, which would be wrong.`,
    );
  if (definesTwice(runbook))
    throw new ChangeRefused(
      words`Two link definitions have the same label, so that links might lead elsewhere.`,
    );
  const open = openBlock(runbook);
  const touched = order.flatMap((from, index) => (from === index ? [] : [index]));
  for (let index = touched[0] ?? 0; index <= (touched.at(-1) ?? -1); index++) {
    const block = blocks[index];
    if (block === undefined) continue;
    const { label } = block.phase;
    if (isBound(runbook, block))
      throw new ChangeRefused(
        words`A comment or element of HTML reaches out of Phase ${label}. Move the phase by hand.`,
      );
    if (open !== undefined && encloses(block.span, { start: open.span.start, end: open.span.start }))
      throw new ChangeRefused(
        words`A code block or comment never ends, and would take in what comes behind it. Close it first.`,
      );
    const next = blocks[index + 1]?.span.start;
    if (next === undefined || index === touched.at(-1)) continue;
    const between = runbook.text.slice(block.span.end, next);
    if (!between.split(/\r\n|[\r\n]/).every((line) => /^(?:-{3,}|\*{3,}|_{3,})?$/.test(line.trim())))
      throw new ChangeRefused(
        words`What stands behind Phase ${label} is no part of it and would stand elsewhere. Move the phase by hand.`,
      );
  }
}

/**
 * Whether something names a phase by the number that it should have and that no phase has, so that it would not follow:
 * row 1 of the log is the one of Phase 7 where Phase 2 comes next.
 */
function isNamedByRightNumber(runbook: Runbook): boolean {
  const phases = numberedPhases(runbook);
  const keys = new Set(phases.map(({ phase }) => phase.key));
  const right = new Set(phases.map(({ expectedKey }) => expectedKey).filter((key) => !keys.has(key)));
  if (right.size === 0) return false;
  const plan = rollbackPlan(runbook);
  const named = [
    ...(executionLog(runbook)?.rows ?? []).map(({ key }) => key.toUpperCase()),
    ...(plan === null ? [] : fromPhases(runbook, plan.span)).flatMap((part) => part.keys),
    ...phases.flatMap(({ phase }) => phase.dependsOn.map(({ key }) => key)),
  ];
  return named.some((key) => right.has(key));
}

/** The rows of the log and the parts of the plan, where each phase has one. */
function registersOf(runbook: Runbook, phases: readonly Phase[]): Placing[] {
  const before = playbookPhases(runbook);
  const lists = [logRows(runbook), planParts(runbook)];
  return lists.flatMap((places) => {
    const slots = before.map((phase) => places.filter(({ key }) => key === phase.key));
    if (slots.some(({ length }) => length !== 1) || places.length !== before.length) return [];
    // whichever way they run, the place of a phase goes to the one that has its number now
    return phases.flatMap((phase, index): Placing[] => {
      const slot = slots[index]?.[0]?.span;
      const from = places.find(({ key }) => key === phase.key)?.span;
      return slot === undefined || from === undefined || slot === from ? [] : [{ slot, from }];
    });
  });
}

interface RegisteredPlace {
  readonly key: string;
  readonly span: Span;
}

function logRows(runbook: Runbook): RegisteredPlace[] {
  const { lines } = runbook;
  return (executionLog(runbook)?.rows ?? []).map(({ row, key }) => ({
    key,
    span: lines.spanOf(lines.lineAt(row.span.start)),
  }));
}

/** `From Phase 2` with its steps, up to the next one. */
function planParts(runbook: Runbook): RegisteredPlace[] {
  const plan = rollbackPlan(runbook);
  if (plan === null) return [];
  const { lines, headings } = runbook;
  const given = fromPhases(runbook, plan.span);
  // a part for several phases belongs to none of them
  if (given.some(({ keys }) => keys.length !== 1)) return [];
  return given.map(({ keys, line }, index) => {
    const start = lines.startOf(line);
    const heading = headings[firstFrom(headings, lines.spanOf(line).end + 1, ({ span }) => span.start)];
    const next = given[index + 1]?.line;
    const limit = Math.min(
      plan.span.end,
      next === undefined ? plan.span.end : lines.startOf(next),
      heading?.span.start ?? plan.span.end,
    );
    return { key: keys[0] ?? '', span: { start, end: endOfContent(runbook, { start, end: limit }) } };
  });
}
