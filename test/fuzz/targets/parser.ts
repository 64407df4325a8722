/** From text to blocks: places are inside the text and in order, and neither engine nor line ends make a difference. */
import { expect } from 'vitest';
import { outlineText } from '../../../server/src/features/outline-text';
import type { Block } from '../../../server/src/model/markdown';
import { maskNestedFences } from '../../../server/src/parsing/markdown/fences';
import { parseBlocks } from '../../../server/src/parsing/markdown/parse-blocks';
import { parseWithRemark } from '../../../server/src/parsing/markdown/remark-engine';
import { scanBlocks } from '../../../server/src/parsing/markdown/scan/scan-blocks';
import { encloses, type Span } from '../../../server/src/text/span';
import { comparable, spansOf } from '../../support/model-statement';
import { modelOf } from '../../support/read-model';
import { caseOf, firstText } from '../case';
import type { Target } from '../target';
import { anyText } from '../texts/documents';

const head = '---\ntitle: a\n---\n';

export const parser: Target = {
  name: 'parser',
  cases: anyText.map((text) => caseOf('document.md', text)),
  usualRuns: 400,
  complaintsOf(given) {
    const text = firstText(given);
    const blocks = parseBlocks(text);
    const complaints = disorderOf(blocks, { start: 0, end: text.length });
    // whoever calls the scanner takes the mark off
    const scanned = text.startsWith('\ufeff') ? null : scanBlocks(text, () => false);
    const reference = parseWithRemark(text);
    if (scanned !== null) expect(scanned, 'the scanner').toEqual(reference);
    if (maskNestedFences(text) === text)
      expect(comparable(text, blocks), 'section by section').toEqual(comparable(text, reference));
    const shifted = spansOf(parseBlocks(head + text, head.length)).map(({ start }) => start - head.length);
    if (!text.startsWith('\ufeff'))
      expect(shifted, 'behind front matter').toEqual(spansOf(blocks).map(({ start }) => start));
    if (!text.includes('\r')) {
      const windows = outlineText(modelOf(text.replace(/\n/g, '\r\n')));
      expect(windows.replace(/\\r/g, ''), 'with CRLF').toBe(outlineText(modelOf(text)));
    }
    return complaints;
  },
};

/** Blocks that lie outside of what holds them, or in front of the block before them. */
function disorderOf(blocks: readonly Block[], within: Span): string[] {
  const complaints: string[] = [];
  let at = within.start;
  const take = (name: string, span: Span): void => {
    if (span.end < span.start) complaints.push(`a ${name} ends before it starts`);
    if (!encloses(within, span)) complaints.push(`a ${name} reaches out of what holds it`);
    if (span.start < at) complaints.push(`a ${name} starts before the end of the one before it`);
    at = span.end;
  };
  for (const block of blocks) {
    take(block.type, block.span);
    if (block.type === 'quote' || block.type === 'footnote')
      complaints.push(...disorderOf(block.blocks, block.span));
    if (block.type === 'list') {
      let last = block.span.start;
      for (const { span, marker, blocks: own } of block.items) {
        if (!encloses(block.span, span) || span.start < last) complaints.push('an item is out of order');
        if (marker.start !== span.start) complaints.push('an item does not start with its marker');
        complaints.push(...disorderOf(own, span));
        last = span.end;
      }
    }
    if (block.type === 'table')
      for (const { span, cells } of block.rows) {
        if (!encloses(block.span, span)) complaints.push('a row reaches out of its table');
        for (const cell of cells)
          if (!encloses(span, cell.span)) complaints.push('a cell reaches out of its row');
      }
    if ('inlines' in block)
      for (const { span } of block.inlines)
        if (!encloses(block.span, span)) complaints.push(`marks reach out of a ${block.type}`);
  }
  return complaints;
}
