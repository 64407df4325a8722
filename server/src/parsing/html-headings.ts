/**
 * Headings that are written as HTML: `<h2 align="center">Escalation</h2>` on lines of their own. Markdown takes them for
 * a block of HTML, and readers for what they see.
 */
import type { Block, Heading, HtmlBlock, SpanInline } from '../model/markdown';
import { trimSpan } from '../text/span';

/** The blocks with such headings for what Markdown sees; the same blocks where there is none. */
export function withHtmlHeadings(text: string, blocks: readonly Block[]): readonly Block[] {
  let found: Block[] | null = null;
  for (const [index, block] of blocks.entries()) {
    const parts = block.type === 'html' ? partsOf(text, block) : null;
    if (parts !== null) found ??= blocks.slice(0, index);
    if (parts === null) found?.push(block);
    else found?.push(...parts);
  }
  return found ?? blocks;
}

/** Longest heading with its tags, in UTF-16 units. */
const longest = 600;
const opening = /<h([1-6])(?=[ \t\r\n>])/gi;
const anyTag = /<\/?[a-z][^<>]{0,300}>/gi;
/** What holds words that are no headings, whatever tags are in them. */
const opaque = /<(?:!--|pre|script|style|textarea|summary|table)/i;

/** The headings of a block of HTML and what stands between them, or null where there is none. */
function partsOf(text: string, { span }: HtmlBlock): Block[] | null {
  const source = text.slice(span.start, span.end);
  if (!/<h[1-6]/i.test(source) || opaque.test(source)) return null;
  const parts: Block[] = [];
  let behind = span.start;
  const between = (end: number): void => {
    const rest = trimSpan(text, { start: behind, end });
    if (rest.end > rest.start) parts.push({ type: 'html', span: rest });
  };
  for (const { 1: level = '', index } of source.matchAll(opening)) {
    const start = span.start + index;
    const isFirst = start === behind || /[\r\n]/.test(blanksBefore(text, start));
    const heading = start >= behind && isFirst ? headingAt(text, start, level, span.end) : null;
    if (heading === null) continue;
    between(start);
    parts.push(heading);
    behind = heading.span.end;
  }
  if (behind === span.start) return null;
  between(span.end);
  return parts;
}

/** The blanks and line endings right before an offset, of the last hundred characters. */
function blanksBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 100), offset);
  return before.slice(before.trimEnd().length);
}

/** The heading that a tag of this level opens at `start` where nothing stands behind it in its line, else null. */
function headingAt(text: string, start: number, level: string, end: number): Heading | null {
  const source = text.slice(start, Math.min(end, start + longest));
  const closing = /<\/h([1-6])[ \t]{0,9}>/i.exec(source);
  if (closing?.[1] !== level) return null;
  const last = closing.index + closing[0].length;
  if (!/^[ \t]*(?:[\r\n]|$)/.test(text.slice(start + last, start + last + 80))) return null;
  const from = start + source.indexOf('>') + 1;
  const content = trimSpan(text, { start: from, end: Math.max(from, start + closing.index) });
  if (text.slice(content.start, content.end).replace(anyTag, '').trim() === '') return null;
  const inlines = Array.from(source.slice(0, last).matchAll(anyTag), ({ 0: tag, index }): SpanInline => ({
    type: 'html',
    span: { start: start + index, end: start + index + tag.length },
  }));
  const depth = depths[Number(level) - 1] ?? 6;
  return { type: 'heading', span: { start, end: start + last }, depth, content, inlines };
}

const depths = [1, 2, 3, 4, 5, 6] as const;
