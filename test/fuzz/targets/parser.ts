/** From text to blocks: places are inside the text and in order, and neither engine nor line ends make a difference. */
import { expect } from 'vitest';
import { outlineText } from '../../../server/src/features/outline-text';
import { maskNestedFences } from '../../../server/src/parsing/markdown/fences';
import { parseBlocks } from '../../../server/src/parsing/markdown/parse-blocks';
import { parseWithRemark } from '../../../server/src/parsing/markdown/remark-engine';
import { scanBlocks } from '../../../server/src/parsing/markdown/scan/scan-blocks';
import { disorderOf } from '../../support/block-statement';
import { comparable, spansOf } from '../../support/model-statement';
import { modelOf } from '../../support/read-model';
import { caseOf, firstText } from '../case';
import type { Target } from '../target';
import { anyText, newerText } from '../texts/documents';

const head = '---\ntitle: a\n---\n';

export const parser: Target = {
  name: 'parser',
  cases: anyText.map((text) => caseOf('document.md', text)),
  newer: newerText.map((text) => caseOf('document.md', text)),
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
