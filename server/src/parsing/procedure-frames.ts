/** Finds where steps stand, in their five forms, before what they hold is read. */
import type { Block, CodeBlock, ListItem } from '../model/markdown';
import type { Label, Part, Procedure, Section, StepForm } from '../model/runbook';
import type { NestedSpans } from '../model/nested-spans';
import { roleOf, type Role } from '../model/vocabulary';
import type { PlacedPiece } from '../text/pieces';
import { encloses, firstFrom, trimSpan, type Span } from '../text/span';
import type { FlowNode } from './flow';
import { mayBeNumberedStep } from './headings';
import { fenceSteps } from './fence-steps';
import type { StepFrame } from './step-frame';

/** What steps are read from. */
export interface StepSource {
  readonly text: string;
  readonly pieces: readonly PlacedPiece[];
  readonly blocks: readonly Block[];
  readonly root: Section;
  readonly flow: readonly FlowNode[];
  readonly labels: readonly Label[];
  readonly parts: readonly Part[];
  /** Spans within which a later verification section may cover a procedure: entries and phases. */
  readonly scopes: NestedSpans<{ readonly span: Span }>;
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

const stepPattern = /^step\s+(\d{1,3}[a-z]?|[A-Z])\b\s*(?:[:.)|—–-]\s*)?(.*)$/i;

/** The steps of a document that belong together, in order. */
export function findProcedures(source: StepSource): ProcedureFrame[] {
  const frames: ProcedureFrame[] = [];
  collect(source, source.root, source.root, { rollback: false, steps: false }, frames);
  return frames.sort((a, b) => startOf(a) - startOf(b));
}

/** Offset of the first step. */
export function startOf(frame: ProcedureFrame): number {
  return frame.frames[0]?.span.start ?? 0;
}

/** Whether the sections around, or the section itself, are about going back or about steps. */
interface Surroundings {
  readonly rollback: boolean;
  readonly steps: boolean;
}

function collect(
  source: StepSource,
  section: Section,
  parent: Section,
  above: Surroundings,
  into: ProcedureFrame[],
): void {
  const within = surroundingsIn(section, above);
  for (const found of stepsIn(source, section))
    if (found.frames.length > 0) into.push(toFrame(source, section, parent, within, found));
  for (const child of section.children) collect(source, child, section, within, into);
}

/** The steps of a section in all forms; lists count where no other form but fences is there. */
function stepsIn(source: StepSource, section: Section): FoundSteps[] {
  const { text, blocks } = source;
  const all: FoundSteps[] = [];
  const headed = headingSteps(text, section);
  if (headed !== null) all.push(headed);
  const labels = labelsIn(source, section.body);
  const bold = boldSteps(source, section, labels);
  if (bold.length > 0) all.push({ form: 'bold', frames: bold });
  for (let i = firstFrom(blocks, section.body.start, startOfBlock); i < blocks.length; i++) {
    const fence = blocks[i];
    if (fence === undefined || fence.span.start >= section.body.end) break;
    if (fence.type !== 'code' || !fence.fenced) continue;
    const frames = fenceSteps(text, fence);
    if (frames.length > 0) all.push({ form: 'fence', frames, fence, label: labelAround(labels, fence.span) });
  }
  if (headed !== null || bold.length > 0) return all;
  let isNamed = false;
  for (const role of listRoles) {
    for (const label of labels) {
      if (label.role !== role || label.item !== null) continue;
      isNamed = true;
      all.push({ form: 'list', frames: listSteps(source, label.span), label });
    }
  }
  if (!isNamed && (section.role === 'steps' || section.role === 'rollback'))
    all.push({ form: 'list', frames: listSteps(source, section.body) });
  return all;
}

/** Labels under which lists are steps. */
const listRoles: readonly Role[] = ['steps', 'rollback'];

function surroundingsIn({ role }: Section, above: Surroundings): Surroundings {
  if (role === 'rollback') return { rollback: true, steps: above.steps };
  return role === 'steps' ? { rollback: above.rollback, steps: true } : above;
}

/** Steps of one form, with the fence and the label that they stand in. */
interface FoundSteps {
  readonly form: StepForm;
  readonly frames: readonly StepFrame[];
  readonly fence?: CodeBlock | null;
  readonly label?: Label | null;
}

function toFrame(
  source: StepSource,
  section: Section,
  parent: Section,
  within: Surroundings,
  { form, frames, fence = null, label = null }: FoundSteps,
): ProcedureFrame {
  const { heading, span } = section;
  const name = label?.name ?? heading?.title ?? '';
  const nameSpan = label?.nameSpan ?? heading?.titleSpan ?? { start: span.start, end: span.start };
  const role =
    within.rollback || roleOf(name) === 'rollback'
      ? 'rollback'
      : within.steps || label?.role === 'steps'
        ? 'steps'
        : 'other';
  return { form, name, nameSpan, role, frames, fence, scope: scopeOf(source, section, parent) };
}

/** Entry or phase around the section, else the section that its steps' section stands in. */
function scopeOf(source: StepSource, section: Section, parent: Section): Span {
  return source.scopes.around(section.span)?.span ?? parent.span;
}

