/** What a document holds of links, code, raw HTML and tables, in reading order: one pass for all who ask. */
import type { CodeBlock, Inline, LinkInline, Table } from '../model/markdown';
import type { Span } from '../text/span';
import type { FlowNode } from './flow';

export interface Marks {
  readonly links: readonly LinkInline[];
  readonly codeSpans: readonly Span[];
  /** Fenced and indented code. */
  readonly codeBlocks: readonly CodeBlock[];
  /** Blocks and inline tags of raw HTML, comments among them. */
  readonly html: readonly Span[];
  readonly tables: readonly Table[];
}

/** The marks of a document. */
export function readMarks(flow: readonly FlowNode[]): Marks {
  const links: LinkInline[] = [];
  const codeSpans: Span[] = [];
  const codeBlocks: CodeBlock[] = [];
  const html: Span[] = [];
  const tables: Table[] = [];
  const take = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if (inline.type === 'link' || inline.type === 'image') links.push(inline);
      else if (inline.type === 'code') codeSpans.push(inline.span);
      else if (inline.type === 'html') html.push(inline.span);
    }
  };
  for (const node of flow) {
    if (node.type === 'line') take(node.inlines);
    else if (node.block.type === 'heading') take(node.block.inlines);
    else if (node.block.type === 'code') codeBlocks.push(node.block);
    else if (node.block.type === 'html') html.push(node.span);
    else if (node.block.type === 'table') {
      tables.push(node.block);
      for (const row of node.block.rows) for (const cell of row.cells) take(cell.inlines);
    }
  }
  html.sort((a, b) => a.start - b.start);
  return { links, codeSpans, codeBlocks, html, tables };
}
