/**
 * Tabs of MkDocs: `=== "Linux"` above lines that are indented by four, which Markdown takes for code and their authors for
 * what they hold.
 */
import type { Block, CodeBlock, Paragraph } from '../model/markdown';
import { scanBlocks } from './markdown/scan/scan-blocks';
import { shifted } from './markdown/shift-blocks';

const tabLine = /^===[!+]?[ \t]{1,4}(?:"[^"\r\n]{1,80}"|'[^'\r\n]{1,80}')[ \t]{0,8}(?:\r?\n|$)/;

/** Whether words between two blocks hold the title of a tab, which parts what stands above it from what stands below. */
export function opensTab(words: string): boolean {
  return words.includes('\n===') && /\n===[!+]?[ \t]{1,4}["']/.test(words);
}

/** Tabs in tabs are read so far. */
const deepest = 3;

/** The blocks with those in tabs for what Markdown sees; the same blocks where there is none. */
export function withTabs(text: string, blocks: readonly Block[], depth = 0): readonly Block[] {
  if (depth === 0 && !/===[!+]?[ \t]+["']/.test(text)) return blocks;
  let found: Block[] | null = null;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined) continue;
    const next = blocks[index + 1];
    const code = next?.type === 'code' && !next.fenced ? next : null;
    const tab = block.type === 'paragraph' ? tabOf(text, block, code, depth) : null;
    if (tab !== null) {
      found ??= blocks.slice(0, index);
      found.push(tab.title, ...(depth < deepest ? withTabs(text, tab.content, depth + 1) : tab.content));
      if (code !== null) index++;
    } else found?.push(block);
  }
  return found ?? blocks;
}

/** The title of a tab and what stands in it, or null; `code` is the indented code right behind the paragraph. */
function tabOf(
  text: string,
  paragraph: Paragraph,
  code: CodeBlock | null,
  depth: number,
): { readonly title: Paragraph; readonly content: readonly Block[] } | null {
  const { start, end } = paragraph.span;
  const title = text.startsWith('===', start) ? tabLine.exec(text.slice(start, end))?.[0] : undefined;
  if (title === undefined) return null;
  const behind = start + title.length;
  // without a blank line below the title Markdown takes the lines for more of it
  const from = behind < end ? behind : code === null ? null : text.lastIndexOf('\n', code.span.start - 1) + 1;
  if (from === null) return null;
  const content = contentOf(text.slice(from, code?.span.end ?? end), depth + 1);
  if (content === null) return null;
  const words = { start, end: start + title.trimEnd().length };
  return {
    title: {
      ...paragraph,
      span: words,
      inlines: paragraph.inlines.filter(({ span }) => span.end <= words.end),
    },
    content: shifted(content, from),
  };
}

/**
 * The blocks of lines that are indented by four for each of some levels, or null. They are read as those of lists in each
 * other, whose marks stand in the place of blanks, so that each keeps its place.
 */
function contentOf(source: string, levels: number): readonly Block[] | null {
  const blanks = ' '.repeat(4 * levels);
  if (!source.split(/\r?\n/).every((line) => line.startsWith(blanks) || line.trim() === '')) return null;
  if (!source.startsWith(blanks)) return null;
  let blocks: readonly Block[] =
    scanBlocks('-   '.repeat(levels) + source.slice(blanks.length), () => false) ?? [];
  for (let level = 0; level < levels; level++) {
    const [list, ...others] = blocks;
    if (list?.type !== 'list' || others.length > 0 || list.items.length !== 1) return null;
    blocks = list.items[0]?.blocks ?? [];
  }
  return blocks.length === 0 ? null : blocks;
}
