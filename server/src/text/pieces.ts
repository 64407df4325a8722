/**
 * A text in pieces: what is a function of a piece's text alone is worked out once, and an edit costs the piece that it
 * is in. Knows neither Markdown nor where the cuts are.
 */
import { rememberOf } from './remember';

/** A stretch of lines. The same text is the same object while it is remembered, so that findings can hang on it. */
export interface Piece {
  readonly text: string;
}

/** A piece where it stands; the same object as in the text before when it has not moved. */
export interface PlacedPiece {
  /** Offset of its first character in the whole text. */
  readonly start: number;
  readonly piece: Piece;
}

/** A text in one piece, which nothing is to remember. */
export function onePiece(text: string): readonly PlacedPiece[] {
  return [{ start: 0, piece: { text } }];
}

/**
 * Where a pattern begins in a text, as offsets in order, searched for piece by piece. `pattern` has the flag `g` and
 * must not see across a cut: neither match beyond a line's end nor look further than the white space around it.
 */
export function placesOf(pattern: RegExp): (pieces: readonly PlacedPiece[]) => readonly number[] {
  const within = rememberOf(({ text }: Piece): readonly number[] => {
    const places: number[] = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) places.push(match.index);
    return places.length === 0 ? none : places;
  });
  return (pieces) => {
    const places: number[] = [];
    for (const { start, piece } of pieces) for (const place of within(piece)) places.push(start + place);
    return places;
  };
}

const none: readonly number[] = [];
