/**
 * Headings that are underlined and begin with a number: `2. Restore` over `---`. Markdown takes them for a list of one
 * item with a rule below it, and their authors for what they look like.
 */
import type { Block, Heading, List } from '../model/markdown';
import { trimSpan } from '../text/span';

/** The blocks with such headings for what Markdown sees; the same blocks where there is none. */
export function withUnderlinedHeadings(text: string, blocks: readonly Block[]): readonly Block[] {
  let found: Block[] | null = null;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined) continue;
    const next = blocks[index + 1];
    const heading = block.type === 'list' ? headingOf(text, block, next) : null;
    if (heading !== null) {
      found ??= blocks.slice(0, index);
      if (next?.type === 'break' && next.span.end === heading.span.end) index++;
    }
    found?.push(heading ?? block);
  }
  return found ?? blocks;
}

const doubled = /\r?\n[ \t]{0,3}={2,80}[ \t]*$/;
const single = /^\r?\n[ \t]{0,3}-{2,80}$/;

/** The heading that a list of one item is, or null; `next` is the block behind it. */
function headingOf(text: string, { ordered, items, span }: List, next: Block | undefined): Heading | null {
  const [item, ...others] = items;
  const [words, ...further] = item?.blocks ?? [];
  if (!ordered || item?.box !== null || others.length > 0) return null;
  if (words?.type !== 'paragraph' || further.length > 0) return null;
  const source = text.slice(words.span.start, words.span.end);
  const line = doubled.exec(source.slice(-90));
  const isRuled = next?.type === 'break' && single.test(text.slice(words.span.end, next.span.end));
  if (line === null && !isRuled) return null;
  const end = words.span.end - (line?.[0].length ?? 0);
  const content = trimSpan(text, { start: span.start, end });
  if (content.end <= words.span.start || /[\r\n]/.test(text.slice(content.start, content.end))) return null;
  return {
    type: 'heading',
    span: { start: span.start, end: line === null && next !== undefined ? next.span.end : words.span.end },
    depth: line === null ? 2 : 1,
    content,
    inlines: words.inlines.filter((inline) => inline.span.end <= content.end),
  };
}
