/** Where a text holds some mark at all, so that a close look is spent on those stretches only. */
import type { PlacedPiece } from './pieces';
import { firstFrom, type Span } from './span';

/**
 * Tells of a stretch of a text whether the pattern begins in it. `pattern` has the flag `g`; a piece is searched once, when
 * a stretch in it is asked for. See `placesOf` for what the pattern may look at.
 */
export function sightingsOf(pattern: RegExp): (pieces: readonly PlacedPiece[]) => (span: Span) => boolean {
  return (pieces) => {
    // stretches are mostly asked for in order: what the one before was in holds the next one too
    let first = 0;
    return ({ start, end }) => {
      if (start < (pieces[first]?.start ?? 0) || start >= (pieces[first + 1]?.start ?? Infinity))
        first = Math.max(0, firstFrom(pieces, start + 1, (placed) => placed.start) - 1);
      for (let index = first; index < pieces.length; index++) {
        const placed = pieces[index];
        if (placed === undefined || placed.start >= end) return false;
        const places = placed.piece.placesOf(pattern);
        const place = places[firstFrom(places, start - placed.start, (at) => at)];
        if (place !== undefined) return placed.start + place < end;
      }
      return false;
    };
  };
}

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
