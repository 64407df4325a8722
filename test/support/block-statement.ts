/** What the blocks of every text owe: each lies inside of what holds it, behind the one before it. */
import type { Block } from '../../server/src/model/markdown';
import { encloses, type Span } from '../../server/src/text/span';

/** Blocks that lie outside of what holds them, or in front of the block before them. */
export function disorderOf(blocks: readonly Block[], within: Span): string[] {
  const complaints: string[] = [];
  let at = within.start;
  const take = (name: string, span: Span): void => {
    if (span.end < span.start) complaints.push(`a ${name} ends before it starts`);
    if (!encloses(within, span)) complaints.push(`a ${name} reaches out of what holds it`);
    if (span.start < at) complaints.push(`a ${name} starts before the end of the one before it`);
    at = span.end;
  };
  for (const block of blocks) {
    take(block.type, block.span);
    if (block.type === 'quote' || block.type === 'footnote')
      complaints.push(...disorderOf(block.blocks, block.span));
    if (block.type === 'list') {
      let last = block.span.start;
      for (const { span, marker, blocks: own } of block.items) {
        if (!encloses(block.span, span) || span.start < last) complaints.push('an item is out of order');
        if (marker.start !== span.start) complaints.push('an item does not start with its marker');
        complaints.push(...disorderOf(own, span));
        last = span.end;
      }
    }
    if (block.type === 'table')
      for (const { span, cells } of block.rows) {
        if (!encloses(block.span, span)) complaints.push('a row reaches out of its table');
        for (const cell of cells)
          if (!encloses(span, cell.span)) complaints.push('a cell reaches out of its row');
      }
    if ('inlines' in block)
      for (const { span } of block.inlines)
        if (!encloses(block.span, span)) complaints.push(`marks reach out of a ${block.type}`);
  }
  return complaints;
}