/** The labels that start within a span. */
export function labelsIn({ labels }: StepSource, span: Span): readonly Label[] {
  const from = firstFrom(labels, span.start, startOfLabel);
  const next = labels[from];
  if (next === undefined || next.span.start >= span.end) return none;
  return labels.slice(from, firstFrom(labels, span.end, startOfLabel));
}

const none: readonly never[] = [];

function startOfLabel({ span }: Label): number {
  return span.start;
}

function startOfBlock({ span }: Block): number {
  return span.start;
}

function labelAround(labels: readonly Label[], span: Span): Label | null {
  return (
    labels.findLast((label) => label.item === null && label.value === null && encloses(label.span, span)) ??
    null
  );
}

/** The outermost blocks that start in a span. */
function blocksIn(blocks: readonly Block[], span: Span): readonly Block[] {
  return blocks.slice(firstFrom(blocks, span.start, startOfBlock), firstFrom(blocks, span.end, startOfBlock));
}

/** `### Step 1: …`, or under a section of steps `### 1. …`; null where neither is. */
function headingSteps(text: string, section: Section): FoundSteps | null {
  const frames: StepFrame[] = [];
  for (const { heading, span } of section.children) {
    const match = heading === null || !startsLikeStep(heading.title) ? null : stepPattern.exec(heading.title);
    if (heading === null || match === null) continue;
    const [, number = '', title = ''] = match;
    const { titleSpan } = heading;
    const lead = /\bstep[ \t]+/i.exec(text.slice(titleSpan.start, titleSpan.end));
    const start = titleSpan.start + (lead === null ? 0 : lead.index + lead[0].length);
    frames.push({
      number,
      numberSpan: { start, end: start + number.length },
      title,
      titleSpan,
      span,
      item: null,
    });
  }
  if (frames.length > 0) return { form: 'heading', frames };
  if (section.role !== 'steps' && section.role !== 'rollback') return null;
  for (const { heading, span, role } of section.children) {
    if (heading?.number == null || !mayBeNumberedStep(heading) || role !== null) continue;
    const { start } = heading.titleSpan;
    const numberSpan = { start, end: start + heading.number.length };
    frames.push({
      number: heading.number,
      numberSpan,
      title: heading.title,
      titleSpan: heading.titleSpan,
      span,
      item: null,
    });
  }
  return frames.length > 0 ? { form: 'numbered-heading', frames } : null;
}

/** A look at the first letter, which saves most names the pattern. */
function startsLikeStep(name: string): boolean {
  const first = name.charCodeAt(0);
  return first === 0x73 || first === 0x53;
}

/** `**Step 1: …**` paragraphs; a step goes on to the next such line or heading, over the labels between. */
function boldSteps(source: StepSource, section: Section, labels: readonly Label[]): StepFrame[] {
  const steps = labels.filter(
    (label) => label.carrier === 'bold' && startsLikeStep(label.name) && stepPattern.test(label.name),
  );
  return steps.map((label, index): StepFrame => {
    const match = stepPattern.exec(label.name);
    const end = steps[index + 1]?.span.start ?? section.body.end;
    const inValue = match?.[2] === '' && label.value !== null;
    const titleSpan = inValue ? { start: label.nameSpan.start, end: label.value.span.end } : label.nameSpan;
    const title = inValue
      ? source.text.slice(label.value.span.start, label.value.span.end)
      : (match?.[2] ?? '');
    const digits = match?.[1] ?? '';
    const numberStart = label.nameSpan.start + label.name.indexOf(digits, 4);
    return {
      number: digits,
      numberSpan: { start: numberStart, end: numberStart + digits.length },
      title,
      titleSpan,
      span: trimSpan(source.text, { start: label.span.start, end }),
      item: label.item,
    };
  });
}

/** The items of the outermost ordered lists in a span. Blocks between two items belong to the first of them. */
function listSteps(source: StepSource, area: Span): StepFrame[] {
  const lists = blocksIn(source.blocks, area).filter((block) => block.type === 'list' && block.ordered);
  const items = lists.flatMap((list) => (list.type === 'list' ? list.items : []));
  const broken = lists.length > 1;
  return items.map((item, index): StepFrame => {
    const next = items[index + 1];
    const end = next === undefined ? (broken ? area.end : item.span.end) : next.span.start;
    const words = leadOf(source, item);
    return {
      number: String(index + 1),
      numberSpan: item.marker,
      title: source.text.slice(words.start, words.end),
      titleSpan: words,
      span: trimSpan(source.text, { start: item.span.start, end: Math.max(end, item.span.start) }),
      item,
    };
  });
}

/** The bold lead of an item, else its first line. */
export function leadOf(source: StepSource, item: ListItem): Span {
  const index = firstFrom(source.flow, item.span.start, (node) => node.span.start);
  const line = source.flow[index];
  if (line?.type !== 'line' || line.item !== item) return { start: item.marker.end, end: item.marker.end };
  const [first] = line.inlines;
  if (first?.type === 'strong' && first.span.start === line.span.start) {
    return trimSpan(source.text, { start: first.span.start + 2, end: first.span.end - 2 });
  }
  return line.span;
}
