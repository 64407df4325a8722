/** What is to be ticked, or looked at, in a stretch of a document: checkboxes, or the items that stand in their place. */
import type { Block, CheckBox, CodeBlock, ListItem } from '../../model/markdown';
import type { Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { encloses, trimSpan, type Span } from '../../text/span';
import { checkboxesIn } from '../sections/checkboxes';
import type { PlanWords } from './plan';
import { codeText } from './plan-blocks';
import { plain, plainIn, wordsIn } from './plan-words';

/** A box before it has an id. */
export interface FoundBox {
  readonly words: readonly PlanWords[];
  readonly box: CheckBox | null;
  /** Where its words stand. */
  readonly span: Span;
}

/** The checkboxes of a stretch with their words; where there are none, the items of its lists, or all of it as one. */
export function itemsToConfirm(runbook: Runbook, content: Span): FoundBox[] {
  const boxes = boxesWithWords(runbook, content);
  if (boxes.length > 0) return boxes;
  const items = topItemsIn(runbook, content);
  if (items.length > 0) return items.flatMap((item) => withoutBox(runbook, firstWordsOf(item)));
  const code = runbook.fences.find(({ span }) => encloses(content, span));
  const before = trimSpan(runbook.text, { start: content.start, end: code?.span.start ?? content.end });
  return [...withoutBox(runbook, before), ...(code === undefined ? [] : [codeAsBox(runbook, code)])];
}

/** The checkboxes of a stretch with their words. */
export function boxesWithWords(runbook: Runbook, content: Span): FoundBox[] {
  return checkboxesIn(runbook, content).flatMap((box): FoundBox[] => {
    const item = itemsByBox(runbook).get(box.span.start);
    if (item !== undefined) {
      const { end } = firstWordsOf(item);
      const span = { start: Math.min(box.span.end, end), end };
      return [{ words: wordsIn(runbook, span), box, span }];
    }
    const row = rowOf(runbook, box);
    return row === null ? [] : [{ ...row, box }];
  });
}

/** Something that is to be seen, for which the document has no checkbox. */
export function withoutBox(runbook: Runbook, span: Span): FoundBox[] {
  const words = wordsIn(runbook, span);
  return words.some(({ text }) => /[\p{L}\p{N}]/u.test(text)) ? [{ words, box: null, span }] : [];
}

function codeAsBox(runbook: Runbook, code: CodeBlock): FoundBox {
  return { words: [{ text: codeText(runbook, code), form: 'code' }], box: null, span: code.span };
}

function rowOf(runbook: Runbook, { span }: CheckBox): Omit<FoundBox, 'box'> | null {
  const table = runbook.tables.find(({ block }) => encloses(block.span, span));
  const at = table?.boxes.find((one) => one.span.start === span.start);
  const row = table?.rows[at?.row ?? -1];
  if (row === undefined) return null;
  const cells = row.cells
    .filter((cell) => !encloses(cell.span, span))
    .map((cell) => plainIn(runbook, cell.span))
    .filter((words) => words !== '' && !/^\[[ xX]\]$/.test(words));
  return { words: [plain(cells.join(' · '))], span: row.span };
}

/** The words of an item up to what is nested in it. */
export function firstWordsOf({ span, marker, blocks }: ListItem): Span {
  const [first] = blocks;
  return first?.type === 'paragraph' ? first.span : { start: marker.end, end: first?.span.start ?? span.end };
}

const itemsByBox = rememberOf(({ blocks }: Runbook): ReadonlyMap<number, ListItem> => {
  const found = new Map<number, ListItem>();
  const visit = (block: Block): void => {
    if (block.type === 'quote') block.blocks.forEach(visit);
    if (block.type !== 'list') return;
    for (const item of block.items) {
      if (item.box !== null) found.set(item.box.span.start, item);
      item.blocks.forEach(visit);
    }
  };
  blocks.forEach(visit);
  return found;
});

/** The items of the outermost lists in a stretch. */
export function topItemsIn({ blocks }: Runbook, content: Span): ListItem[] {
  const found: ListItem[] = [];
  const visit = (block: Block): void => {
    if (block.span.end <= content.start || block.span.start >= content.end) return;
    if (block.type === 'quote') block.blocks.forEach(visit);
    if (block.type !== 'list') return;
    for (const item of block.items) {
      if (item.span.end <= content.start || item.span.start >= content.end) continue;
      if (item.span.start >= content.start) found.push(item);
      else item.blocks.forEach(visit);
    }
  };
  blocks.forEach(visit);
  return found;
}
