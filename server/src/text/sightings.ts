/** Where a text holds some mark at all, so that a close look is spent on those stretches only. */
import { placesOf, type PlacedPiece } from './pieces';
import { firstFrom, type Span } from './span';

/**
 * Tells of a stretch of a text whether the pattern begins in it. `pattern` has the flag `g`; each piece is searched
 * once. See {@link placesOf} for what the pattern may look at.
 */
export function sightingsOf(pattern: RegExp): (pieces: readonly PlacedPiece[]) => (span: Span) => boolean {
  const placesIn = placesOf(pattern);
  return (pieces) => {
    const places = placesIn(pieces);
    return ({ start, end }) => {
      const next = places[firstFrom(places, start, (place) => place)];
      return next !== undefined && next < end;
    };
  };
}
