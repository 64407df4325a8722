/** Where a text holds some mark at all, so that a close look is spent on those stretches only. */
import type { PlacedPiece } from './pieces';
import { firstFrom, type Span } from './span';

/**
 * Tells of a stretch of a text whether the pattern begins in it. `pattern` has the flag `g`; a piece is searched once, when
 * a stretch in it is asked for. See `placesOf` for what the pattern may look at.
 */
export function sightingsOf(pattern: RegExp): (pieces: readonly PlacedPiece[]) => (span: Span) => boolean {
  return (pieces) => {
    let index = -1;
    let from = 0;
    let to = 0;
    let places: readonly number[] = [];
    // stretches are mostly asked for in order: the next place is the one of before or one of the next few
    let at = 0;
    const moveTo = (start: number): void => {
      index = Math.max(0, firstFrom(pieces, start + 1, (placed) => placed.start) - 1);
      from = pieces[index]?.start ?? 0;
      to = pieces[index + 1]?.start ?? Infinity;
      places = pieces[index]?.piece.placesOf(pattern) ?? [];
      at = 0;
    };
    return ({ start, end }) => {
      if (index < 0 || start < from || start >= to) moveTo(start);
      const offset = start - from;
      const last = at + nearby;
      if ((places[at - 1] ?? -1) >= offset) at = firstFrom(places, offset, (place) => place);
      while (at < last && (places[at] ?? offset) < offset) at++;
      if ((places[at] ?? offset) < offset) at = firstFrom(places, offset, (place) => place);
      const next = places[at];
      if (next !== undefined) return from + next < end;
      for (let behind = index + 1; behind < pieces.length; behind++) {
        const placed = pieces[behind];
        if (placed === undefined || placed.start >= end) return false;
        const [first] = placed.piece.placesOf(pattern);
        if (first !== undefined) return placed.start + first < end;
      }
      return false;
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
