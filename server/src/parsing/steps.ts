/** Steps and what each brings: commands, verification, expected output, rollback, notes. */
import type { CodeBlock, ListItem } from '../model/markdown';
import { NestedSpans } from '../model/nested-spans';
import type { Command, Part, Procedure, Step, StepForm } from '../model/runbook';
import { isVerifying } from '../model/vocabulary';
import { firstFrom, trimSpan, type Span } from '../text/span';
import { partsIn } from './phases';
import { confirmingCells, confirmingLabels, confirmsInTags, saysBelow } from './confirming-parts';
import { htmlCommands } from './html-steps';
import type { FlowNode } from './flow';
import { findProcedures, startOf, type FrameMemory, type ProcedureFrame } from './procedure-frames';
import { confirmingCommands } from './step-commands';
import { leadOf } from './step-forms';
import type { StepFrame, StepRow } from './step-frame';
import type { StepSource } from './step-source';
import { aimOfWords, announcesResult, confirms, mayConfirm, type StepAim } from './step-words';

/** The procedures of a document with the frames that they were read from, both in order. */
interface ReadProcedures {
  readonly frames: readonly ProcedureFrame[];
  readonly procedures: readonly Procedure[];
}

/** What was read before: frames, and what became of them. */
export interface StepMemory extends FrameMemory {
  /** The procedure of a frame that was kept, else undefined. */
  procedureOf(frame: ProcedureFrame): Procedure | undefined;
}

/** All procedures of a document in order. */
export function readProcedures(source: StepSource, memory: StepMemory | null): ReadProcedures {
  const frames = findProcedures(source, memory);
  if (frames.length === 0) return { frames, procedures: [] };
  const reading = { ...source, mayVerify: mayConfirm(source.text, source.pieces) };
  const inSteps = new NestedSpans(frames.flatMap((frame) => frame.frames));
  const confirming = source.parts.filter(
    (part) =>
      isVerifying(part.role) && part.item === null && !part.empty && inSteps.around(part.nameSpan) === null,
  );
  // what instructs where no heading promises steps does not part a procedure from its verification
  const forward = frames.filter(
    ({ role, form }) => role === 'steps' || (role === 'other' && form !== 'list' && form !== 'table'),
  );
  const procedures = frames.map(
    (frame) => memory?.procedureOf(frame) ?? toProcedure(reading, frame, forward, confirming),
  );
  return { frames, procedures };
}

