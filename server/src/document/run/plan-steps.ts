/** The steps of a plan, out of the procedures that a document describes. */
import type { Procedure, Runbook, Step } from '../../model/runbook';
import { encloses, firstFrom, trimSpan, type Span } from '../../text/span';
import { partsWithin } from '../steps/judged-procedure';
import type { PlanBlock, PlanBox, PlanStep } from './plan';
import { blocksIn } from './plan-blocks';
import { boxesWithWords, itemsToConfirm, withoutBox, type FoundBox } from './plan-boxes';
import { commandsIn, commandsOf, toPlanCommand, type FoundCommand } from './plan-commands';
import { withTitle } from './plan-title';
import { plain, plainIn } from './plan-words';
import { digestOfStep } from './step-digest';

/** A step with the passage that takes it back, which is a plan of its own. */
export interface ReadStep {
  readonly step: PlanStep;
  readonly rollback: Span | null;
}

/** `id`: of the step; `rollback`: the id that its way back gets. */
export function readStep(
  runbook: Runbook,
  procedure: Procedure,
  step: Step,
  id: string,
  rollback: string,
): ReadStep {
  const way = wayBackOf(runbook, step);
  const skips = way === null ? [] : [way.whole];
  const commands = commandsOf(runbook, step, id, skips);
  const { found, covered } = verificationOf(runbook, step, skips);
  const inBox = (span: Span): FoundCommand[] =>
    commands.filter((command) => command.fence === null && encloses(span, command.span));
  const verification = found.map((box, index): PlanBox => ({
    id: `${id}.v${String(index + 1)}`,
    words: box.words,
    box: box.box,
    commands: inBox(box.span).map((command) => command.id),
  }));
  const shown = { commands, skips: [...skips, ...covered] };
  const title = plainIn(runbook, titleSpanOf(runbook, step)) || step.title;
  return {
    rollback: way?.content ?? null,
    step: {
      id,
      number: step.number,
      ...(procedure.form === 'fence' || procedure.form === 'comment'
        ? { title, blocks: fencedBlocks(runbook, step, shown) }
        : withTitle(title, flowingBlocks(runbook, step, shown))),
      span: step.span,
      digest: digestOfStep(runbook.text.slice(titleStart(runbook, step), step.span.end)),
      commands: commands.map(toPlanCommand),
      verification,
      box: step.item?.box ?? null,
      rollback: way === null ? null : rollback,
    },
  };
}

/** One step out of a passage in which no step was read: what a rollback says in words and commands. */
export function stepOfPassage(runbook: Runbook, content: Span, id: string, title: string): PlanStep {
  const commands = commandsIn(runbook, content, id);
  const blocks = blocksIn({
    runbook,
    within: content,
    skips: [],
    commandAt: (fence) => commands.find((one) => one.fence === fence)?.id ?? null,
  });
  const spans = commands.filter(({ fence }) => fence === null);
  return {
    ...{ id, number: '', title, span: content, rollback: null, box: null },
    blocks: [...blocks, ...spans.map((one): PlanBlock => ({ type: 'command', command: one.id }))],
    digest: digestOfStep(runbook.text.slice(content.start, content.end)),
    commands: commands.map(toPlanCommand),
    verification: boxesWithWords(runbook, content).map((box, index) => ({
      ...{ id: `${id}.v${String(index + 1)}`, words: box.words, box: box.box, commands: [] },
    })),
  };
}

/** Where the words behind the number begin. */
function titleStart(runbook: Runbook, { titleSpan, numberSpan, span }: Step): number {
  const { text } = runbook;
  let start = Math.max(titleSpan.start <= numberSpan.start ? numberSpan.end : titleSpan.start, span.start);
  while (start < titleSpan.end && /[\s:.)–—-]/.test(text.charAt(start))) start++;
  return Math.min(start, span.end);
}

/** The words behind the number. */
function titleSpanOf(runbook: Runbook, step: Step): Span {
  const { titleSpan, title } = step;
  return title === ''
    ? { start: titleSpan.end, end: titleSpan.end }
    : { start: titleStart(runbook, step), end: titleSpan.end };
}

/** The passage under a label such as Rollback, with and without its name. */
function wayBackOf(runbook: Runbook, { rollback, span }: Step): { whole: Span; content: Span } | null {
  const [first] = rollback;
  if (first === undefined) return null;
  const part = partsWithin(runbook, span).find(
    ({ nameSpan }) => encloses(nameSpan, first) || encloses(first, nameSpan),
  );
  if (part !== undefined) return { whole: part.span, content: part.content };
  return { whole: first, content: first };
}

interface Verification {
  readonly found: readonly FoundBox[];
  /** What is shown as boxes, so that it is not shown as text too. */
  readonly covered: readonly Span[];
}

