/**
 * Text → blocks, cut at headings so that an edit costs the section it is in.
 *
 * A heading at column 0 outside fences and raw HTML closes every open block (architecture.md, "Measured facts"),
 * so each section is parsed alone and remembered by its text. Where a cut is in doubt, the rest is read in one piece.
 */
import type { Block, CodeBlock, Inline, ListItem, TableRow } from '../../model/markdown';
import type { Span } from '../../text/span';
import { fencesWithin, maskNestedFences } from './fences';
import { parseWithRemark } from './remark-engine';
import { tame } from './tame';

/** Characters of section text whose blocks are remembered, over all documents. */
const cacheBudget = 2_000_000;
const cache = new Map<string, readonly Block[]>();
let cached = 0;

/** Sections longer than this are cut at paragraphs too. */
const longSection = 4_000;

/** The blocks of a text from `offset` on, behind its front matter, in document order. Never throws. */
export function parseBlocks(whole: string, offset = 0): Block[] {
  const text = offset === 0 ? whole : whole.slice(offset);
  const source = tame(maskNestedFences(text));
  const definitions = definitionsOf(source);
  const blocks: Block[] = [];
  const cuts = sectionCuts(source);
  for (const [i, start] of cuts.entries()) {
    const end = cuts[i + 1] ?? source.length;
    const section = source.slice(start, end);
    const parsed = parseSection(section, definitions);
    if (end < source.length && mayRunOn(section, parsed.at(-1))) {
      // once and for all: joining cut by cut would read the same text again and again
      for (const block of parseSection(source.slice(start), definitions))
        blocks.push(shiftBlock(block, start + offset));
      break;
    }
    for (const block of parsed) blocks.push(shiftBlock(block, start + offset));
  }
  return source === text ? blocks : blocks.map((block) => withNested(whole, block));
}

function parseSection(section: string, definitions: ReadonlyMap<string, string>): readonly Block[] {
  const used = definitions.size === 0 ? '' : definitionsUsed(section, definitions);
  const source = used === '' ? section : `${section}\n\n${used}`;
  const known = cache.get(source);
  if (known !== undefined) {
    cache.delete(source);
    cache.set(source, known);
    return known;
  }
  const parsed = parseWithRemark(source);
  const blocks = source === section ? parsed : parsed.filter((block) => block.span.start < section.length);
  cache.set(source, blocks);
  cached += source.length;
  for (const oldest of cache.keys()) {
    if (cached <= cacheBudget || cache.size === 1) break;
    cache.delete(oldest);
    cached -= oldest.length;
  }
  return blocks;
}

/**
 * Offsets at which sections start: 0 and every column-0 heading that seems to stand outside fences and comments; in
 * a long section also a column-0 word behind a blank line, which closes every list and quote as well.
 */
function sectionCuts(text: string): number[] {
  const cuts = [0];
  const pattern =
    /^(?:#{1,6}(?=[ \t\r\n]|$)|[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^\r\n]*)|<!--|(?<=(?:\n|\r\n?)[ \t]*(?:\n|\r\n?))[A-Za-z])/gm;
  let fence = '';
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole, run, info = ''] = match;
    if (run !== undefined) {
      if (fence === '') {
        if (!run.startsWith('`') || !info.includes('`')) fence = run;
      } else if (run.startsWith(fence) && info.trim() === '') fence = '';
    } else if (fence === '') {
      if (whole.startsWith('<')) {
        const close = text.indexOf('-->', match.index);
        pattern.lastIndex = close < 0 ? text.length : close;
      } else if (
        match.index > 0 &&
        (whole.startsWith('#') || match.index - (cuts.at(-1) ?? 0) >= longSection)
      )
        cuts.push(match.index);
    }
  }
  return cuts;
}

/** Whether the section's last block may go on past its end: an open fence, or raw HTML of a kind that headings do not end. */
function mayRunOn(section: string, last: Block | undefined): boolean {
  if (last?.type === 'code') return last.fenced && !last.closed;
  if (last?.type !== 'html') return false;
  const source = section.slice(last.span.start, last.span.end).toLowerCase();
  const end = rawHtmlEnds.find(([start]) => source.startsWith(start))?.[1];
  return end !== undefined && !source.includes(end, 2);
}

/** What ends the raw HTML that blank lines and headings do not end, by how it starts; the more special starts first. */
const rawHtmlEnds: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![cdata[', ']]>'],
  ['<!', '>'],
  ['<?', '?>'],
  ['<script', '</'],
  ['<pre', '</'],
  ['<style', '</'],
  ['<textarea', '</'],
];

/** The link and footnote definitions of a text by their labels, to be read along with the sections that use them. */
function definitionsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!/^[ \t]{0,3}\[[^\]\r\n]+\]:/m.test(text)) return found;
  for (const match of text.matchAll(/^[ \t]{0,3}(\[([^\]\r\n]{1,200})\]:[ \t]*\S[^\r\n]{0,1000})$/gm)) {
    const [, line = '', label = ''] = match;
    if (!found.has(labelKey(label))) found.set(labelKey(label), line);
  }
  return found;
}

/** The definitions that a section may refer to, so that a change of one concerns its users only. */
function definitionsUsed(section: string, definitions: ReadonlyMap<string, string>): string {
  const used = new Set<string>();
  for (const [, label = ''] of section.matchAll(/\[([^[\]]{1,200})(?=\])/g)) {
    const line = definitions.get(labelKey(label));
    if (line !== undefined) used.add(line);
  }
  return [...used].join('\n');
}

/** A label as CommonMark compares it. */
function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toUpperCase();
}

/** Blocks parsed from a masked text, with the nested fences of the real one. */
function withNested(text: string, block: Block): Block {
  if (block.type !== 'code' || !block.fenced || block.info.end > block.info.start) return block;
  return { ...block, nested: fencesWithin(text, block.content) };
}

function shiftBlock(block: Block, by: number): Block {
  if (by === 0) return block;
  const span = shift(block.span, by);
  switch (block.type) {
    case 'heading':
      return { ...block, span, content: shift(block.content, by), inlines: shiftInlines(block.inlines, by) };
    case 'paragraph':
      return { ...block, span, inlines: shiftInlines(block.inlines, by) };
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
      return { ...block, span, target: shift(block.target, by) };
    case 'html':
    case 'break':
      return { ...block, span };
  }
}

function shiftCode(block: CodeBlock, by: number): CodeBlock {
  return {
    ...block,
    span: shift(block.span, by),
    info: shift(block.info, by),
    content: shift(block.content, by),
    nested: block.nested.map((inner) => shiftCode(inner, by)),
  };
}

function shiftItem(item: ListItem, by: number): ListItem {
  return {
    ...item,
    span: shift(item.span, by),
    marker: shift(item.marker, by),
    box: item.box === null ? null : { ...item.box, span: shift(item.box.span, by) },
    blocks: item.blocks.map((block) => shiftBlock(block, by)),
  };
}

function shiftRow(row: TableRow, by: number): TableRow {
  return {
    span: shift(row.span, by),
    cells: row.cells.map((cell) => ({ span: shift(cell.span, by), inlines: shiftInlines(cell.inlines, by) })),
  };
}

function shiftInlines(inlines: readonly Inline[], by: number): Inline[] {
  return inlines.map((inline): Inline => {
    const span = shift(inline.span, by);
    switch (inline.type) {
      case 'code':
        return { ...inline, span, content: shift(inline.content, by) };
      case 'link':
      case 'image':
        return { ...inline, span, text: shift(inline.text, by), target: shift(inline.target, by) };
      default:
        return { ...inline, span };
    }
  });
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
