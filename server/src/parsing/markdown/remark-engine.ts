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
import { unified } from 'unified';
import type { Block, CodeBlock, Inline, LinkInline, ListItem, TableCell } from '../../model/markdown';
import { trimSpan, type Span } from '../../text/span';
import { fencesWithin } from './fences';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** The blocks of a text without front matter. Linear in practice, 0.2 to 0.3 MB a second; never throws. */
export function parseWithRemark(text: string): Block[] {
  // micromark drops a byte order mark, which would move every offset by one
  const source = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
  return toBlocks(source, processor.parse(source).children);
}

function toBlocks(text: string, nodes: readonly RootContent[]): Block[] {
  const blocks: Block[] = [];
  for (const node of nodes) {
    const block = toBlock(text, node);
    if (block !== null) blocks.push(block);
  }
  return blocks;
}

function toBlock(text: string, node: RootContent): Block | null {
  const span = spanOf(node);
  switch (node.type) {
    case 'heading': {
      const content = contentOf(node.children) ?? { start: span.end, end: span.end };
      return { type: 'heading', span, depth: node.depth, content, inlines: toInlines(text, node.children) };
    }
    case 'paragraph':
      return { type: 'paragraph', span, inlines: toInlines(text, node.children) };
    case 'code':
      return toCodeBlock(text, span);
    case 'list':
      return {
        type: 'list',
        span,
        ordered: node.ordered === true,
        items: node.children.map((item) => toListItem(text, item)),
      };
    case 'table':
      return {
        type: 'table',
        span,
        rows: node.children.map((row) => ({
          span: spanOf(row),
          cells: row.children.map((cell) => toTableCell(text, cell)),
        })),
      };
    case 'blockquote':
      return { type: 'quote', span, blocks: toBlocks(text, node.children) };
    case 'html':
      return { type: 'html', span };
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
      return { type: 'footnote', span, blocks: toBlocks(text, node.children) };
    default:
      return null;
  }
}

function toCodeBlock(text: string, span: Span): CodeBlock {
  const source = text.slice(span.start, span.end);
  const opening = /^(`{3,}|~{3,})[ \t]*([^\r\n]*)/.exec(source);
  if (opening === null) {
    return {
      type: 'code',
      span,
      fenced: false,
      info: { start: span.start, end: span.start },
      content: span,
      closed: true,
      nested: [],
    };
  }
  const [firstLine, run = '', rawInfo = ''] = opening;
  const infoLength = rawInfo.trimEnd().length;
  const infoStart = span.start + firstLine.length - rawInfo.length;
  const info = { start: infoStart, end: infoStart + infoLength };
  const lastBreak = Math.max(source.lastIndexOf('\n'), source.lastIndexOf('\r'));
  const last = source.slice(lastBreak + 1);
  const closing = lastBreak >= 0 ? /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(last)?.[1] : undefined;
  const closed = closing !== undefined && closing.startsWith(run.charAt(0)) && closing.length >= run.length;
  const start = Math.min(span.start + firstLine.length + lineBreakLength(source, firstLine.length), span.end);
  let end = span.end;
  if (closed) {
    const atCarriageReturn = source.charAt(lastBreak) === '\n' && source.charAt(lastBreak - 1) === '\r';
    end = span.start + lastBreak - (atCarriageReturn ? 1 : 0);
  }
  const content = { start, end: Math.max(start, end) };
  const mayNest = infoLength === 0 || /^(?:markdown|md|text|txt)\b/i.test(rawInfo);
  return {
    type: 'code',
    span,
    fenced: true,
    info,
    content,
    closed,
    nested: mayNest ? fencesWithin(text, content) : [],
  };
}

function lineBreakLength(source: string, at: number): number {
  if (source.startsWith('\r\n', at)) return 2;
  return at < source.length ? 1 : 0;
}

function toListItem(text: string, node: ListItemNode): ListItem {
  const span = spanOf(node);
  const source = text.slice(span.start, Math.min(span.end, span.start + 64));
  const match = /^([-*+]|(\d{1,9})[.)])(?:[ \t]+(\[([ xX])\])(?=\s|$))?/.exec(source);
  const [whole = '', marker = '', ordinal, box, mark] = match ?? [];
  const boxEnd = span.start + whole.length;
  return {
    span,
    marker: { start: span.start, end: span.start + marker.length },
    ordinal: ordinal === undefined ? null : Number(ordinal),
    box:
      box === undefined ? null : { span: { start: boxEnd - box.length, end: boxEnd }, checked: mark !== ' ' },
    blocks: toBlocks(text, node.children),
  };
}

function toTableCell(text: string, node: TableCellNode): TableCell {
  const span = spanOf(node);
  const start = text.charAt(span.start) === '|' ? span.start + 1 : span.start;
  const closed = span.end > start && text.charAt(span.end - 1) === '|' && text.charAt(span.end - 2) !== '\\';
  return {
    span: trimSpan(text, { start, end: closed ? span.end - 1 : span.end }),
    inlines: toInlines(text, node.children),
  };
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

function toLink(text: string, span: Span, content: Span | null): LinkInline {
  const image = text.charAt(span.start) === '!';
  const open = image ? span.start + 1 : span.start;
  if (text.charAt(open) !== '[') {
    const angle = text.charAt(span.start) === '<';
    const target = angle ? { start: span.start + 1, end: span.end - 1 } : span;
    return { type: 'link', span, text: target, form: 'autolink', target };
  }
  const words = content ?? { start: open + 1, end: closingBracket(text, open, span.end) };
  const paren = text.indexOf('](', words.end);
  const target = destination(text, paren < 0 ? span.end : paren + 2, span.end);
  return { type: image ? 'image' : 'link', span, text: words, form: 'inline', target };
}

function toReference(text: string, span: Span, content: Span | null): LinkInline {
  const image = text.charAt(span.start) === '!';
  const open = image ? span.start + 1 : span.start;
  const words = content ?? { start: open + 1, end: closingBracket(text, open, span.end) };
  const label = text.indexOf('][', words.end);
  const explicit = label >= 0 && label + 2 < span.end - 1 ? { start: label + 2, end: span.end - 1 } : words;
  return { type: image ? 'image' : 'link', span, text: words, form: 'reference', target: explicit };
}

/** Offset of the bracket that closes the one at `open`, or the last place it may be. */
function closingBracket(text: string, open: number, end: number): number {
  let depth = 0;
  for (let at = open; at < end; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at;
  }
  return Math.max(open + 1, end - 1);
}

/** The destination that starts at or after `from`: `<…>` without its angles, else up to white space or the closing parenthesis. */
function destination(text: string, from: number, end: number): Span {
  let start = from;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  if (text.charAt(start) === '<') {
    const close = text.indexOf('>', start);
    return { start: start + 1, end: close < 0 || close > end ? end : close };
  }
  let depth = 0;
  let at = start;
  for (; at < end; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (/\s/.test(character)) break;
    else if (character === '(') depth++;
    else if (character === ')' && depth-- === 0) break;
  }
  return { start, end: Math.min(at, end) };
}

function definitionTarget(text: string, span: Span): Span {
  const colon = text.indexOf(']:', span.start);
  return colon < 0 ? { start: span.end, end: span.end } : destination(text, colon + 2, span.end);
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
