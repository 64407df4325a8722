/** Finds where steps stand, in all their forms, before what they hold is read. */
import type { CodeBlock } from '../model/markdown';
import type { Procedure, Section, StepForm } from '../model/runbook';
import type { Span } from '../text/span';
import { labelsWithin } from './bold-steps';
import { commandSteps } from './command-steps';
import { htmlSteps } from './html-steps';
import { isAside } from './loose-steps';
import { countedLines, markedLines, unnumberedSteps } from './plain-steps';
import { stepsIn, type Place, type Surroundings } from './section-steps';
import type { FoundSteps, StepFrame } from './step-frame';
import type { StepSource } from './step-source';

/** A procedure before its contents are read. */
export interface ProcedureFrame {
  readonly form: StepForm;
  readonly name: string;
  readonly nameSpan: Span;
  readonly role: Procedure['role'];
  readonly frames: readonly StepFrame[];
  readonly fence: CodeBlock | null;
  /** How far a later verification section may cover the steps. */
  readonly scope: Span;
}

/** What was found in sections before, for those of which all that matters is as it was. */
export interface FrameMemory {
  /** The frames of a section and of those below it, or undefined where they are to be found. */
  framesOf(section: Section, above: Surroundings, place: Place): readonly ProcedureFrame[] | undefined;
  /** Takes in what was found in a section. */
  keep(section: Section, above: Surroundings, place: Place, frames: readonly ProcedureFrame[]): void;
}

/** The steps of a document that belong together, in order. */
export function findProcedures(source: StepSource, memory: FrameMemory | null): ProcedureFrame[] {
  const frames: ProcedureFrame[] = [];
  const above = { rollback: false, steps: false, aside: false };
  collect(source, source.root, source.root, above, 'none', frames, memory);
  return frames.sort((a, b) => startOf(a) - startOf(b));
}

/** Offset of the first step. */
export function startOf(frame: ProcedureFrame): number {
  return frame.frames[0]?.span.start ?? 0;
}

function collect(
  source: StepSource,
  section: Section,
  parent: Section,
  above: Surroundings,
  place: Place,
  into: ProcedureFrame[],
  memory: FrameMemory | null,
): void {
  const known = memory?.framesOf(section, above, place);
  if (known !== undefined) {
    into.push(...known);
    return;
  }
  const { role, children } = section;
  const first = into.length;
  const isHome = role === 'steps' || role === 'rollback';
  const within = surroundingsIn(section, above, isHome);
  const own = stepsIn(source, section, isHome || (place === 'open' && role === null), place, within);
  // what stands anywhere below a step is part of it
  const others: Place =
    place === 'step'
      ? 'step'
      : isHome && !own.some(({ form }) => form !== 'list' && form !== 'fence')
        ? 'open'
        : 'none';
  const steps = children.length === 0 ? noStarts : startsBehind(own, section.body.end);
  let hasInner = false;
  const bold = own.find(({ form }) => form === 'bold')?.frames;
  for (const child of children) {
    // what stands below the heading of a part of a step was read with the step
    if (bold?.some(({ span }) => span.start < child.span.start && child.span.start < span.end)) continue;
    // what stands below steps depends on them
    const isApart = own.length === 0 && !isHome;
    const isOther = isHome && own.length > 0 && beginsOther(source, section, child);
    const at = isOther ? 'none' : steps.has(child.span.start) ? 'step' : others;
    const before = into.length;
    collect(source, child, section, within, at, into, isApart ? memory : null);
    if (!isOther && into.length > before) hasInner = true;
  }
  if (role === 'steps' && own.length === 0 && !hasInner) {
    const labels = labelsWithin(source.labels, section.body);
    const plain =
      countedLines(source.text, source.flow, section.body) ??
      markedLines(source.text, source.flow, section.body) ??
      unnumberedSteps(source.text, source.flow, section, labels) ??
      commandSteps(source.text, source.flow, section, labels) ??
      htmlSteps(source.text, source.flow, section.body);
    if (plain !== null) own.push(plain);
  }
  // bullets above sub-headings with steps of their own are remarks
  for (const found of own) {
    if (found.frames.length === 0 || (hasInner && found.form === 'list' && found.kind === 'bullets'))
      continue;
    into.push(toFrame(source, section, parent, within, found));
  }
  memory?.keep(section, above, place, into.slice(first));
}

/** Whether an entry begins with a child of a section that belongs to another one: what it holds are no steps of that. */
function beginsOther({ entries }: StepSource, { body }: Section, { span: { start } }: Section): boolean {
  const inner = entries.around({ start, end: start + 1 });
  return inner?.span.start === start && entries.around({ start: body.start, end: body.start }) !== null;
}

function surroundingsIn(section: Section, above: Surroundings, isHome: boolean): Surroundings {
  if (!isHome) return above.aside || !isAside(section) ? above : { ...above, aside: true };
  return section.role === 'rollback' ? { ...above, rollback: true } : { ...above, steps: true };
}

const noStarts: ReadonlySet<number> = new Set();

/** Where the steps start that do not stand in the body of their section, which ends at `end`: those that are headings. */
function startsBehind(own: readonly FoundSteps[], end: number): ReadonlySet<number> {
  let starts: Set<number> | null = null;
  for (const { frames } of own)
    for (const { span } of frames) if (span.start >= end) (starts ??= new Set()).add(span.start);
  return starts ?? noStarts;
}

function toFrame(
  source: StepSource,
  section: Section,
  parent: Section,
  within: { readonly rollback: boolean; readonly steps: boolean },
  { form, frames, fence = null, label = null, isLoose = false }: FoundSteps,
): ProcedureFrame {
  const { heading, span } = section;
  const name = label?.name ?? heading?.title ?? '';
  const nameSpan = label?.nameSpan ?? heading?.titleSpan ?? { start: span.start, end: span.start };
  const role =
    within.rollback || (label ?? heading)?.role === 'rollback'
      ? 'rollback'
      : (within.steps && !isLoose) || label?.role === 'steps'
        ? 'steps'
        : 'other';
  return { form, name, nameSpan, role, frames, fence, scope: scopeOf(source, section, parent) };
}

/** Entry or phase around the section, else the section that its steps' section stands in. */
function scopeOf(source: StepSource, section: Section, parent: Section): Span {
  return source.scopes.around(section.span)?.span ?? parent.span;
}
