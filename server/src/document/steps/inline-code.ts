/** The code spans in running text, and indented code, of blocks or of those that hold some places. */
import type { Block, Inline } from '../../model/markdown';
import { firstFrom, type Span } from '../../text/span';

/** The blocks in which there is one of some places; both in order. */
export function blocksAt(blocks: readonly Block[], places: readonly number[]): readonly Block[] {
  const found: Block[] = [];
  for (const place of places) {
    const block = blocks[firstFrom(blocks, place + 1, ({ span }) => span.start) - 1];
    if (block !== undefined && place < block.span.end && block !== found.at(-1)) found.push(block);
  }
  return found;
}

/** The words between the backticks of all code spans of some blocks, in order. */
export function inlineCode(blocks: readonly Block[]): readonly Span[] {
  const found: Span[] = [];
  for (const block of blocks) collect(block, found);
  return found;
}

function collect(block: Block, found: Span[]): void {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      take(block.inlines, found);
      break;
    case 'list':
      for (const item of block.items) for (const inner of item.blocks) collect(inner, found);
      break;
    case 'quote':
    case 'footnote':
      for (const inner of block.blocks) collect(inner, found);
      break;
    case 'table':
      for (const row of block.rows) for (const cell of row.cells) take(cell.inlines, found);
      break;
    case 'code':
    case 'html':
    case 'break':
    case 'definition':
      break;
  }
}

function take(inlines: readonly Inline[], found: Span[]): void {
  for (const inline of inlines) if (inline.type === 'code') found.push(inline.content);
}

/** The lines of the indented code among some blocks, in lists and quotes too, in order. */
export function indentedCode(blocks: readonly Block[]): readonly Span[] {
  return blocks.flatMap((block): readonly Span[] => {
    switch (block.type) {
      case 'code':
        return block.fenced ? [] : [block.content];
      case 'list':
        return block.items.flatMap((item) => indentedCode(item.blocks));
      case 'quote':
      case 'footnote':
        return indentedCode(block.blocks);
      default:
        return [];
    }
  });
}
