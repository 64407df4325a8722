/**
 * Cuts a text into pieces that can be read alone, and knows those of before again, so that an edit leaves all others
 * as they were.
 */
import type { LineIndex } from '../../text/line-index';
import type { Piece, PlacedPiece } from '../../text/pieces';
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
  const piece = older.get(text) ?? { text: detached(text) };
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

let before: readonly PlacedPiece[] = [];

/** The pieces of a text in order, cut at `from`, the start of a line, and from there on wherever it can be. */
export function cutPieces(text: string, lines: LineIndex, from: number): readonly PlacedPiece[] {
  const budget = Math.max(usualBudget, text.length);
  const cuts = cutsOf(text, lines, from);
  if (from > 0) cuts.unshift(0);
  let next = 0;
  const pieces = cuts.map((start, index): PlacedPiece => {
    const piece = pieceOf(text.slice(start, cuts[index + 1] ?? text.length), budget);
    while (next < before.length && (before[next]?.start ?? start) < start) next++;
    const placed = before[next];
    return placed?.start === start && placed.piece === piece ? placed : { start, piece };
  });
  before = pieces;
  return pieces;
}
