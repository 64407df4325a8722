/** Blocks that never end, as a fence or a comment may: what is put behind their first line becomes code, or is not seen. */
import type { Block } from '../model/markdown';
import type { Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import { rememberOf } from '../text/remember';
import type { Span } from '../text/span';

export interface OpenBlock {
  readonly type: 'code' | 'html';
  /** From its first line to the end of what it stands in. */
  readonly span: Span;
  /** Whether it stands in a list, a quote or a footnote, whose end is its own. */
  readonly nested: boolean;
}

/** The block that a document ends in, and that reaches to its end; undefined where everything is closed. */
export function openBlock(runbook: Runbook): OpenBlock | undefined {
  return openBlocks(runbook).find(({ nested }) => !nested);
}

/** The block without an end that lines would become part of, which an edit inserts; undefined where there is none. */
export function openBlockAround(runbook: Runbook, { span: at, newText }: Edit): OpenBlock | undefined {
  const open = openBlocks(runbook);
  if (open.length === 0 || !/[\r\n]/.test(newText) || newText.trim() === '') return;
  if (runbook.text.slice(at.start, at.end).trim() !== '') return;
  const isIndented = /^(?:[ \t]*[\r\n])*[ \t>]/.test(newText);
  return open.find(({ span, nested }) =>
    nested ? isIndented && span.start < at.start && at.start <= span.end : span.start < at.start,
  );
}

/** All blocks of a document that never end. */
export const openBlocks = rememberOf(({ blocks, text }: Runbook): readonly OpenBlock[] => {
  const found: OpenBlock[] = [];
  const visit = (block: Block, nested: boolean): void => {
    const { type, span } = block;
    if ((type === 'code' || type === 'html') && neverEnds(text, block)) found.push({ type, span, nested });
    if (type === 'quote' || type === 'footnote') for (const one of block.blocks) visit(one, true);
    if (type === 'list') for (const { blocks: own } of block.items) for (const one of own) visit(one, true);
  };
  for (const block of blocks) visit(block, false);
  return found;
});

/** What HTML begins with that ends at a mark of its own, and that mark (CommonMark, HTML blocks 1 to 5). */
const ends: readonly (readonly [begins: RegExp, end: RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];

/** Whether a block is a fence or HTML without an end. */
export function neverEnds(text: string, block: Block): boolean {
  if (block.type !== 'html') return block.type === 'code' && !block.closed;
  const source = text.slice(block.span.start, block.span.end).trimStart();
  return ends.some(([begins, end]) => begins.test(source) && !end.test(source));
}
