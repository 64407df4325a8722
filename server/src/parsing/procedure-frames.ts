/** Finds where steps stand, in all their forms, before what they hold is read. */
import type { Block, CodeBlock } from '../model/markdown';
import type { DocumentTable, Label, Part, Procedure, Section, StepForm } from '../model/runbook';
import type { NestedSpans } from '../model/nested-spans';
import { roleOf } from '../model/vocabulary';
import type { PlacedPiece } from '../text/pieces';
import { encloses, type Span } from '../text/span';
import type { FlowNode } from './flow';
import { commentSteps, fenceSteps, isShellStep } from './fence-steps';
import { instructs } from './instructions';
import { commandSteps } from './command-steps';
import { boldSteps, labelsWithin } from './bold-steps';
import { isAside, looseLabels, loosenessOf, looseSteps, type Looseness } from './loose-steps';
import { countedLines, unnumberedSteps } from './plain-steps';
import {
  blocksIn,
  countedLabels,
  holdsCommands,
  letteredHeadings,
  listsOf,
  listSteps,
  numberedHeadings,
  quotedBlocks,
  stepHeadings,
  stepLabels,
  workingHeadings,
  type ListKind,
} from './step-forms';
import type { FoundSteps, StepFrame } from './step-frame';
import { tableSteps } from './table-steps';

/** What steps are read from. */
export interface StepSource {
  readonly text: string;
  readonly pieces: readonly PlacedPiece[];
  readonly blocks: readonly Block[];
  readonly root: Section;
  readonly flow: readonly FlowNode[];
  readonly labels: readonly Label[];
  readonly parts: readonly Part[];
  readonly tables: readonly DocumentTable[];
  /** Spans within which a later verification section may cover a procedure: entries and phases. */
  readonly scopes: NestedSpans<{ readonly span: Span }>;
  /** Where numbered headings that hold commands are steps in any section: RUN and DEP entries. */
  readonly procedural: NestedSpans<{ readonly span: Span }>;
  /** Whether lists that instruct are steps wherever they stand: in documents of a kind that describes work. */
  readonly isWork: boolean;
}

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

/** The steps of a document that belong together, in order. */
export function findProcedures(source: StepSource): ProcedureFrame[] {
  const frames: ProcedureFrame[] = [];
  collect(source, source.root, source.root, { rollback: false, steps: false, aside: false }, 'none', frames);
  return frames.sort((a, b) => startOf(a) - startOf(b));
}

/** Offset of the first step. */
export function startOf(frame: ProcedureFrame): number {
  return frame.frames[0]?.span.start ?? 0;
}

/** What the sections around, and the section itself, are about. */
interface Surroundings {
  readonly rollback: boolean;
  readonly steps: boolean;
  /** Part of something else, of prerequisites or an escalation. */
  readonly aside: boolean;
}

/** What a section is to the one right above: a step of it; open to steps, which that one promises and has not; or nothing. */
type Place = 'step' | 'open' | 'none';

function collect(
  source: StepSource,
  section: Section,
  parent: Section,
  above: Surroundings,
  place: Place,
  into: ProcedureFrame[],
): void {
  const { role, children } = section;
  const isHome = role === 'steps' || role === 'rollback';
  const within = surroundingsIn(section, above, isHome);
  const own = stepsIn(source, section, isHome || (place === 'open' && role === null), place, within);
  const others: Place =
    isHome && !own.some(({ form }) => form !== 'list' && form !== 'fence') ? 'open' : 'none';
  const steps = children.length === 0 || own.length === 0 ? noStarts : startsOf(own);
  const before = into.length;
  const bold = own.find(({ form }) => form === 'bold')?.frames;
  for (const child of children) {
    // what stands below the heading of a part of a step was read with the step
    if (bold?.some(({ span }) => span.start < child.span.start && child.span.start < span.end)) continue;
    collect(source, child, section, within, steps.has(child.span.start) ? 'step' : others, into);
  }
  const hasInner = into.length > before;
  if (role === 'steps' && own.length === 0 && !hasInner) {
    const labels = labelsWithin(source.labels, section.body);
    const plain =
      countedLines(source.text, source.flow, section.body) ??
      unnumberedSteps(source.text, source.flow, section, labels) ??
      commandSteps(source.text, source.flow, section, labels);
    if (plain !== null) own.push(plain);
  }
  // bullets above sub-headings with steps of their own are remarks
  for (const found of own) {
    if (found.frames.length === 0 || (hasInner && found.form === 'list' && found.kind === 'bullets'))
      continue;
    into.push(toFrame(source, section, parent, within, found));
  }
}

function surroundingsIn(section: Section, above: Surroundings, isHome: boolean): Surroundings {
  if (!isHome) return above.aside || !isAside(section) ? above : { ...above, aside: true };
  return section.role === 'rollback' ? { ...above, rollback: true } : { ...above, steps: true };
}

const noStarts: ReadonlySet<number> = new Set();

/** Where the steps start. */
function startsOf(own: readonly FoundSteps[]): ReadonlySet<number> {
  return new Set(own.flatMap(({ frames }) => frames.map(({ span }) => span.start)));
}

