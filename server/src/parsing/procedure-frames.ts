/** Finds where steps stand, in their five forms, before what they hold is read. */
import type { Block, CodeBlock, ListItem } from '../model/markdown';
import type { Label, Part, Procedure, Section, StepForm } from '../model/runbook';
import type { NestedSpans } from '../model/nested-spans';
import { roleOf } from '../model/vocabulary';
import type { PlacedPiece } from '../text/pieces';
import { encloses, firstFrom, trimSpan, type Span } from '../text/span';
import type { FlowNode } from './flow';
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
  const within = {
    rollback: above.rollback || section.role === 'rollback',
    steps: above.steps || section.role === 'steps',
  };
  const roleFor = (name: string, own: boolean): Procedure['role'] => {
    if (within.rollback || roleOf(name) === 'rollback') return 'rollback';
    return own || within.steps ? 'steps' : 'other';
  };
  const heading = section.heading;
  const name = heading?.title ?? '';
  const nameSpan = heading?.titleSpan ?? { start: section.span.start, end: section.span.start };
  const scope = scopeOf(source, section, parent);
  const add = (
    form: StepForm,
    frames: readonly StepFrame[],
    fence: CodeBlock | null = null,
    label: Label | null = null,
  ): void => {
    if (frames.length === 0) return;
    const words = label?.name ?? name;
    into.push({
      form,
      name: words,
      nameSpan: label?.nameSpan ?? nameSpan,
      role: roleFor(words, label?.role === 'steps'),
      frames,
      fence,
      scope,
    });
  };
  const headed = headingSteps(source.text, section);
  add(headed.form, headed.frames);
  const labels = labelsIn(source, section.body);
  const bold = boldSteps(source, section, labels);
  add('bold', bold);
  for (const block of blocksIn(source.blocks, section.body)) {
    if (block.type !== 'code' || !block.fenced) continue;
    const steps = fenceSteps(source.text, block);
    if (steps.length > 0) add('fence', steps, block, labelAround(labels, block.span));
  }
  if (headed.frames.length === 0 && bold.length === 0) {
    const outer = labels.filter(({ item }) => item === null);
    const stepLabels = outer.filter(({ role }) => role === 'steps');
    for (const label of stepLabels) add('list', listSteps(source, label.span), null, label);
    const rollbacks = outer.filter(({ role }) => role === 'rollback');
    for (const label of rollbacks) add('list', listSteps(source, label.span), null, label);
    const open = section.role === 'steps' || section.role === 'rollback';
    if (open && stepLabels.length === 0 && rollbacks.length === 0)
      add('list', listSteps(source, section.body));
  }
  for (const child of section.children) collect(source, child, section, within, into);
}

/** Entry or phase around the section, else the section that its steps' section stands in. */
function scopeOf(source: StepSource, section: Section, parent: Section): Span {
  return source.scopes.around(section.span)?.span ?? parent.span;
}

function labelsIn(source: StepSource, span: Span): Label[] {
  const from = firstFrom(source.labels, span.start, (label) => label.span.start);
  const to = firstFrom(source.labels, span.end, (label) => label.span.start);
  return source.labels.slice(from, to);
}

function labelAround(labels: readonly Label[], span: Span): Label | null {
  return (
    labels.findLast((label) => label.item === null && label.value === null && encloses(label.span, span)) ??
    null
  );
}

/** The outermost blocks that start in a span. */
export function blocksIn(blocks: readonly Block[], span: Span): readonly Block[] {
  return blocks.slice(
    firstFrom(blocks, span.start, (block) => block.span.start),
    firstFrom(blocks, span.end, (block) => block.span.start),
  );
}

/** `### Step 1: …`, or under a section of steps `### 1. …`. */
function headingSteps(text: string, section: Section): { form: StepForm; frames: StepFrame[] } {
  const frames: StepFrame[] = [];
  for (const { heading, span } of section.children) {
    const match = heading === null ? null : stepPattern.exec(heading.title);
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
  if (frames.length > 0 || (section.role !== 'steps' && section.role !== 'rollback'))
    return { form: 'heading', frames };
  for (const { heading, span, role } of section.children) {
    if (heading?.number == null || heading.depth < 3 || !/^\d+$/.test(heading.number) || role !== null)
      continue;
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
  return { form: 'numbered-heading', frames };
}

/** `**Step 1: …**` paragraphs; a step goes on to the next such line or heading, over the labels between. */
function boldSteps(source: StepSource, section: Section, labels: readonly Label[]): StepFrame[] {
  const steps = labels.filter((label) => label.carrier === 'bold' && stepPattern.test(label.name));
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
  const blocks = blocksIn(source.blocks, area);
  const items = blocks.flatMap((block) => (block.type === 'list' && block.ordered ? [...block.items] : []));
  const lists = blocks.filter((block) => block.type === 'list' && block.ordered);
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
