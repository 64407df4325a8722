/** Steps in their five forms, and what each brings: commands, verification, expected output, rollback, notes. */
import type { Block, CodeBlock, ListItem } from '../model/markdown';
import type { Command, Label, Part, Procedure, Section, Step, StepForm } from '../model/runbook';
import { isVerifying, normalizeName, roleOf } from '../model/vocabulary';
import { encloses, firstFrom, trimSpan, type Span } from '../text/span';
import type { FlowNode } from './flow';
import { fenceSteps } from './fence-steps';
import { partsIn } from './phases';
import { investigates, verifies } from './step-words';

/** What steps are read from. */
export interface StepSource {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly root: Section;
  readonly flow: readonly FlowNode[];
  readonly labels: readonly Label[];
  readonly parts: readonly Part[];
  /** Spans within which a later verification section may cover a procedure: entries and phases. */
  readonly scopes: readonly Span[];
}

/** A step's number, words and extent, before its contents are read. */
export interface StepFrame {
  readonly number: string;
  readonly numberSpan: Span;
  readonly title: string;
  readonly titleSpan: Span;
  readonly span: Span;
  readonly item: ListItem | null;
}

interface ProcedureFrame {
  readonly form: StepForm;
  readonly name: string;
  readonly nameSpan: Span;
  readonly role: Procedure['role'];
  readonly frames: readonly StepFrame[];
  readonly fence: CodeBlock | null;
  /** How far a later verification section may cover the steps. */
  readonly scope: Span;
}

export const stepPattern = /^step\s+(\d{1,3}[a-z]?|[A-Z])\b\s*(?:[:.)|—–-]\s*)?(.*)$/i;

/** All procedures of a document in order. */
export function readProcedures(source: StepSource): Procedure[] {
  const frames: ProcedureFrame[] = [];
  collect(source, source.root, source.root, [], frames);
  frames.sort((a, b) => startOf(a) - startOf(b));
  return frames.map((frame, index) => toProcedure(source, frame, frames.slice(index + 1, index + 6)));
}

function startOf(frame: ProcedureFrame): number {
  return frame.frames[0]?.span.start ?? 0;
}

