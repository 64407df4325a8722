/** The steps of one section, in all forms in which steps are written, and which of these count there. */
import type { Block } from '../model/markdown';
import type { Label, Section } from '../model/runbook';
import { encloses, firstFrom, type Span } from '../text/span';
import { boldSteps, labelsWithin } from './bold-steps';
import { commandSteps } from './command-steps';
import { commentSteps, fenceSteps, isShellStep } from './fence-steps';
import { instructs } from './instructions';
import { htmlSteps } from './html-steps';
import { listedSteps, quotedBlocks } from './listed-steps';
import { isOfPart, looseLabels, loosenessOf, looseSteps, type Looseness } from './loose-steps';
import { countedLines, instructingParagraphs, markedLines } from './plain-steps';
import {
  blocksIn,
  countedLabels,
  holdsCommands,
  letteredHeadings,
  numberedHeadings,
  stepHeadings,
  stepLabels,
  workingHeadings,
} from './step-forms';
import type { FoundSteps } from './step-frame';
import type { StepSource } from './step-source';
import { tableSteps } from './table-steps';

/** What the sections around, and the section itself, are about. */
export interface Surroundings {
  readonly rollback: boolean;
  readonly steps: boolean;
  /** Part of something else, of prerequisites or an escalation. */
  readonly aside: boolean;
}

/** What a section is to the one right above: a step of it; open to steps, which that one promises and has not; or nothing. */
export type Place = 'step' | 'open' | 'none';

/** What a section holds itself, above the headings below it. */
interface OwnContent {
  readonly labels: readonly Label[];
  readonly blocks: readonly Block[];
}

/** The steps of a section in all forms. `isHome`: whether it is one of steps, where also lists and rows are. */
export function stepsIn(
  source: StepSource,
  section: Section,
  isHome: boolean,
  place: Place,
  { rollback, aside }: Surroundings,
): FoundSteps[] {
  const { text } = source;
  const labels = labelsWithin(source.labels, section.body);
  const blocks = blocksIn(source.blocks, section.body);
  const own = { labels, blocks };
  const all: FoundSteps[] = [];
  const headed = headedSteps(source, section, isHome, aside);
  if (headed !== null) all.push(headed);
  let bold = stepLabels(labels).length === 0 ? [] : boldSteps(source, section, labels, stepLabels);
  if (bold.length === 0 && isHome && headed === null && labels.length > 0)
    bold = boldSteps(source, section, labels, countedLabels);
  if (bold.length > 0) all.push({ form: 'bold', frames: bold });
  const counts = headed !== null || bold.length > 0;
  for (const fence of blocks) {
    if (fence.type !== 'code' || !fence.fenced) continue;
    const frames = fenceSteps(text, fence);
    const label = labelAround(labels, fence.span);
    if (frames.length > 0 && !isShellStep(text, fence)) all.push({ form: 'fence', frames, fence, label });
    else if ((isHome || (place !== 'step' && label?.role === 'steps')) && !counts) {
      const commented = commentSteps(text, fence);
      if (commented.length > 0) all.push({ form: 'comment', frames: commented, fence, label });
    }
  }
  if (counts) return all;
  if (isHome && all.length === 0) {
    const lettered = letteredHeadings(text, section);
    if (lettered.length > 1) return [{ form: 'numbered-heading', frames: lettered }];
    const rows = tableSteps(source, section.body, 'any');
    if (rows.length > 0) return [{ form: 'table', frames: rows }];
  }
  // what stands on the way back beside numbered steps are conditions, contacts and remarks
  all.push(
    ...listedSteps(source, section, labels, { isHome, mayBullet: !rollback, isFenced: all.length > 0 }),
  );
  // what a step holds is part of it, and a section of steps looks below its headings first
  const isRead = all.some(({ label }) => label?.role !== 'rollback');
  // bullets all of which instruct are a way back
  if (section.role === 'rollback' && place !== 'step' && all.length === 0 && section.children.length === 0) {
    const bulleted = looseSteps(source, section, blocks, labels, 'words', true);
    return bulleted === null ? all : [bulleted];
  }
  if (place === 'step' || isRead || (isHome && section.role !== null)) return all;
  return [...all, ...looseStepsIn(source, section, own, loosenessOf(section, aside, place === 'open'))];
}

