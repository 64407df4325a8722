/**
 * remark as the producer of blocks: the reference for how Markdown is read here.
 * The only module that knows remark and its syntax tree; a tree never leaves it.
 */
import type {
  Nodes,
  PhrasingContent,
  RootContent,
  TableCell as TableCellNode,
  ListItem as ListItemNode,
} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import type { Block, Inline, ListItem, TableCell } from '../../model/markdown';
import type { Span } from '../../text/span';
import { cellSpan, itemParts, toCodeBlock, trimTail } from './block-parts';
import { definitionTarget, toLink, toReference } from './link-parts';

const processor = unified().use(remarkParse).use(remarkGfm).use(withoutTransforms).freeze();

/** Leaves out what would search the finished tree for addresses: nodes that it makes or splits have no offsets. */
function withoutTransforms(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }));
}

/** The blocks of a text without front matter. Linear in practice, 0.2 to 0.3 MB a second; never throws. */
export function parseWithRemark(text: string): Block[] {
  // micromark drops a byte order mark, which would move every offset by one
  const source = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
  return toBlocks(source, processor.parse(source).children, { limit: source.length, depth: 0, quotes: 0 });
}

/** Containers within containers below which nothing is told: who reads the blocks need not fear for its stack. */
const mostDepth = 300;

/** What blocks stand in. */
interface Around {
  /** Offset that no block reaches; the tree lets an item with an open fence run into the next one. */
  readonly limit: number;
  readonly depth: number;
  /** How many of the containers are quotes. */
  readonly quotes: number;
}

function toBlocks(text: string, nodes: readonly RootContent[], around: Around): Block[] {
  const blocks: Block[] = [];
  if (around.depth > mostDepth) return blocks;
  for (const node of nodes) {
    const block = toBlock(text, node, around);
    if (block !== null) blocks.push(block);
  }
  return blocks;
}

function toBlock(text: string, node: RootContent, around: Around): Block | null {
  const { limit, depth, quotes } = around;
  const span = spanOf(node);
  switch (node.type) {
    case 'heading': {
      const content = contentOf(node.children) ?? { start: span.end, end: span.end };
      return { type: 'heading', span, depth: node.depth, content, inlines: toInlines(text, node.children) };
    }
    case 'paragraph':
      return { type: 'paragraph', span, inlines: toInlines(text, node.children) };
    case 'code':
      return toCodeBlock(text, trimTail(text, span, quotes));
    case 'list': {
      const { children } = node;
      const items = children.map((item, index) => {
        const next = children[index + 1];
        return toListItem(text, item, { ...around, limit: next === undefined ? limit : spanOf(next).start });
      });
      const end = items.at(-1)?.span.end ?? span.end;
      return { type: 'list', span: { start: span.start, end }, ordered: node.ordered === true, items };
    }
    case 'table':
      return {
        type: 'table',
        span,
        rows: node.children.map((row) => ({
          span: spanOf(row),
          cells: row.children.map((cell) => toTableCell(text, cell)),
        })),
      };
    case 'blockquote': {
      const inside = { limit, depth: depth + 1, quotes: quotes + 1 };
      return {
        type: 'quote',
        span: trimTail(text, span, inside.quotes),
        blocks: toBlocks(text, node.children, inside),
      };
    }
    case 'html':
      return { type: 'html', span: trimTail(text, span, quotes) };
    case 'thematicBreak':
      return { type: 'break', span };
    case 'definition':
      return {
        type: 'definition',
        span,
        label: node.identifier.toUpperCase(),
        target: definitionTarget(text, span),
      };
    case 'footnoteDefinition':
      return {
        type: 'footnote',
        span,
        blocks: toBlocks(text, node.children, { ...around, depth: depth + 1 }),
      };
    default:
      return null;
  }
}

function toListItem(text: string, node: ListItemNode, around: Around): ListItem {
  const { limit, depth, quotes } = around;
  const { start, end } = spanOf(node);
  const span = trimTail(text, { start, end: Math.min(end, limit) }, quotes);
  const blocks = toBlocks(text, node.children, { ...around, depth: depth + 1 });
  return { span, ...itemParts(text, span), blocks };
}

function toTableCell(text: string, node: TableCellNode): TableCell {
  return { span: cellSpan(text, spanOf(node)), inlines: toInlines(text, node.children) };
}

function toInlines(text: string, nodes: readonly PhrasingContent[]): Inline[] {
  const inlines: Inline[] = [];
  collectInlines(text, nodes, inlines);
  return inlines;
}

function collectInlines(text: string, nodes: readonly PhrasingContent[], into: Inline[]): void {
  for (const node of nodes) {
    const span = spanOf(node);
    switch (node.type) {
      case 'strong':
      case 'emphasis':
      case 'delete':
        into.push({ type: node.type, span });
        collectInlines(text, node.children, into);
        break;
      case 'inlineCode':
        into.push({ type: 'code', span, content: codeContent(text, span) });
        break;
      case 'html':
        into.push({ type: 'html', span });
        break;
      case 'footnoteReference':
        into.push({ type: 'footnote-reference', span });
        break;
      case 'link':
        into.push(toLink(text, span, contentOf(node.children)));
        collectInlines(text, node.children, into);
        break;
      case 'image':
        into.push(toLink(text, span, null));
        break;
      case 'linkReference':
        into.push(toReference(text, span, contentOf(node.children)));
        collectInlines(text, node.children, into);
        break;
      case 'imageReference':
        into.push(toReference(text, span, null));
        break;
      default:
        break;
    }
  }
}

function codeContent(text: string, span: Span): Span {
  let ticks = 0;
  while (text.charAt(span.start + ticks) === '`') ticks++;
  return { start: span.start + ticks, end: Math.max(span.start + ticks, span.end - ticks) };
}

function contentOf(children: readonly Nodes[]): Span | null {
  const first = children[0];
  const last = children.at(-1);
  return first === undefined || last === undefined
    ? null
    : { start: spanOf(first).start, end: spanOf(last).end };
}

function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
