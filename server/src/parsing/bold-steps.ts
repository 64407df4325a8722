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
  const other = children.findIndex((child) => !isPartOfStep(child));
  const last = (other < 0 ? children : children.slice(0, other)).at(-1);
  if (chosen.length === 0 || last === undefined) return labelledSteps(source.text, chosen, labels, body.end);
  const around = labelsWithin(source.labels, { start: body.start, end: last.span.end });
  const all = choose(around);
  // a verification may have steps of its own, which count from one again
  const countsAgain = all
    .slice(chosen.length)
    .some(({ name }) => numberIn(name) === numberIn(chosen[0]?.name ?? ''));
  return !countsAgain && (all.length > chosen.length || chosen.length === 1)
    ? labelledSteps(source.text, all, around, last.span.end)
    : labelledSteps(source.text, chosen, labels, body.end);
}

function numberIn(name: string): string {
  return /\d+/.exec(name)?.[0] ?? '';
}

const partsOfSteps: ReadonlySet<Section['role']> = new Set<Section['role']>([
  'verification',
  'commands',
  'notes',
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
  return labels.slice(from, firstFrom(labels, span.end, startOfLabel));
}

const none: readonly never[] = [];

function startOfLabel({ span }: Label): number {
  return span.start;
}
