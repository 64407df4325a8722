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
    // stretches are mostly asked for in order: the next place is the one of before or one of the next few
    let at = 0;
    return ({ start, end }) => {
      const last = at + nearby;
      if ((places[at - 1] ?? -1) >= start) at = firstFrom(places, start, (place) => place);
      while (at < last && (places[at] ?? start) < start) at++;
      if ((places[at] ?? start) < start) at = firstFrom(places, start, (place) => place);
      const next = places[at];
      return next !== undefined && next < end;
    };
  };
}

const nearby = 8;

/**
 * The same where it pays only when a search is remembered: in a document in one piece, which is read once, each
 * stretch may be worth a look.
 */
export function hintsOf(pattern: RegExp): (pieces: readonly PlacedPiece[]) => (span: Span) => boolean {
  const sightedIn = sightingsOf(pattern);
  return (pieces) => (pieces.length === 1 ? () => true : sightedIn(pieces));
}

/**
 * The same for stretches that are little of a text, such as its code: in a document in one piece only they are searched.
 */
export function sparseSightingsOf(
  pattern: RegExp,
): (text: string, pieces: readonly PlacedPiece[]) => (span: Span) => boolean {
  const sightedIn = sightingsOf(pattern);
  return (text, pieces) =>
    pieces.length === 1 ? ({ start, end }) => text.slice(start, end).search(pattern) >= 0 : sightedIn(pieces);
}
