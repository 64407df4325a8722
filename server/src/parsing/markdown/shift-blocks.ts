/** Blocks at another place of a text. */
import type { Block, CodeBlock, Inline, ListItem, TableRow } from '../../model/markdown';
import { moved } from '../../text/span';

/** The blocks with all their offsets moved by so many characters. */
export function shifted(blocks: readonly Block[], by: number): readonly Block[] {
  return by === 0 ? blocks : blocks.map((block) => shiftBlock(block, by));
}

function shiftBlock(block: Block, by: number): Block {
  const span = moved(block.span, by);
  switch (block.type) {
    case 'heading': {
      const { content, depth, inlines } = block;
      return {
        type: 'heading',
        span,
        depth,
        content: moved(content, by),
        inlines: shiftInlines(inlines, by),
      };
    }
    case 'paragraph':
      return { type: 'paragraph', span, inlines: shiftInlines(block.inlines, by) };
    case 'code':
      return shiftCode(block, by);
    case 'list':
      return { ...block, span, items: block.items.map((item) => shiftItem(item, by)) };
    case 'table':
      return { ...block, span, rows: block.rows.map((row) => shiftRow(row, by)) };
    case 'quote':
    case 'footnote':
      return { ...block, span, blocks: block.blocks.map((inner) => shiftBlock(inner, by)) };
    case 'definition':
      return { ...block, span, target: moved(block.target, by) };
    case 'html':
    case 'break':
      return { ...block, span };
  }
}

function shiftCode(block: CodeBlock, by: number): CodeBlock {
  return {
    ...block,
    span: moved(block.span, by),
    info: moved(block.info, by),
    content: moved(block.content, by),
    nested: block.nested.length === 0 ? block.nested : block.nested.map((inner) => shiftCode(inner, by)),
  };
}

function shiftItem(item: ListItem, by: number): ListItem {
  return {
    ...item,
    span: moved(item.span, by),
    marker: moved(item.marker, by),
    box: item.box === null ? null : { ...item.box, span: moved(item.box.span, by) },
    blocks: item.blocks.map((block) => shiftBlock(block, by)),
  };
}

function shiftRow(row: TableRow, by: number): TableRow {
  return {
    span: moved(row.span, by),
    cells: row.cells.map((cell) => ({ span: moved(cell.span, by), inlines: shiftInlines(cell.inlines, by) })),
  };
}

function shiftInlines(inlines: readonly Inline[], by: number): readonly Inline[] {
  if (inlines.length === 0) return inlines;
  return inlines.map((inline): Inline => {
    const span = moved(inline.span, by);
    switch (inline.type) {
      case 'code':
        return { ...inline, span, content: moved(inline.content, by) };
      case 'link':
      case 'image':
        return { ...inline, span, text: moved(inline.text, by), target: moved(inline.target, by) };
      default:
        return { ...inline, span };
    }
  });
}
