/** Steps that are items of lists, in sections and below labels that promise steps. */
import type { Block } from '../model/markdown';
import type { Label, Section } from '../model/runbook';
import { encloses, firstFrom, trimSpan, type Span } from '../text/span';
import type { FlowNode } from './flow';
import { blocksIn, leadOf, startOfBlock } from './step-forms';
import type { FoundSteps, StepFrame } from './step-frame';
import { opensTab } from './tabs';

/** What lists of steps are read from. */
interface ListSource {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly flow: readonly FlowNode[];
}

/** Lists below labels of steps, or where no label says so and the section is one of steps, its outermost lists. */
export function listedSteps(
  source: ListSource,
  section: Section,
  labels: readonly Label[],
  { isHome, mayBullet, isFenced }: { isHome: boolean; mayBullet: boolean; isFenced: boolean },
): FoundSteps[] {
  const all: FoundSteps[] = [];
  const outer = labels.filter(({ item }) => item === null);
  const isNamed = outer.some(({ role }) => role === 'steps');
  for (const label of outer) {
    if (label.role !== 'steps' && label.role !== 'rollback') continue;
    const kinds = label.role === 'steps' ? listKinds : orderedOnly;
    const found = listIn(source, label.span, kinds, (list) => !goesOn(label, list));
    if (found !== null) all.push({ ...found, label });
  }
  if (!isNamed && isHome && section.heading?.lead == null) {
    const { start, end } = trimSpan(source.text, section.body);
    // what is done after the work closes it, and nobody asks for its verification
    const after = outer.find(({ role, span }) => role === 'post' && span.end >= end) ?? null;
    const area = { start, end: after?.span.start ?? section.body.end };
    const back = outer.filter(({ role }) => role === 'rollback');
    const kinds = isFenced || !mayBullet ? orderedOnly : listKinds;
    const isForth: Which = (list) =>
      back.every((label) => !encloses(label.span, list.span) || goesOn(label, list));
    const found = listIn(source, area, kinds, isForth);
    const then = after === null ? null : listIn(source, after.span, orderedOnly);
    if (found !== null) all.push(found);
    if (then !== null) all.push({ ...then, label: after, isLoose: true });
  }
  return all;
}

type List = Extract<Block, { type: 'list' }>;
type Which = (list: List) => boolean;

/** Whether a list goes on with the steps above a label that says what it has to say in its own line: `**Rollback:** undo it`. */
function goesOn({ value }: Label, { items }: List): boolean {
  return value !== null && (items[0]?.ordinal ?? 0) > 1;
}

const listKinds: readonly ListKind[] = ['ordered', 'boxed', 'bullets'];
const orderedOnly: readonly ListKind[] = ['ordered'];

/** The steps of the first kind of lists that is there, in block quotes where it is nowhere else. */
function listIn(
  { text, blocks, flow }: ListSource,
  area: Span,
  kinds: readonly ListKind[],
  isOwn: Which = () => true,
): FoundSteps | null {
  const own = blocksIn(blocks, area);
  const quoted = quotedBlocks(blocks, area);
  for (const among of quoted.length === 0 ? [own] : [own, quoted])
    for (const kind of kinds) {
      const lists = listsOf(among, kind).filter(isOwn);
      if (lists.length > 0) return { form: 'list', kind, frames: listSteps(text, flow, lists, area.end) };
    }
  return null;
}

/** Which lists are steps: ordered ones, else those with boxes, else bullets. */
export type ListKind = 'ordered' | 'boxed' | 'bullets';

/** The lists of a kind among some blocks that follow each other, in order. */
function listsOf(blocks: readonly Block[], kind: ListKind): List[] {
  const found: List[] = [];
  let before: Block | undefined;
  for (const block of blocks) {
    // boxes right behind commands check what these did
    const isChecklist =
      before?.type === 'code' && block.type === 'list' && block.items.every(({ box }) => box !== null);
    before = block;
    if (block.type !== 'list' || isChecklist || block.ordered !== (kind === 'ordered')) continue;
    if (kind !== 'boxed' || block.items.some(({ box }) => box !== null)) found.push(block);
  }
  return found;
}

/** What starts in a span within the block quotes that start there too, or that the span begins in. */
export function quotedBlocks(blocks: readonly Block[], area: Span): readonly Block[] {
  const found: Block[] = [];
  const from = firstFrom(blocks, area.start + 1, startOfBlock) - 1;
  for (let i = Math.max(0, from); i < blocks.length; i++) {
    const block = blocks[i];
    if (block === undefined || block.span.start >= area.end) break;
    if (block.type === 'quote') found.push(...blocksIn(block.blocks, area));
  }
  return found;
}

/** The items of lists. Blocks between two lists belong to the item before them, as code right behind the last one may. */
export function listSteps(
  text: string,
  flow: readonly FlowNode[],
  lists: readonly List[],
  areaEnd: number,
): StepFrame[] {
  const items = lists.flatMap((list) => list.items);
  const broken = lists.length > 1;
  return items.map((item, index): StepFrame => {
    const next = items[index + 1];
    const isLast = next === undefined || opensTab(text.slice(item.span.end, next.span.start));
    const end = !isLast
      ? next.span.start
      : broken && next === undefined
        ? areaEnd
        : endWithCode(text, flow, item.span, areaEnd);
    const words = leadOf(text, flow, item);
    return {
      number: String(index + 1),
      alternative: null,
      numberSpan: item.marker,
      title: text.slice(words.start, words.end),
      titleSpan: words,
      span: trimSpan(text, { start: item.span.start, end: Math.max(end, item.span.start) }),
      item,
      row: null,
    };
  });
}

/** Where the last item of a list ends: behind the code that it announces and that is not indented like it. */
function endWithCode(text: string, flow: readonly FlowNode[], { end }: Span, areaEnd: number): number {
  const next = flow[firstFrom(flow, end, (node) => node.span.start)];
  const announces = /:[*_\s]{0,6}$/.test(text.slice(Math.max(0, end - 12), end));
  return announces && next?.type === 'code' && next.depth === 0 && next.span.end <= areaEnd
    ? next.span.end
    : end;
}
