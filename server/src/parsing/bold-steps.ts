/** Steps that labels open, over the headings of what belongs to them. */
import type { Label, Section } from '../model/runbook';
import { firstFrom, type Span } from '../text/span';
import { labelledSteps } from './step-forms';
import type { StepFrame } from './step-frame';

/**
 * The steps that some labels of a section open, over the headings of their parts: `**1. Stop**` … `#### Verification` …
 * `**2. Start**`. Below the last of several steps such a heading speaks of all of them.
 */
export function boldSteps(
  source: { readonly text: string; readonly labels: readonly Label[] },
  { body, children }: Section,
  labels: readonly Label[],
  choose: (labels: readonly Label[]) => readonly Label[],
): StepFrame[] {
  const chosen = choose(labels);
  const last = lastPart(source.labels, body, children, choose);
  if (last === undefined) return labelledSteps(source.text, chosen, labels, body.end);
  const around = labelsWithin(source.labels, { start: body.start, end: last.span.end });
  const all = choose(around);
  const [first] = all;
  if (first === undefined || first.span.start >= body.end)
    return labelledSteps(source.text, chosen, labels, body.end);
  // a verification may have steps of its own, which count from one again
  const countsAgain = all.slice(1).some(({ name }) => numberIn(name) === numberIn(first.name));
  return !countsAgain && (all.length > chosen.length || chosen.length === 1)
    ? labelledSteps(source.text, all, around, last.span.end)
    : labelledSteps(source.text, chosen, labels, body.end);
}

function numberIn(name: string): string {
  return /\d+|^\(?[a-z](?=[.)])/i.exec(name)?.[0] ?? '';
}

/**
 * The last of the first headings of a section that name parts of steps. A single way back below which no step begins is
 * the one of all steps.
 */
function lastPart(
  labels: readonly Label[],
  { start }: Span,
  children: readonly Section[],
  choose: (labels: readonly Label[]) => readonly Label[],
): Section | undefined {
  const other = children.findIndex((child) => !isPartOfStep(child));
  const parts = other < 0 ? children : children.slice(0, other);
  const last = parts.at(-1);
  if (last?.role !== 'rollback' || parts.filter(({ role }) => role === 'rollback').length > 1) return last;
  const [before, all] = [last.span.start, last.span.end].map(
    (end) => choose(labelsWithin(labels, { start, end })).length,
  );
  return before === all ? parts.at(-2) : last;
}

const partsOfSteps: ReadonlySet<Section['role']> = new Set<Section['role']>([
  'verification',
  'commands',
  'notes',
  'rollback',
]);

/** Whether a heading names a part that each step may have. */
function isPartOfStep({ role, children }: Section): boolean {
  return partsOfSteps.has(role) && children.length === 0;
}

/** The labels that start within a span. */
export function labelsWithin(labels: readonly Label[], span: Span): readonly Label[] {
  const from = firstFrom(labels, span.start, startOfLabel);
  const next = labels[from];
  if (next === undefined || next.span.start >= span.end) return none;
  let to = from + 1;
  while ((labels[to]?.span.start ?? span.end) < span.end) to++;
  return labels.slice(from, to);
}

const none: readonly never[] = [];

function startOfLabel({ span }: Label): number {
  return span.start;
}
