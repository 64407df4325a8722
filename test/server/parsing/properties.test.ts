import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlineText } from '../../../server/src/features/outline-text';
import { maskNestedFences } from '../../../server/src/parsing/markdown/fences';
import { parseBlocks } from '../../../server/src/parsing/markdown/parse-blocks';
import { parseWithRemark } from '../../../server/src/parsing/markdown/remark-engine';
import { comparable, everySpan, expectSlices, spansOf } from '../../support/model-statement';
import { modelOf } from '../../support/read-model';
import { composed, damaged, noise } from '../../support/runbook-texts';
import { runs } from '../../support/runs';

const anyText = fc.oneof(
  { weight: 10, arbitrary: composed },
  { weight: 1, arbitrary: damaged },
  { weight: 10, arbitrary: noise },
);

describe('any text', () => {
  test('gives a model whose spans all lie inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const span of everySpan(modelOf(text)))
          expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
      }),
      { numRuns: runs(40) },
    );
  });

  test('gives a model that can be written as an outline', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(outlineText(modelOf(text))).toMatch(/^kind /);
      }),
      { numRuns: runs(25) },
    );
  });

  test('has spans that slice to what they claim', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expectSlices(modelOf(text));
      }),
      { numRuns: runs(40) },
    );
  });

  test('reads the same with Windows line endings', () => {
    fc.assert(
      fc.property(composed, (text) => {
        const unix = text.replace(/\r\n?/g, '\n');
        const windows = unix.replace(/\n/g, '\r\n');
        // lines and columns do not know how lines end
        expect(outlineText(modelOf(windows)).replace(/\\r/g, '')).toBe(outlineText(modelOf(unix)));
      }),
      { numRuns: runs(25) },
    );
  });
});

describe('reading section by section', () => {
  test('gives the blocks that reading the whole text gives', () => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 12, arbitrary: composed }, { weight: 1, arbitrary: damaged }),
        (text) => {
          fc.pre(maskNestedFences(text) === text);
          expect(comparable(text, parseBlocks(text))).toEqual(comparable(text, parseWithRemark(text)));
        },
      ),
      { numRuns: runs(40) },
    );
  });

  test('gives places in the document, whatever stands before', () => {
    const head = '---\ntitle: a\n---\n';
    fc.assert(
      fc.property(composed, (text) => {
        const shifted = spansOf(parseBlocks(head + text, head.length));
        const plain = spansOf(parseBlocks(text));
        expect(shifted.map(({ start }) => start - head.length)).toEqual(plain.map(({ start }) => start));
      }),
      { numRuns: runs(25) },
    );
  });
});
