/**
 * A text in pieces: what is a function of a piece's text alone is worked out once, and an edit costs the piece that it
 * is in. Knows neither Markdown nor where the cuts are.
 */
/** A stretch of lines. The same text is the same object while it is remembered, so that findings can hang on it. */
export class Piece {
  readonly text: string;
  /** Where patterns begin in it. */
  readonly #places = new Map<RegExp, readonly number[]>();

  constructor(text: string) {
    this.text = text;
  }

  /** The offsets at which a pattern with the flag `g` begins, found once for each object that is a pattern. */
  placesOf(pattern: RegExp): readonly number[] {
    const known = this.#places.get(pattern);
    if (known !== undefined) return known;
    const places = placesIn(this.text, pattern);
    this.#places.set(pattern, places);
    return places;
  }
}

function placesIn(text: string, pattern: RegExp): readonly number[] {
  const places: number[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) places.push(match.index);
  return places.length === 0 ? none : places;
}

const none: readonly number[] = [];

/** A piece where it stands; the same object as in the text before when it has not moved. */
export interface PlacedPiece {
  /** Offset of its first character in the whole text. */
  readonly start: number;
  readonly piece: Piece;
}

/** A text in one piece, which nothing is to remember. */
export function onePiece(text: string): readonly PlacedPiece[] {
  return [{ start: 0, piece: new Piece(text) }];
}

/**
 * Where a pattern begins in a text, as offsets in order, searched for piece by piece. `pattern` has the flag `g` and
 * must not see across a cut: neither match beyond a line's end nor look further than the white space around it.
 */
export function placesOf(pattern: RegExp): (pieces: readonly PlacedPiece[]) => readonly number[] {
  return (pieces) => {
    const [first] = pieces;
    if (first?.start === 0 && pieces.length === 1) return first.piece.placesOf(pattern);
    const places: number[] = [];
    for (const { start, piece } of pieces)
      for (const place of piece.placesOf(pattern)) places.push(start + place);
    return places;
  };
}
