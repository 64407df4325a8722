/**
 * Cuts a text into pieces that can be read alone, and knows those of before again, so that an edit leaves all others
 * as they were.
 */
import type { LineIndex } from '../../text/line-index';
import { Piece, type PlacedPiece } from '../../text/pieces';
import { cutsOf } from './cuts';

/**
 * Characters of pieces that are remembered, over all documents: enough for the document that is edited, and as much as
 * its text where that is longer. The blocks of a piece take some forty bytes for each character.
 */
const usualBudget = 400_000;

let recent = new Map<string, Piece>();
let older: ReadonlyMap<string, Piece> = recent;
let size = 0;

/** The piece with a text: the object of before while it is remembered. */
function pieceOf(text: string, budget: number): Piece {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const piece = older.get(text) ?? new Piece(detached(text));
  if (size + text.length > budget) {
    older = recent;
    recent = new Map();
    size = 0;
  }
  recent.set(piece.text, piece);
  size += text.length;
  return piece;
}

/** The same characters as a string of its own: a slice would keep the whole text that it was cut from. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

/** The text that was cut last and its pieces: most texts are that one but for an edit. */
let before: { readonly length: number; readonly pieces: readonly PlacedPiece[] } = { length: 0, pieces: [] };

/** The pieces of a text in order, cut at `from`, the start of a line, and from there on wherever it can be. */
export function cutPieces(text: string, lines: LineIndex, from: number): readonly PlacedPiece[] {
  const budget = Math.max(usualBudget, text.length);
  const cuts = cutsOf(text, lines, from);
  if (from > 0) cuts.unshift(0);
  const inFront = new PiecesFrom(before.pieces, 0);
  const behind = new PiecesFrom(before.pieces, text.length - before.length);
  const pieces: PlacedPiece[] = [];
  for (let index = 0; index < cuts.length; index++) {
    const start = cuts[index] ?? 0;
    const words = text.slice(start, cuts[index + 1] ?? text.length);
    const same = inFront.at(start);
    const shifted = behind.at(start);
    if (same?.piece.text === words) pieces.push(same);
    else if (shifted?.piece.text === words) pieces.push({ start, piece: shifted.piece });
    else pieces.push({ start, piece: pieceOf(words, budget) });
  }
  before = { length: text.length, pieces };
  return pieces;
}

/** Finds the piece that stood at an offset before an edit in front of it made the text longer by `by`; asked in order. */
class PiecesFrom {
  readonly #pieces: readonly PlacedPiece[];
  readonly #by: number;
  #next = 0;

  constructor(pieces: readonly PlacedPiece[], by: number) {
    this.#pieces = pieces;
    this.#by = by;
  }

  at(start: number): PlacedPiece | undefined {
    for (; ; this.#next++) {
      const piece = this.#pieces[this.#next];
      if (piece === undefined || piece.start + this.#by > start) return undefined;
      if (piece.start + this.#by === start) return piece;
    }
  }
}
