/** The checkboxes of a document, in lists and in tables. Those in code are text. */
import type { Block, CheckBox, ListItem } from '../../model/markdown';
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';

/** The checkboxes that stand wholly in a stretch, in order. */
export function checkboxesIn({ blocks, tables }: Runbook, within: Span): CheckBox[] {
  const found: CheckBox[] = [];
  const add = (box: CheckBox): void => {
    if (box.span.start >= within.start && box.span.end <= within.end) found.push(box);
  };
  for (const { box } of itemsIn(blocks, within)) if (box !== null) add(box);
  for (const { boxes } of tables) boxes.forEach(add);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The list items that touch a stretch, outer ones before those inside them. */
export function* itemsIn(blocks: readonly Block[], within: Span): Iterable<ListItem> {
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
