/**
 * The pieces of the texts that a parser read: cuts a text into pieces that can be read alone, and knows those of before
 * again, so that an edit leaves all others as they were. What was found out about a piece hangs on it, so that all of it
 * goes with the piece.
 */
import { detached } from '../../text/detached';
import type { LineIndex } from '../../text/line-index';
import { Piece, type PlacedPiece } from '../../text/pieces';
import { cutsOf } from './cuts';

/** The text that was cut last and its pieces: most texts are that one but for an edit. */
interface CutText {
  /** In characters. */
  readonly length: number;
  readonly pieces: readonly PlacedPiece[];
}

const nothing: CutText = { length: 0, pieces: [] };

export class PieceMemory {
  readonly #budget: number;
  #recent = new Map<string, Piece>();
  #older: ReadonlyMap<string, Piece> = new Map();
  /** Characters of the recent pieces. */
  #size = 0;
  #before = nothing;

  /**
   * `budget`: characters of pieces after which the older half of what is known is forgotten. The pieces of a longer text
   * are known all the same until others come.
   */
  constructor(budget: number) {
    this.#budget = budget;
  }

  /** The pieces of a text in order, cut at `from`, the start of a line, and from there on wherever it can be. */
  cut(text: string, lines: LineIndex, from: number): readonly PlacedPiece[] {
    const budget = Math.max(this.#budget, text.length);
    const cuts = cutsOf(text, lines, from);
    if (from > 0) cuts.unshift(0);
    const inFront = new PiecesFrom(this.#before.pieces, 0);
    const behind = new PiecesFrom(this.#before.pieces, text.length - this.#before.length);
    const pieces: PlacedPiece[] = [];
    for (let index = 0; index < cuts.length; index++) {
      const start = cuts[index] ?? 0;
      const words = text.slice(start, cuts[index + 1] ?? text.length);
      const same = inFront.at(start);
      const shifted = behind.at(start);
      if (same?.piece.text === words) pieces.push(same);
      else if (shifted?.piece.text === words) pieces.push({ start, piece: shifted.piece });
      else pieces.push({ start, piece: this.#pieceOf(words, budget) });
    }
    this.#before = { length: text.length, pieces };
    return pieces;
  }

  /** Forgets all pieces but some, as those of documents that are open. */
  forget(but: Iterable<Piece> = []): void {
    this.#recent = new Map(Array.from(but, (piece) => [piece.text, piece]));
    this.#older = new Map();
    this.#size = 0;
    for (const text of this.#recent.keys()) this.#size += text.length;
    this.#before = nothing;
  }

  /** The piece with a text: the object of before while it is remembered. */
  #pieceOf(text: string, budget: number): Piece {
    const known = this.#recent.get(text);
    if (known !== undefined) return known;
    const piece = this.#older.get(text) ?? new Piece(detached(text));
    if (this.#size + text.length > budget) {
      this.#older = this.#recent;
      this.#recent = new Map();
      this.#size = 0;
    }
    this.#recent.set(piece.text, piece);
    this.#size += text.length;
    return piece;
  }
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
