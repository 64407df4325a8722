/** Ticks and clears checkboxes, in lists and in tables. */
import type { Block, CheckBox, ListItem } from '../model/markdown';
import type { Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

/** The checkboxes on the lines of a selection, in order. Those in code are text. */
export function checkboxesIn({ blocks, tables, lines }: Runbook, { start, end }: Span): CheckBox[] {
  const from = lines.startOf(lines.lineAt(start));
  const to = lines.spanOf(lines.lineAt(end)).end;
  const found: CheckBox[] = [];
  const add = (box: CheckBox): void => {
    if (box.span.start >= from && box.span.end <= to) found.push(box);
  };
  for (const item of itemsIn(blocks, { start: from, end: to })) if (item.box !== null) add(item.box);
  for (const { boxes } of tables) boxes.forEach(add);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The edits that tick the boxes, or clear them when all of them are ticked. */
export function toggle(boxes: readonly CheckBox[]): Edit[] {
  const tick = boxes.some(({ checked }) => !checked);
  return boxes
    .filter(({ checked }) => checked !== tick)
    .map(({ span }) => ({ span, newText: tick ? '[x]' : '[ ]' }));
}

function* itemsIn(blocks: readonly Block[], within: Span): Iterable<ListItem> {
  for (const block of blocks) {
    if (block.span.end < within.start || block.span.start > within.end) continue;
    if (block.type === 'quote') yield* itemsIn(block.blocks, within);
    if (block.type !== 'list') continue;
    for (const item of block.items) {
      yield item;
      yield* itemsIn(item.blocks, within);
    }
  }
}
