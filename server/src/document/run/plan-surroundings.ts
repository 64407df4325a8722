/**
 * What a section says around its steps: a warning above them, a sentence below. People must not miss it when they read one
 * step at a time, so that it is shown with the first step and with the last. What has a place of its own in a plan is left out.
 */
import type { Part, Procedure, Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { encloses, firstFrom, type Span } from '../../text/span';
import { partsWithin } from '../steps/judged-procedure';
import type { PlanBlock, PlanStep } from './plan';
import { blocksIn } from './plan-blocks';
import { boxesWithWords } from './plan-boxes';
import { sectionAround, type PlanScope } from './plan-scope';

/** The steps of a procedure with what stands around them; with `isFirst`, with the warnings above all of them too. */
export function withSurroundings(
  scope: PlanScope,
  procedure: Procedure,
  steps: readonly PlanStep[],
  isFirst: boolean,
): PlanStep[] {
  const { runbook } = scope;
  const whole = extentOf(procedure);
  const container = containerOf(runbook, whole);
  const extents = outermostExtents(runbook);
  const before = extents[firstFrom(extents, whole.start, startOf) - 1];
  const behind = extents[firstFrom(extents, whole.end, startOf)];
  const start = before !== undefined && before.end <= whole.start ? before.end : container.start;
  const above = [
    ...(isFirst ? warningsAbove(scope, container) : []),
    ...wordsIn(runbook, { start: Math.max(container.start, start), end: whole.start }),
  ];
  const isLast = behind === undefined || behind.end > container.end;
  const below = isLast ? wordsIn(runbook, { start: whole.end, end: container.end }) : [];
  return steps.map((step, index) => ({
    ...step,
    blocks: [...(index === 0 ? above : []), ...step.blocks, ...(index === steps.length - 1 ? below : [])],
  }));
}

/** Warnings and notes above the first section of a scope and the passage of its first steps. */
function warningsAbove({ runbook, span }: PlanScope, container: Span): PlanBlock[] {
  const [, second] = runbook.headings.filter((heading) => encloses(span, heading.span));
  const end = Math.min(second?.span.start ?? span.end, container.start);
  const above = { start: span.start, end };
  const spans = [
    ...runbook.blocks.filter(({ type }) => type === 'quote').map((block) => block.span),
    ...partsWithin(runbook, above)
      .filter(({ role }) => role === 'notes')
      .map((part) => part.span),
  ].filter((one) => encloses(above, one));
  return outermost(spans).flatMap((within) =>
    blocksIn({ runbook, within, skips: [], commandAt: () => null }),
  );
}

/** Where the procedures of a document stand, but for those in others. */
const outermostExtents = rememberOf(({ procedures }: Runbook): readonly Span[] =>
  outermost(procedures.map(extentOf)),
);

/** Spans in order, without those that stand in others. */
function outermost(spans: readonly Span[]): readonly Span[] {
  let end = -1;
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      if (one.end <= end) return false;
      ({ end } = one);
      return true;
    });
}

function startOf({ start }: Span): number {
  return start;
}

/** A procedure with the fence that it stands in. */
function extentOf({ fence, span }: Procedure): Span {
  return fence?.span ?? span;
}

/** The passage under a heading or label that the steps are the matter of. */
function containerOf(runbook: Runbook, whole: Span): Span {
  const { body } = sectionAround(runbook, whole);
  const section = { start: body.start, end: Math.max(body.end, whole.end) };
  return partsWithin(runbook, section)
    .map(({ content }) => content)
    .filter((content) => encloses(content, whole))
    .reduce((inner, content) => (encloses(inner, content) ? content : inner), section);
}

function wordsIn(runbook: Runbook, within: Span): PlanBlock[] {
  if (within.end <= within.start || !/\S/.test(runbook.text.slice(within.start, within.end))) return [];
  const parts = partsWithin(runbook, within).filter(({ role }) => role !== 'notes');
  const from = firstFrom(runbook.labels, within.start, (label) => label.nameSpan.start);
  const to = firstFrom(runbook.labels, within.end, (label) => label.nameSpan.start);
  const labels = runbook.labels.slice(from, to).filter(({ role }) => role !== 'notes');
  const skips = [
    ...parts.map((part) => ownWords(runbook, part)),
    ...labels.map(({ nameSpan, value }) => ({ start: nameSpan.start, end: value?.span.end ?? nameSpan.end })),
    ...boxesWithWords(runbook, within).map(({ span }) => span),
  ];
  return blocksIn({ runbook, within, skips, commandAt: () => null });
}

/** A field is its paragraph; what else is named takes all that stands under it. */
function ownWords({ blocks }: Runbook, { role, nameSpan, span }: Part): Span {
  if (role !== 'trigger' && role !== 'scope' && role !== 'objective') return span;
  const paragraph = blocks[firstFrom(blocks, nameSpan.start + 1, (block) => block.span.start) - 1];
  return paragraph === undefined || !encloses(paragraph.span, nameSpan)
    ? span
    : { start: span.start, end: Math.min(span.end, paragraph.span.end) };
}
