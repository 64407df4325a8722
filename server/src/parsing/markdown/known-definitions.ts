/** What of a piece of Markdown concerns other pieces: the definitions that it holds, and the labels that it may refer to. */
import type { Block } from '../../model/markdown';
import { labelKey } from './scan/definitions';

/** A link or footnote definition. */
export interface KnownDefinition {
  /** Its label as labels are compared. */
  readonly key: string;
  /** A line that defines the same. */
  readonly line: string;
}

/** The definitions among the blocks of a text, in order. */
export function definitionsIn(text: string, outermost: readonly Block[]): readonly KnownDefinition[] {
  if (!text.includes(']:')) return [];
  const found: KnownDefinition[] = [];
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'list') for (const item of block.items) visit(item.blocks);
      if (block.type === 'quote' || block.type === 'footnote') visit(block.blocks);
      if (block.type !== 'definition' && block.type !== 'footnote') continue;
      const source = text.slice(block.span.start, block.span.end);
      const line =
        block.type === 'definition' ? source.replace(/[\r\n]+[ \t>]*/g, ' ') : source.slice(0, 1000);
      const label = /^\[((?:[^[\]\\]|\\[^])+)\]:/.exec(line);
      if (label === null) continue;
      const said = block.type === 'definition' ? line : `${label[0]} note`;
      found.push({ key: labelKey(label[1] ?? ''), line: said });
    }
  };
  visit(outermost);
  return found;
}

/** Most that a label of a link may have in Markdown, in UTF-16 units. */
const longestLabel = 999;

/** What stands in brackets without brackets in it: all that may refer to a definition. */
export function labelsIn(text: string): ReadonlySet<string> {
  const labels = new Set<string>();
  let start = -1;
  for (const { 0: mark, index } of text.matchAll(/\\[^]|[[\]]/g)) {
    if (mark === '[' || (mark === '\\[' && start < 0)) start = index + mark.length;
    else if (mark === ']') {
      if (start >= 0 && index > start && index - start <= longestLabel)
        labels.add(labelKey(text.slice(start, index)));
      start = -1;
    }
  }
  return labels;
}
