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
  /** From where on it was cut. */
  readonly from: number;
  readonly pieces: readonly PlacedPiece[];
}

const nothing: CutText = { length: 0, from: 0, pieces: [] };

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
    const kept = new KeptPieces(this.#before, text, from);
    const cuts = cutsOf(text, lines, kept.end, (cut) => kept.goesOnFrom(cut));
    if (kept.isWhole) cuts.pop();
    if (from > 0 && kept.front.length === 0) cuts.unshift(0);
    const inFront = new PiecesFrom(this.#before.pieces, 0);
    const behind = new PiecesFrom(this.#before.pieces, text.length - this.#before.length);
    const pieces = [...kept.front];
    const end = kept.isWhole ? kept.start : text.length;
    for (let index = 0; index < cuts.length; index++) {
      const start = cuts[index] ?? 0;
      const words = text.slice(start, cuts[index + 1] ?? end);
      const same = inFront.at(start);
      const shifted = behind.at(start);
      if (same?.piece.text === words) pieces.push(same);
      else if (shifted?.piece.text === words) pieces.push({ start, piece: shifted.piece });
      else pieces.push({ start, piece: this.#pieceOf(words, budget) });
    }
    kept.addBehind(pieces);
    this.#before = { length: text.length, from, pieces };
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

/** The pieces of the text that was cut before which an edit leaves as they were, in front of it and behind it. */
class KeptPieces {
  /** Those in front. What begins behind the last one that is as before says where that ends, so it is not among them. */
  readonly front: readonly PlacedPiece[];
  /** Where these end, and is to be cut from. */
  readonly end: number;
  /** Whether a cut has been found from which on the pieces are those of before. */
  isWhole = false;
  /** The offset of that cut. */
  start = 0;
  readonly #pieces: readonly PlacedPiece[];
  readonly #by: number;
  /** The first piece that may be the next one behind the edit. */
  #next: number;

  constructor(before: CutText, text: string, from: number) {
    const pieces = before.from === from ? before.pieces : [];
    this.#pieces = pieces;
    this.#by = text.length - before.length;
    // the last one may end in the middle of a line, and so go on
    let same = 0;
    while (same < pieces.length - 1 && stands(text, pieces[same], 0)) same++;
    const last = pieces[same - 1];
    const isBehindTop = last !== undefined && last.start > from;
    this.front = isBehindTop ? pieces.slice(0, same - 1) : [];
    this.end = isBehindTop ? last.start : from;
    this.#next = pieces.length;
    while (this.#next > same && stands(text, pieces[this.#next - 1], this.#by)) this.#next--;
  }

  /** Whether the text goes on from a cut as the text before did; asked in order. */
  goesOnFrom(cut: number): boolean {
    while (this.#startOfNext < cut) this.#next++;
    this.isWhole = this.#startOfNext === cut;
    this.start = cut;
    return this.isWhole;
  }

  /** Adds the pieces from that cut on. */
  addBehind(pieces: PlacedPiece[]): void {
    if (!this.isWhole) return;
    for (let index = this.#next; index < this.#pieces.length; index++) {
      const placed = this.#pieces[index];
      if (placed !== undefined)
        pieces.push(this.#by === 0 ? placed : { start: placed.start + this.#by, piece: placed.piece });
    }
  }

  get #startOfNext(): number {
    return (this.#pieces[this.#next]?.start ?? Infinity) + this.#by;
  }
}

/** Whether a piece stands in a text where it stood, moved by so many characters. */
function stands(text: string, placed: PlacedPiece | undefined, by: number): boolean {
  if (placed === undefined || placed.start + by < 0) return false;
  const start = placed.start + by;
  // `startsWith` takes ten times as long
  return text.slice(start, start + placed.piece.text.length) === placed.piece.text;
}