function collect(
  source: StepSource,
  section: Section,
  parent: Section,
  above: readonly Section[],
  into: ProcedureFrame[],
): void {
  const inRollback = [...above, section].some(({ role }) => role === 'rollback');
  const roleFor = (name: string, own: boolean): Procedure['role'] => {
    if (inRollback || roleOf(name) === 'rollback') return 'rollback';
    return own || section.role === 'steps' ? 'steps' : 'other';
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
  const bold = boldSteps(source, section);
  add('bold', bold);
  for (const block of blocksIn(source.blocks, section.body)) {
    if (block.type === 'code' && block.fenced)
      add('fence', fenceSteps(source.text, block), block, labelAround(source, section, block.span));
  }
  if (headed.frames.length === 0 && bold.length === 0) {
    const stepLabels = source.labels.filter(
      (label) => label.item === null && encloses(section.body, label.nameSpan) && label.role === 'steps',
    );
    for (const label of stepLabels) add('list', listSteps(source, label.span), null, label);
    const rollbacks = labelsIn(source, section.body).filter(
      (label) => label.role === 'rollback' && label.item === null,
    );
    for (const label of rollbacks) add('list', listSteps(source, label.span), null, label);
    const open = section.role === 'steps' || section.role === 'rollback';
    if (open && stepLabels.length === 0 && rollbacks.length === 0)
      add('list', listSteps(source, section.body));
  }
  for (const child of section.children) collect(source, child, section, [...above, section], into);
}

/** Entry or phase around the section, else the section that its steps' section stands in. */
function scopeOf(source: StepSource, section: Section, parent: Section): Span {
  let best: Span | null = null;
  for (const scope of source.scopes) {
    if (
      encloses(scope, section.span) ||
      (encloses(section.span, scope) && scope.start === section.span.start)
    ) {
      if (best === null || scope.end - scope.start < best.end - best.start) best = scope;
    }
  }
  return best ?? parent.span;
}

function labelsIn(source: StepSource, span: Span): Label[] {
  const from = firstFrom(source.labels, span.start, (label) => label.span.start);
  const to = firstFrom(source.labels, span.end, (label) => label.span.start);
  return source.labels.slice(from, to);
}

function labelAround(source: StepSource, section: Section, span: Span): Label | null {
  return (
    labelsIn(source, section.body).findLast((label) => label.item === null && encloses(label.span, span)) ??
    null
  );
}

function blocksIn(blocks: readonly Block[], span: Span): readonly Block[] {
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
function boldSteps(source: StepSource, section: Section): StepFrame[] {
  const labels = labelsIn(source, section.body).filter(
    (label) => label.carrier === 'bold' && stepPattern.test(label.name),
  );
  return labels.map((label, index): StepFrame => {
    const match = stepPattern.exec(label.name);
    const end = labels[index + 1]?.span.start ?? section.body.end;
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
function leadOf(source: StepSource, item: ListItem): Span {
  const index = firstFrom(source.flow, item.span.start, (node) => node.span.start);
  const line = source.flow[index];
  if (line?.type !== 'line' || line.item !== item) return { start: item.marker.end, end: item.marker.end };
  const [first] = line.inlines;
  if (first?.type === 'strong' && first.span.start === line.span.start) {
    return trimSpan(source.text, { start: first.span.start + 2, end: first.span.end - 2 });
  }
  return line.span;
}

function toProcedure(source: StepSource, frame: ProcedureFrame, later: readonly ProcedureFrame[]): Procedure {
  const { frames, scope, fence, form, name, nameSpan, role } = frame;
  const span = { start: frames[0]?.span.start ?? 0, end: frames.at(-1)?.span.end ?? 0 };
  const steps = frames.map((step) => toStep(source, step, fence));
  const end = fence?.span.end ?? span.end;
  const next = later.find((other) => other.role !== 'rollback' && startOf(other) >= end);
  const limit = Math.min(scope.end, next === undefined ? scope.end : startOf(next));
  const covering = partsIn(source.parts, { start: end, end: Math.max(end, limit) }).find(
    (part) =>
      isVerifying(part.role) &&
      !part.empty &&
      !later.some((other) => other.frames.some((step) => encloses(step.span, part.nameSpan))),
  );
  return {
    form,
    name: name === '' ? (frames[0]?.title ?? '') : name,
    nameSpan,
    role,
    span,
    steps,
    fence,
    checklist: fence === null ? null : checklistBehind(source, fence),
    coveredBy: covering?.nameSpan ?? null,
  };
}

/** The task list that is the next block behind a fence. */
function checklistBehind(source: StepSource, fence: CodeBlock): Span | null {
  const next = source.blocks[firstFrom(source.blocks, fence.span.end, (block) => block.span.start)];
  return next?.type === 'list' && next.items.some((item) => item.box !== null) ? next.span : null;
}

const wordsOfVerification =
  /^(?:[-*+]\s+)?(?:\[[ xX]\]\s+)?(?:\*\*|__)?(?:verify|verification|expected(?: output| results?| response)?|confirm|validate|success criteria)\b(?! duration)|\b(?:verify|confirm) that\b|[.;]\s+(?:verify|verification|expected(?: output| result| response)?|confirm)\s*:/i;

function toStep(source: StepSource, frame: StepFrame, fence: CodeBlock | null): Step {
  const { text } = source;
  const inside = { start: Math.max(frame.titleSpan.end, frame.span.start), end: frame.span.end };
  const own = partsIn(source.parts, inside);
  const verification = own
    .filter((part) => isVerifying(part.role) && !part.empty)
    .map((part) => part.nameSpan);
  const commands: Command[] = [];
  const subSteps: Step[] = [];
  if (fence === null) {
    readBody(source, frame, commands, verification);
    if (frame.item !== null) subSteps.push(...subStepsOf(source, frame.item));
  } else {
    readFenceBody(text, frame, commands, verification);
  }
  return {
    ...frame,
    commands,
    verification,
    expectedOutput: own
      .filter((part) => normalizeName(part.name).startsWith('expected'))
      .map((part) => part.nameSpan),
    rollback: own.filter((part) => part.role === 'rollback').map((part) => part.nameSpan),
    notes: own.filter((part) => part.role === 'notes').map((part) => part.nameSpan),
    subSteps,
    verifies: verifies(frame.title),
    investigates: investigates(frame.title),
  };
}

/** Commands and unlabelled verification of a step in the document's own flow. */
function readBody(source: StepSource, frame: StepFrame, commands: Command[], verification: Span[]): void {
  let afterCode = false;
  for (
    let i = firstFrom(source.flow, frame.span.start, (node) => node.span.start);
    i < source.flow.length;
    i++
  ) {
    const node = source.flow[i];
    if (node === undefined || node.span.start >= frame.span.end) break;
    if (node.type === 'code' && node.block.type === 'code') {
      const { info, content } = node.block;
      const language = source.text.slice(info.start, info.end).split(/[\s{,]/)[0] ?? '';
      commands.push({ span: content, form: 'fence', language });
      afterCode = true;
    } else if (node.type === 'line') {
      for (const inline of node.inlines) {
        if (inline.type === 'code') commands.push({ span: inline.content, form: 'inline', language: '' });
      }
      const words = source.text.slice(node.span.start, node.span.end);
      const boxed = node.opensItem && node.item?.box != null;
      const titleLine =
        node.span.start <= frame.titleSpan.start &&
        frame.titleSpan.end <= node.span.end &&
        frame.item === null;
      if (
        (afterCode && boxed) ||
        (!titleLine && wordsOfVerification.test(afterTitle(words, node.span, frame)))
      )
        verification.push(node.span);
    }
  }
}

/** A line of a step without the step's own bold lead, which is its title. */
function afterTitle(words: string, line: Span, frame: StepFrame): string {
  if (frame.item === null || frame.titleSpan.start < line.start || frame.titleSpan.end >= line.end)
    return frame.titleSpan.start === line.start ? ` ${words}` : words;
  return words.slice(frame.titleSpan.end - line.start);
}

function readFenceBody(text: string, frame: StepFrame, commands: Command[], verification: Span[]): void {
  let at = frame.span.start;
  for (const line of text.slice(frame.span.start, frame.span.end).split(/(?<=\n)/)) {
    const span = trimSpan(text, { start: at, end: at + line.length });
    at += line.length;
    if (span.start <= frame.titleSpan.start) continue;
    const words = text.slice(span.start, span.end);
    const prompt = /^\$\s+/.exec(words);
    const command = /^(?:[-*+]\s+)?command(?:\s*\/\s*pipeline)?\s*:\s*/i.exec(words);
    const lead = prompt?.[0].length ?? command?.[0].length ?? 0;
    if (lead > 0 && span.start + lead < span.end)
      commands.push({ span: { start: span.start + lead, end: span.end }, form: 'prompt', language: '' });
    if (wordsOfVerification.test(words)) verification.push(span);
  }
}

function subStepsOf(source: StepSource, item: ListItem): Step[] {
  const steps: Step[] = [];
  for (const block of item.blocks) {
    if (block.type !== 'list' || !block.ordered) continue;
    for (const [index, inner] of block.items.entries()) {
      const words = leadOf(source, inner);
      const frame: StepFrame = {
        number: String(index + 1),
        numberSpan: inner.marker,
        title: source.text.slice(words.start, words.end),
        titleSpan: words,
        span: inner.span,
        item: inner,
      };
      steps.push(toStep(source, frame, null));
    }
  }
  return steps;
}
