import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onePiece } from '../../../server/src/text/pieces';
import { sightingsOf } from '../../../server/src/text/sightings';

it('tells whether a pattern begins in a stretch', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 20 });
  fc.assert(
    fc.property(text, fc.nat(20), fc.nat(20), (words, start, length) => {
      const sighted = sightingsOf(/ab/g)(onePiece(words))({ start, end: start + length });
      const places = Array.from(words.matchAll(/ab/g), ({ index }) => index);
      expect(sighted).toBe(places.some((place) => start <= place && place < start + length));
    }),
  );
});
