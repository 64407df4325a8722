import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeSnippet, toPlainText } from '../../../server/src/templates/expand-template';
import { firstStops, shiftStops } from '../../../server/src/templates/snippet-stops';

const texts = fc.string({
  unit: fc.constantFrom(
    '$',
    '{',
    '}',
    '\\',
    '|',
    ',',
    '1',
    ':',
    '[',
    ']',
    'a b',
    '(',
    ' ',
    '\n',
    'YYYY-MM-DD',
  ),
});

describe('shiftStops', () => {
  it('changes numbers alone', () => {
    expect(shiftStops('${1:a 1} \\${1} ${2|b,c|} $2', 10)).toBe('${11:a 1} \\${1} ${12|b,c|} $12');
  });
});

describe('firstStops', () => {
  it('keeps the first in the order in which they stand, and selects the next one last', () => {
    expect(firstStops('${7:a} ${2:b} ${7:a} ${3|c,d|} ${4:e\\}} ${5:f}', 2)).toBe(
      '${1:a} ${2:b} ${1:a} ${0:c} e\\} f',
    );
  });

  it('shows the same text', () => {
    const snippets = fc
      .array(fc.tuple(texts, texts), { maxLength: 6 })
      .map((parts) =>
        parts
          .map(
            ([text, stop], index) => `${escapeSnippet(text)}\${${String(index + 1)}:${escapeSnippet(stop)}}`,
          )
          .join(''),
      );
    fc.assert(
      fc.property(snippets, fc.nat(4), (snippet, most) => {
        expect(toPlainText(firstStops(snippet, most))).toBe(toPlainText(snippet));
      }),
    );
  });
});