/** The steps of a section in all forms. `isHome`: whether it is one of steps, where also lists and rows are. */
function stepsIn(
  source: StepSource,
  section: Section,
  isHome: boolean,
  place: Place,
  { rollback, aside }: Surroundings,
): FoundSteps[] {
  const { text } = source;
  const labels = labelsWithin(source.labels, section.body);
  const all: FoundSteps[] = [];
  const headed = headedSteps(source, section, isHome, aside);
  if (headed !== null) all.push(headed);
  let bold = labels.length === 0 ? [] : boldSteps(source, section, labels, stepLabels);
  if (bold.length === 0 && isHome && headed === null)
    bold = boldSteps(source, section, labels, countedLabels);
  if (bold.length > 0) all.push({ form: 'bold', frames: bold });
  const counts = headed !== null || bold.length > 0;
  for (const fence of blocksIn(source.blocks, section.body)) {
    if (fence.type !== 'code' || !fence.fenced) continue;
    const frames = fenceSteps(text, fence);
    const label = labelAround(labels, fence.span);
    if (frames.length > 0 && !isShellStep(text, fence)) all.push({ form: 'fence', frames, fence, label });
    else if (isHome && !counts) {
      const commented = commentSteps(text, fence);
      if (commented.length > 0) all.push({ form: 'comment', frames: commented, fence, label });
    }
  }
  if (counts) return all;
  if (isHome && all.length === 0) {
    const lettered = letteredHeadings(text, section);
    if (lettered.length > 1) return [{ form: 'numbered-heading', frames: lettered }];
    const rows = tableSteps(source, section.body, true);
    if (rows.length > 0) return [{ form: 'table', frames: rows }];
  }
  // what stands on the way back beside numbered steps are conditions, contacts and remarks
  all.push(
    ...listedSteps(source, section, labels, { isHome, mayBullet: !rollback, isFenced: all.length > 0 }),
  );
  // what a step holds is part of it, and a section of steps looks below its headings first
  const isRead = all.some(({ label }) => label?.role !== 'rollback');
  if (place === 'step' || isRead || (isHome && section.role !== null)) return all;
  return [...all, ...looseStepsIn(source, section, labels, loosenessOf(section, aside, place === 'open'))];
}

/** What instructs in a section that is none of steps, in documents and entries that describe work. */
function looseStepsIn(
  source: StepSource,
  section: Section,
  labels: readonly Label[],
  looseness: Looseness,
): FoundSteps[] {
  const { text, isWork, procedural } = source;
  const { body, heading } = section;
  const isProcedural = procedural.around(body) !== null;
  if (looseness === 'none' || (!isWork && !isProcedural)) return [];
  const isFree = looseness === 'words';
  const rows = isFree ? tableSteps(source, body, false) : [];
  if (rows.length > 0) return [{ form: 'table', frames: rows, isLoose: true }];
  const bold = isProcedural && isFree ? looseLabels(text, labels, body.end) : null;
  const isPhase = heading?.lead != null;
  const found =
    bold ??
    looseSteps(source, section, labels, looseness, isProcedural || isPhase) ??
    (isFree ? commandSteps(text, source.flow, section, labels) : null);
  return found === null ? [] : [found];
}

function headedSteps(
  source: StepSource,
  section: Section,
  isHome: boolean,
  isAside: boolean,
): FoundSteps | null {
  const { text } = source;
  if (section.children.length === 0) return null;
  const headings = stepHeadings(text, section);
  if (headings.length > 0) return { form: 'heading', frames: headings };
  const numbered = isHome ? numberedHeadings(text, section) : [];
  if (numbered.length > 0) return { form: 'numbered-heading', frames: numbered };
  if (source.procedural.around(section.body) === null) return null;
  const working = workingHeadings(text, section, ({ title }, body, isAlone) =>
    instructs(title)
      ? (!isAlone && !isAside) || holdsCommands(text, source.flow, body)
      : holdsCommands(text, source.flow, body, countsItems(source.blocks, body) > 1),
  );
  return working.length > 0 ? { form: 'section', frames: working } : null;
}

function countsItems(blocks: readonly Block[], span: Span): number {
  return blocksIn(blocks, span).reduce((sum, one) => sum + (one.type === 'list' ? one.items.length : 0), 0);
}

/** Lists below labels of steps, or where no label says so and the section is one of steps, its outermost lists. */
function listedSteps(
  source: StepSource,
  section: Section,
  labels: readonly Label[],
  { isHome, mayBullet, isFenced }: { isHome: boolean; mayBullet: boolean; isFenced: boolean },
): FoundSteps[] {
  const all: FoundSteps[] = [];
  let isNamed = false;
  for (const label of labels) {
    if ((label.role !== 'steps' && label.role !== 'rollback') || label.item !== null) continue;
    isNamed = true;
    const found = listIn(source, label.span, label.role === 'steps' ? listKinds : orderedOnly);
    if (found !== null) all.push({ ...found, label });
  }
  if (!isNamed && isHome && section.heading?.lead == null) {
    const found = listIn(source, section.body, isFenced || !mayBullet ? orderedOnly : listKinds);
    if (found !== null) all.push(found);
  }
  return all;
}

const listKinds: readonly ListKind[] = ['ordered', 'boxed', 'bullets'];
const orderedOnly: readonly ListKind[] = ['ordered'];

/** The steps of the first kind of lists that is there, in block quotes where it is nowhere else. */
function listIn(
  { text, blocks, flow }: StepSource,
  area: Span,
  kinds: readonly ListKind[],
): FoundSteps | null {
  const own = blocksIn(blocks, area);
  const quoted = quotedBlocks(blocks, area);
  for (const among of quoted.length === 0 ? [own] : [own, quoted])
    for (const kind of kinds) {
      const lists = listsOf(among, kind);
      if (lists.length > 0) return { form: 'list', kind, frames: listSteps(text, flow, lists, area.end) };
    }
  return null;
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
    within.rollback || roleOf(name) === 'rollback'
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

function labelAround(labels: readonly Label[], span: Span): Label | null {
  return (
    labels.findLast((label) => label.item === null && label.value === null && encloses(label.span, span)) ??
    null
  );
}
