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
import { labelKey } from './scan/definitions';
import { scanBlocks } from './scan/scan-blocks';
import { tame } from './tame';

/**
 * Characters of section text whose blocks are remembered, over all documents: enough for the document that is edited.
 * Blocks take some forty bytes for each character, so a generous budget would be most of the server's memory.
 */
const cacheBudget = 400_000;
const cache = new Map<string, readonly Block[]>();
let cached = 0;

/** Texts up to this length are read in one piece: that takes less time than to cut them and to look for their sections. */
const shortText = 24_000;

/** Sections longer than this are cut at paragraphs too. */
const longSection = 4_000;

/** The blocks of a text from `offset` on, behind its front matter, in document order. Never throws. */
export function parseBlocks(whole: string, offset = 0): Block[] {
  const text = offset === 0 ? whole : whole.slice(offset);
  // both engines would drop a byte order mark, which moves every offset by one
  const marked = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
  const source = tame(maskNestedFences(marked));
  if (source === text && text.length <= shortText) {
    const blocks = scanBlocks(whole, () => false, offset);
    if (blocks !== null) return blocks;
  }
  const blocks = bySections(source, offset);
  return source === marked ? blocks : blocks.map((block) => withNested(whole, block));
}

function bySections(source: string, offset: number): Block[] {
  const sections = sectionsOf(source);
  const definitions = definitionsOf(source, sections);
  const blocks: Block[] = [];
  for (const section of sections) {
    const used = definitionsUsed(source, section, definitions);
    const parsed =
      used.size === 0 ? section.blocks : parseSection(source.slice(section.start, section.end), used);
    for (const block of parsed) blocks.push(shiftBlock(block, section.start + offset));
  }
  return blocks;
}

/** A stretch of the text that can be read alone, but for the definitions that it uses. */
interface ParsedSection extends Span {
  /** Read without definitions of other sections; offsets from the section's start. */
  readonly blocks: readonly Block[];
}

function sectionsOf(text: string): ParsedSection[] {
  const sections: ParsedSection[] = [];
  const cuts = sectionCuts(text);
  for (const [i, start] of cuts.entries()) {
    const end = cuts[i + 1] ?? text.length;
    const section = text.slice(start, end);
    const blocks = parseSection(section, noDefinitions);
    if (end < text.length && mayRunOn(section, blocks.at(-1))) {
      // once and for all: joining cut by cut would read the same text again and again
      sections.push({ start, end: text.length, blocks: parseSection(text.slice(start), noDefinitions) });
      break;
    }
    sections.push({ start, end, blocks });
  }
  return sections;
}

/** The blocks of a section with the definitions of others by their labels; offsets from the section's start. */
function parseSection(section: string, definitions: ReadonlyMap<string, string>): readonly Block[] {
  // in front, where no open block of the section swallows them; the break ends a footnote definition
  const lead = definitions.size === 0 ? '' : `${[...definitions.values()].join('\n')}\n\n***\n\n`;
  const source = lead + section;
  const known = cache.get(source);
  if (known !== undefined) {
    cache.delete(source);
    cache.set(source, known);
    return known;
  }
  const blocks = scanBlocks(section, (label) => definitions.has(label)) ?? parseBehind(lead, source);
  cache.set(source, blocks);
  cached += source.length;
  for (const oldest of cache.keys()) {
    if (cached <= cacheBudget || cache.size === 1) break;
    cache.delete(oldest);
    cached -= oldest.length;
  }
  return blocks;
}

/** The blocks behind `lead` as the reference engine reads them; offsets from its end. */
function parseBehind(lead: string, source: string): readonly Block[] {
  const parsed = parseWithRemark(source);
  if (lead === '') return parsed;
  return parsed
    .filter((block) => block.span.start >= lead.length)
    .map((block) => shiftBlock(block, -lead.length));
}

/**
 * Offsets at which sections start: 0 and every column-0 heading that seems to stand outside fences and comments; in
 * a long section also a column-0 word behind a blank line, which closes every list and quote as well.
 */
function sectionCuts(text: string): number[] {
  const cuts = [0];
  const pattern =
    /^(?:#{1,6}(?=[ \t\r\n]|$)|[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^\r\n]*)|<!--|(?!(?<=\r)\n)[ \t]*$|[ \t]*<(?=[A-Za-z/])|(?<=(?:\r\n|(?<!\r)\n|\r(?!\n))[ \t]*(?:\r\n|(?<!\r)\n|\r(?!\n)))[A-Za-z])/gm;
  let fence = '';
  // raw HTML goes on to the next blank line, over headings
  let inHtml = false;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole, run, info = ''] = match;
    if (match[0] === '') pattern.lastIndex++;
    if (run !== undefined) {
      if (fence === '') {
        if (!run.startsWith('`') || !info.includes('`')) fence = run;
      } else if (run.startsWith(fence) && info.trim() === '') fence = '';
    } else if (fence === '') {
      if (whole === '<!--') {
        const close = text.indexOf('-->', match.index);
        pattern.lastIndex = close < 0 ? text.length : close;
      } else if (whole.trim() === '') inHtml = false;
      else if (whole.endsWith('<')) inHtml = true;
      else if (!inHtml && match.index > 0 && isWorthACut(whole, match.index - (cuts.at(-1) ?? 0)))
        cuts.push(match.index);
    }
  }
  return cuts;
}

function isWorthACut(mark: string, length: number): boolean {
  return mark.startsWith('#') || length >= longSection;
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

interface KnownDefinition {
  readonly line: string;
  readonly section: Span;
}

/** The link and footnote definitions of a text by their labels, the first of each label. */
function definitionsOf(
  text: string,
  sections: readonly ParsedSection[],
): ReadonlyMap<string, KnownDefinition> {
  const found = new Map<string, KnownDefinition>();
  if (!text.includes(']:')) return found;
  for (const section of sections) {
    const visit = (blocks: readonly Block[]): void => {
      for (const block of blocks) {
        if (block.type === 'list') for (const item of block.items) visit(item.blocks);
        if (block.type === 'quote' || block.type === 'footnote') visit(block.blocks);
        if (block.type !== 'definition' && block.type !== 'footnote') continue;
        const source = text.slice(section.start + block.span.start, section.start + block.span.end);
        const line =
          block.type === 'definition' ? source.replace(/[\r\n]+[ \t>]*/g, ' ') : source.slice(0, 1000);
        const label = /^\[((?:[^[\]\\]|\\[^])+)\]:/.exec(line);
        if (label === null) continue;
        const key = labelKey(label[1] ?? '');
        const said = block.type === 'definition' ? line : `${label[0]} note`;
        if (!found.has(key)) found.set(key, { line: said, section });
      }
    };
    visit(section.blocks);
  }
  return found;
}

const noDefinitions: ReadonlyMap<string, string> = new Map();

/** The definitions of other sections that a section may refer to by label, so that a change of one concerns its users only. */
function definitionsUsed(
  text: string,
  section: Span,
  definitions: ReadonlyMap<string, KnownDefinition>,
): ReadonlyMap<string, string> {
  if (definitions.size === 0) return noDefinitions;
  const used = new Map<string, string>();
  for (const [, label = ''] of text
    .slice(section.start, section.end)
    .matchAll(/\[((?:[^[\]\\]|\\[^]){1,999})(?=\])/g)) {
    const key = labelKey(label);
    const definition = definitions.get(key);
    if (definition !== undefined && definition.section !== section) used.set(key, definition.line);
  }
  return used;
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