function verificationOf(runbook: Runbook, step: Step, skips: readonly Span[]): Verification {
  const { span, commands } = step;
  const found: FoundBox[] = [];
  const covered: Span[] = [];
  const parts = partsWithin(runbook, span);
  for (const place of step.verification) {
    if ([...covered, ...skips].some((one) => encloses(one, place))) continue;
    const part = parts.find(({ nameSpan }) => nameSpan.start === place.start || encloses(place, nameSpan));
    if (part !== undefined) {
      found.push(...itemsToConfirm(runbook, part.content));
      covered.push(part.span);
    } else if (!commands.some((command) => encloses(command.span, place))) {
      const boxes = boxesWithWords(runbook, place);
      const content = boxes.length > 0 ? place : behindVerify(runbook, place);
      found.push(...(boxes.length > 0 ? boxes : (inCode(runbook, content) ?? withoutBox(runbook, content))));
      covered.push(place);
    }
  }
  const own = step.item?.box?.span.start;
  for (const box of boxesWithWords(runbook, span)) {
    const at = box.box?.span;
    if (at === undefined || at.start === own || [...covered, ...skips].some((one) => encloses(one, at)))
      continue;
    found.push(box);
    covered.push({ start: at.start, end: box.span.end });
  }
  return { found: found.sort((a, b) => a.span.start - b.span.start), covered };
}

/** `the pipeline is green.` of `- Verify: the pipeline is green.` */
function behindVerify({ text }: Runbook, place: Span): Span {
  const lead =
    /^[ \t]*(?:[-*•][ \t]*)?(?:(?:verify|verification|check|expected|confirm)[ \t]*:[ \t]*)?/i.exec(
      text.slice(place.start, place.end),
    );
  return trimSpan(text, { start: place.start + (lead?.[0].length ?? 0), end: place.end });
}

/** Words in a fence are no Markdown. */
function inCode({ fences, text }: Runbook, span: Span): FoundBox[] | null {
  const fence = fences[firstFrom(fences, span.start + 1, (one) => one.span.start) - 1];
  if (fence === undefined || !encloses(fence.span, span)) return null;
  return [{ words: [plain(text.slice(span.start, span.end))], box: null, span }];
}

interface Shown {
  readonly commands: readonly FoundCommand[];
  readonly skips: readonly Span[];
}

function flowingBlocks(runbook: Runbook, step: Step, { commands, skips }: Shown): PlanBlock[] {
  const blocks = blocksIn({
    runbook,
    within: behindTitle(runbook, step),
    skips,
    commandAt: (fence) => commands.find((one) => one.fence === fence)?.id ?? null,
  });
  const inline = commands.filter(
    ({ fence, span }) => fence === null && !skips.some((skip) => encloses(skip, span)),
  );
  return [...blocks, ...inline.map(({ id }): PlanBlock => ({ type: 'command', command: id }))];
}

/** Where the words of a step begin: behind a heading, and behind the marks that close a bold title; others are a paragraph. */
function behindTitle(runbook: Runbook, step: Step): Span {
  const { span, titleSpan, item } = step;
  if (item !== null) return span;
  const behind = runbook.text.slice(titleSpan.end, titleSpan.end + 80);
  const goesOn = /^[ \t]*(?:\r\n|[\r\n])[ \t]*\S/.test(behind) && inParagraph(runbook, titleSpan);
  if (goesOn) return { start: titleStart(runbook, step), end: span.end };
  return { start: titleSpan.end + (/^[*_: \t]{0,8}/.exec(behind)?.[0].length ?? 0), end: span.end };
}

/** Whether a paragraph that stands in no list or quote holds some words and what comes behind them. */
function inParagraph({ blocks }: Runbook, words: Span): boolean {
  const block = blocks[firstFrom(blocks, words.start + 1, (one) => one.span.start) - 1];
  return block?.type === 'paragraph' && encloses(block.span, words) && block.span.end > words.end;
}

/** Lines of a fence: commands where there are some, else words. */
function fencedBlocks(runbook: Runbook, step: Step, { commands, skips }: Shown): PlanBlock[] {
  const { lines, text } = runbook;
  const blocks: PlanBlock[] = [];
  const first = lines.lineAt(step.titleSpan.end);
  const shown = new Set<FoundCommand>();
  for (let line = first; line <= lines.lineAt(Math.max(step.span.start, step.span.end - 1)); line++) {
    const own = lines.spanOf(line);
    const span = {
      start: Math.max(own.start, line === first ? step.titleSpan.end : own.start),
      end: own.end,
    };
    const command = commands.find((one) => one.span.start < span.end && span.start < one.span.end);
    if (command !== undefined) {
      if (!shown.has(command)) blocks.push({ type: 'command', command: command.id });
      shown.add(command);
      continue;
    }
    const source = text.slice(span.start, Math.max(span.start, span.end));
    if (!/[\p{L}\p{N}]/u.test(source) || skips.some((skip) => skip.start < span.end && span.start < skip.end))
      continue;
    const [, marker = ''] = /^[ \t]*([-*•]|\d{1,3}[.)])?/.exec(source) ?? [];
    const words = source.trim().slice(marker.length).trim();
    blocks.push({
      type: 'text',
      words: [plain(words)],
      level: marker === '' ? 0 : 1,
      marker: marker === '-' ? '•' : marker,
    });
  }
  return blocks;
}
