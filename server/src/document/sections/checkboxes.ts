/** The checkboxes of a document, in lists and in tables. Those in code are text. */
import type { Block, CheckBox } from '../../model/markdown';
import type { Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { firstFrom, type Span } from '../../text/span';

/** The checkboxes that stand wholly in a stretch, in order. */
export function checkboxesIn(runbook: Runbook, { start, end }: Span): readonly CheckBox[] {
  const all = checkboxesOf(runbook);
  const startOf = ({ span }: CheckBox): number => span.start;
  const to = firstFrom(all, end, startOf);
  const last = all[to - 1];
  return all.slice(firstFrom(all, start, startOf), last !== undefined && last.span.end > end ? to - 1 : to);
}

const checkboxesOf = rememberOf(({ blocks, tables }: Runbook): readonly CheckBox[] => {
  const found = tables.flatMap(({ boxes }): CheckBox[] => [...boxes]);
  collect(blocks, found);
  return found.sort((a, b) => a.span.start - b.span.start);
});

function collect(blocks: readonly Block[], into: CheckBox[]): void {
  for (const block of blocks) {
    if (block.type === 'quote') collect(block.blocks, into);
    if (block.type !== 'list') continue;
    for (const { box, blocks: inner } of block.items) {
      if (box !== null) into.push(box);
      collect(inner, into);
    }
  }
}