/** `forward` are the procedures that lead on, not back; `confirming` the verification sections outside steps. */
function toProcedure(
  source: StepReading,
  frame: ProcedureFrame,
  forward: readonly ProcedureFrame[],
  confirming: readonly Part[],
): Procedure {
  const { frames, scope, fence, form, name, nameSpan, role } = frame;
  const span = { start: frames[0]?.span.start ?? 0, end: frames.at(-1)?.span.end ?? 0 };
  const steps = frames.map((step) => toStep(source, step, form));
  const end = fence?.span.end ?? span.end;
  const next = forward[firstFrom(forward, end, startOf)];
  // a check behind the beginning of a phase or an entry is about that one
  const inner = source.scopes.items[firstFrom(source.scopes.items, end, (one) => one.span.start)];
  const limit = Math.min(
    scope.end,
    next === undefined ? scope.end : startOf(next),
    inner?.span.start ?? scope.end,
  );
  const first = confirming[firstFrom(confirming, end, (part) => part.span.start)];
  const covering = first !== undefined && first.nameSpan.end <= limit ? first : undefined;
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

interface StepReading extends StepSource {
  /** Whether a stretch holds a word that may speak of verification. */
  readonly mayVerify: (span: Span) => boolean;
}

function toStep(source: StepReading, frame: StepFrame, form: StepForm): Step {
  const inside = { start: Math.max(frame.titleSpan.end, frame.span.start), end: frame.span.end };
  const own = partsIn(source.parts, inside);
  const verification = namesOf(own, (part) => isVerifying(part.role) && !part.empty);
  const commands: Command[] = [];
  const subSteps: Step[] = [];
  let first: Span | null = null;
  if (frame.row !== null) {
    readRow(source, frame.row, commands, verification);
  } else if (form === 'fence') {
    readFenceBody(source, frame, commands, verification);
  } else if (form === 'comment') {
    const below = trimSpan(source.text, inside);
    if (below.start < below.end) commands.push({ span: below, form: 'fence', language: 'sh' });
  } else {
    const loose: Span[] = [];
    first = readStepBody(source, frame, commands, loose);
    if (form === 'list' && frame.item === null) commands.push(...htmlCommands(source.text, frame.span));
    if (verification.length === 0)
      verification.push(...confirmingLabels(source, inside), ...confirmingCells(source, inside), ...loose);
    if (frame.item !== null) subSteps.push(...subStepsOf(source, frame.item));
  }
  if (verification.length === 0) verification.push(...confirmingCommands(source.text, commands, inside));
  const { number, alternative, numberSpan, title, titleSpan, span, item } = frame;
  const { verifies, investigates, tells } = aimOf(source.text, title, first);
  return {
    number,
    alternative,
    numberSpan,
    title,
    titleSpan,
    span,
    item,
    commands,
    verification,
    expectedOutput: namesOf(own, ({ key }) => key.startsWith('expected')),
    rollback: namesOf(own, ({ role }) => role === 'rollback'),
    notes: namesOf(own, ({ role }) => role === 'notes'),
    subSteps,
    verifies,
    investigates,
    tells,
  };
}

/** What a step is for, as its title says, or where that says nothing the text that begins below it. */
function aimOf(text: string, title: string, first: Span | null): StepAim {
  const aim = aimOfWords(title);
  if (first === null || aim.verifies || aim.investigates || aim.tells) return aim;
  const below = aimOfWords(text.slice(first.start, Math.min(first.end, first.start + 80)));
  return below.verifies ? { ...below, verifies: false } : below;
}

/** Commands and confirming cells of a step that is a row of a table. */
function readRow(
  { text }: StepReading,
  { row, confirming }: StepRow,
  commands: Command[],
  verification: Span[],
): void {
  for (const [index, { span, inlines }] of row.cells.entries()) {
    if (!confirming.includes(index)) {
      for (const inline of inlines)
        if (inline.type === 'code') commands.push({ span: inline.content, form: 'inline', language: '' });
    } else if (
      /[^\s–—-]/.test(text.slice(span.start, span.end)) &&
      !/^(?:n\/a|none)$/i.test(text.slice(span.start, span.end))
    )
      verification.push(span);
  }
}

/** Where the names of some of the parts stand. */
function namesOf(parts: readonly Part[], are: (part: Part) => boolean): Span[] {
  return parts.length === 0 ? [] : parts.filter(are).map(({ nameSpan }) => nameSpan);
}

/** Commands and unlabelled verification of a step in the document's own flow. Gives the first line below its title. */
function readStepBody(
  source: StepReading,
  frame: StepFrame,
  commands: Command[],
  verification: Span[],
): Span | null {
  let afterCode = false;
  let firstLine: Span | null = null;
  for (
    let i = firstFrom(source.flow, frame.span.start, (node) => node.span.start);
    i < source.flow.length;
    i++
  ) {
    const node = source.flow[i];
    if (node === undefined || node.span.start >= frame.span.end) break;
    if (node.type === 'code' && node.block.type === 'code') {
      const { info, content } = node.block;
      const language = /^[^\s{,]*/.exec(source.text.slice(info.start, info.end))?.[0] ?? '';
      commands.push({ span: content, form: 'fence', language });
      afterCode = true;
    } else if (node.type === 'heading' || node.type === 'html') {
      const isSaid =
        saysBelow(source.text, node, source.flow[i + 1]) ||
        (source.mayVerify(node.span) && confirmsInTags(source.text, node));
      if (isSaid) verification.push(node.span);
    } else if (node.type === 'line') {
      if (firstLine === null && node.span.start >= frame.titleSpan.end) firstLine = node.span;
      const titleLine =
        node.span.start <= frame.titleSpan.start &&
        frame.titleSpan.end <= node.span.end &&
        frame.item === null;
      const boxed =
        (node.opensItem && node.item?.box != null) ||
        (!titleLine && typedBox.test(source.text.slice(node.span.start, node.span.start + 3)));
      if (
        (afterCode && boxed) ||
        (!titleLine &&
          source.mayVerify(node.span) &&
          (confirms(afterTitle(source.text, node.span, frame)) ||
            (announcesResult(source.text.slice(node.span.start, node.span.end)) &&
              goesOn(frame, source.flow[i + 1]))))
      )
        verification.push(node.span);
      for (const inline of node.inlines) {
        if (inline.type !== 'code') continue;
        commands.push({ span: inline.content, form: 'inline', language: '' });
        afterCode = true;
      }
    }
  }
  return firstLine;
}

/** Whether something of a step stands behind one of its lines. */
function goesOn({ span }: StepFrame, next: FlowNode | undefined): boolean {
  return next !== undefined && next.type !== 'heading' && next.span.start < span.end;
}

/** A box or a tick that is typed in front of a line: `☐ The queue is empty`. */
const typedBox = /^[☐☑☒✅✓✔](?=\ufe0f?\s)/;

/** A line of a step without the step's own bold lead, which is its title. */
function afterTitle(text: string, line: Span, frame: StepFrame): string {
  const words = text.slice(line.start, line.end);
  if (frame.item === null || frame.titleSpan.start < line.start || frame.titleSpan.end >= line.end)
    return frame.titleSpan.start === line.start ? ` ${words}` : words;
  return words.slice(frame.titleSpan.end - line.start);
}

function readFenceBody(
  { text, mayVerify }: StepReading,
  frame: StepFrame,
  commands: Command[],
  verification: Span[],
): void {
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
    if (mayVerify(span) && confirms(words)) verification.push(span);
  }
}

function subStepsOf(source: StepReading, item: ListItem): Step[] {
  const steps: Step[] = [];
  for (const block of item.blocks) {
    if (block.type !== 'list' || !block.ordered) continue;
    for (const [index, inner] of block.items.entries()) {
      const words = leadOf(source.text, source.flow, inner);
      const frame: StepFrame = {
        number: String(index + 1),
        alternative: null,
        numberSpan: inner.marker,
        title: source.text.slice(words.start, words.end),
        titleSpan: words,
        span: inner.span,
        item: inner,
        row: null,
      };
      steps.push(toStep(source, frame, 'list'));
    }
  }
  return steps;
}