/** What instructs in a section that is none of steps, in documents and entries that describe work. */
function looseStepsIn(
  source: StepSource,
  section: Section,
  { labels, blocks }: OwnContent,
  looseness: Looseness,
): FoundSteps[] {
  const { text, isWork, procedural } = source;
  const { body, heading } = section;
  const isProcedural = procedural.around(body) !== null;
  if (looseness === 'none' || (!isWork && !isProcedural)) return [];
  const isFree = looseness === 'words';
  const isPhase = heading?.lead?.word === 'phase';
  const mayTime = isProcedural && !/\b(?:timeline|log|history|chronology|record)\b/.test(heading?.key ?? '');
  const rows = isFree ? tableSteps(source, body, isPhase ? 'any' : mayTime ? 'time' : 'none') : [];
  if (rows.length > 0) return [{ form: 'table', frames: rows, isLoose: true }];
  const commented = isFree ? looseComments(text, labels, blocks) : [];
  if (commented.length > 0) return commented;
  const bold = isProcedural && isFree ? looseLabels(text, labels, body.end) : null;
  const found =
    bold ??
    looseSteps(source, section, blocks, labels, looseness, isProcedural || heading?.lead != null) ??
    (isFree && blocks.some(mayHoldCode) ? commandSteps(text, source.flow, section, labels) : null) ??
    (isFree && isProcedural ? unmarkedSteps(source, section, labels) : null);
  return found === null ? [] : [found];
}

/** Numbered lists in quotes, lines that count or mark themselves, lists of HTML, and paragraphs where they are all there is. */
function unmarkedSteps(source: StepSource, section: Section, labels: readonly Label[]): FoundSteps | null {
  const { text, flow } = source;
  const { body, heading, children } = section;
  const quoted = quotedBlocks(source.blocks, body).filter((block) => block.type === 'list' && block.ordered);
  const found =
    looseSteps(source, section, quoted, labels, 'words', false) ??
    countedLines(text, flow, body) ??
    markedLines(text, flow, body) ??
    htmlSteps(text, flow, body) ??
    (heading?.depth === 1 && children.length === 0 ? instructingParagraphs(text, flow, body) : null);
  if (found === null) return null;
  const doing = found.frames.filter(({ title }) => instructs(title)).length;
  return doing * 2 < found.frames.length ? null : { ...found, isLoose: true };
}

/** The fences whose numbered comments say what to do, each a procedure of its own. */
function looseComments(text: string, labels: readonly Label[], blocks: readonly Block[]): FoundSteps[] {
  return blocks.flatMap((fence): FoundSteps[] => {
    if (fence.type !== 'code' || !fence.fenced) return [];
    const frames = commentSteps(text, fence);
    if (frames.length === 0 || isInPart(labels, fence.span)) return [];
    const doing = frames.filter(({ title }) => instructs(title)).length;
    if (doing === 0 || doing * 2 < frames.length) return [];
    return [{ form: 'comment', frames, fence, label: labelAround(labels, fence.span), isLoose: true }];
  });
}

/** Whether one of the nearest labels in front of a block is a part that is no work, and holds it. */
function isInPart(labels: readonly Label[], block: Span): boolean {
  const next = firstFrom(labels, block.start, ({ span }) => span.start);
  return labels.slice(Math.max(0, next - 8), next).some((label) => isOfPart(label, block));
}

/** Whether code that stands in no list and no quote may be in a block. */
function mayHoldCode({ type }: Block): boolean {
  return type === 'code' || type === 'footnote';
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
  const numbered = isHome && !listsIssues(source, section) ? numberedHeadings(text, section) : [];
  if (numbered.length > 0) return { form: 'numbered-heading', frames: numbered };
  if (source.procedural.around(section.body) === null) return null;
  const working = workingHeadings(text, section, ({ title }, body, isAlone) =>
    instructs(title)
      ? (!isAlone && !isAside) || holdsCommands(text, source.flow, body)
      : holdsCommands(text, source.flow, body, countsItems(source.blocks, body) > 1),
  );
  return working.length > 0 ? { form: 'section', frames: working } : null;
}

/** Whether most headings below a section name what went wrong, with its cause: they are no steps of each other. */
function listsIssues({ labels }: StepSource, { children }: Section): boolean {
  const issues = children.filter(({ body }) =>
    labelsWithin(labels, body).some(({ key }) => causes.test(key)),
  );
  return issues.length > 0 && issues.length * 2 >= children.length;
}

const causes =
  /^(?:(?:root |likely |possible |common |probable )?causes?|symptoms?|problem|error|diagnosis)$/;

function countsItems(blocks: readonly Block[], span: Span): number {
  return blocksIn(blocks, span).reduce((sum, one) => sum + (one.type === 'list' ? one.items.length : 0), 0);
}

function labelAround(labels: readonly Label[], span: Span): Label | null {
  return (
    labels.findLast((label) => label.item === null && label.value === null && encloses(label.span, span)) ??
    null
  );
}
