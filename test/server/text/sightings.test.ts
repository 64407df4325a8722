import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onePiece } from '../../../server/src/text/pieces';
import { sightingsOf } from '../../../server/src/text/sightings';

it('tells whether a pattern begins in a stretch, whatever was asked before', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 60 });
  const stretches = fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(text, stretches, (words, asked) => {
      const isSighted = sightingsOf(/ab/g)(onePiece(words));
      const places = Array.from(words.matchAll(/ab/g), ({ index }) => index);
      for (const [start, length] of asked)
        expect(isSighted({ start, end: start + length })).toBe(
          places.some((place) => start <= place && place < start + length),
        );
    }),
  );
});
