import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onePiece, Piece, type PlacedPiece } from '../../../server/src/text/pieces';
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

it('tells the same of a text in pieces', () => {
  const lines = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 9 }), { maxLength: 8 });
  const stretches = fc.array(fc.tuple(fc.nat(60), fc.nat(40)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lines, stretches, (texts, asked) => {
      const pieces: PlacedPiece[] = [];
      let length = 0;
      for (const line of texts) {
        pieces.push({ start: length, piece: new Piece(`${line}\n`) });
        length += line.length + 1;
      }
      const [inPieces, inOne] = [pieces, onePiece(texts.map((line) => `${line}\n`).join(''))].map(
        sightingsOf(/ab/g),
      );
      for (const [start, reach] of asked)
        expect(inPieces?.({ start, end: start + reach })).toBe(inOne?.({ start, end: start + reach }));
    }),
  );
});
