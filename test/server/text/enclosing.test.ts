import fc from 'fast-check';
import { expect, it } from 'vitest';
import { enclosingFinder } from '../../../server/src/text/enclosing';
import { encloses } from '../../../server/src/text/span';

const spans = fc.tuple(fc.nat(30), fc.nat(30)).map(([start, length]) => ({ start, end: start + length }));

it('finds the last item that encloses a span, whether items nest or overlap', () => {
  fc.assert(
    fc.property(fc.array(spans), spans, (found, asked) => {
      const items = found.sort((a, b) => a.start - b.start).map((span) => ({ span }));
      const expected = items.findLast(({ span }) => encloses(span, asked));
      expect(enclosingFinder(items)(asked)).toBe(expected);
    }),
  );
});
