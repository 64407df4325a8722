import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlineText } from '../../../server/src/features/outline-text';
import type { Block } from '../../../server/src/model/markdown';
import type { Runbook } from '../../../server/src/model/runbook';
import { maskNestedFences } from '../../../server/src/parsing/markdown/fences';
import { parseBlocks } from '../../../server/src/parsing/markdown/parse-blocks';
import { parseWithRemark } from '../../../server/src/parsing/markdown/remark-engine';
import { encloses, type Span } from '../../../server/src/text/span';
import { modelOf } from '../../support/read-model';
import { composed, damaged, noise } from '../../support/runbook-texts';

const anyText = fc.oneof(
  { weight: 10, arbitrary: composed },
  { weight: 1, arbitrary: damaged },
  { weight: 10, arbitrary: noise },
);

/** All spans of a value, however deep. */
function spansOf(value: unknown, found: Span[] = []): Span[] {
  if (typeof value !== 'object' || value === null) return found;
  const record = value as Readonly<Record<string, unknown>>;
  const { start, end } = record;
  if (typeof start === 'number' && typeof end === 'number') found.push({ start, end });
  for (const inner of Object.values(record)) spansOf(inner, found);
  return found;
}

function everySpan({ lines, ...rest }: Runbook): Span[] {
  expect(lines.count).toBeGreaterThan(0);
  return spansOf(rest);
}

describe('any text', () => {
  test('gives a model whose spans all lie inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const span of everySpan(modelOf(text)))
          expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('gives a model that can be written as an outline', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(outlineText(modelOf(text))).toMatch(/^kind /);
      }),
      { numRuns: 25 },
    );
  });

  test('has spans that slice to what they claim', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const model = modelOf(text);
        const words = ({ start, end }: Span): string => text.slice(start, end);
        for (const { id, idSpan, form, headingSpan, span } of model.entries) {
          if (form !== 'file-name') expect(words(idSpan)).toBe(id.text);
          expect(encloses(headingSpan, idSpan)).toBe(true);
          expect(encloses(span, headingSpan)).toBe(true);
        }
        for (const { id, span, link } of model.mentions) {
          if (id === null) continue;
          const shown = words(span).toUpperCase();
          expect([id.text.toUpperCase(), String(id.number).padStart(shown.length, '0')]).toContain(
            link === null ? shown : decodeURIComponent(shown),
          );
        }
        for (const { name, nameSpan, value, span, carrier } of model.labels) {
          // a table's name cell may hold markup, which the name leaves out
          if (carrier !== 'table') expect(words(nameSpan)).toBe(name);
          if (value !== null) expect(encloses(value.span, value.token)).toBe(true);
          expect(span.start <= nameSpan.start).toBe(true);
        }
        for (const { titleSpan, number, explicitId } of model.headings) {
          if (number !== null)
            expect(
              words(titleSpan)
                .replace(/^[*_`~[\\]+/, '')
                .startsWith(number),
            ).toBe(true);
          if (explicitId !== null) expect(words(titleSpan)).not.toContain(`{#${explicitId}}`);
        }
        for (const { steps } of model.procedures) {
          for (const { number, numberSpan, item, span, titleSpan } of steps) {
            if (item === null) expect(words(numberSpan)).toBe(number);
            expect(span.start <= titleSpan.start && titleSpan.end <= Math.max(span.end, titleSpan.end)).toBe(
              true,
            );
          }
        }
        for (const { box } of model.phases.flatMap(({ criteria }) => criteria))
          if (box !== null) expect(words(box.span)).toMatch(/^\[[ xX]\]$/);
        for (const { boxes } of model.tables)
          for (const { span } of boxes) expect(words(span)).toMatch(/^\[[ xX]\]$/);
        for (const { key, span, label } of model.phases.flatMap(({ dependsOn }) => dependsOn))
          expect(key === label || words(span).length > 0).toBe(true);
        for (const { fragment, fragmentSpan } of model.links)
          if (fragment !== null) expect(text.charAt(fragmentSpan.start - 1)).toBe('#');
        for (const comment of model.comments) expect(words(comment).startsWith('<!--')).toBe(true);
      }),
      { numRuns: 40 },
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
      { numRuns: 25 },
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
      { numRuns: 40 },
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
      { numRuns: 25 },
    );
  });
});

/**
 * Without fences in fences, which are read by lines and not by the Markdown parser, and without white space at the
 * end of blocks that nothing closed: where it ends depends on what follows.
 */
function comparable(text: string, blocks: readonly Block[]): unknown {
  return JSON.parse(
    JSON.stringify(blocks, (key, value: unknown) => {
      if (key === 'nested') return [];
      if (key === 'end' && typeof value === 'number') return text.slice(0, value).trimEnd().length;
      return value;
    }),
  );
}
