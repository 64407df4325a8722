/**
 * A parser that remembers what it read, so that a keystroke in a long document costs the passage that it is in. What it
 * remembers is its own: the models of one parser are those of any other. Its owner says how much it may keep and when
 * all of that goes.
 */
import type { Runbook } from '../model/runbook';
import type { Piece } from '../text/pieces';
import { PieceMemory } from './markdown/piece-memory';
import { parseRunbook, type ParseOptions } from './parse-runbook';
import { PassageMemory } from './passages';
import { ProcedureMemory } from './procedure-memory';

/**
 * Characters of text whose passages are kept at hand: enough for the document that is edited. Their blocks take some
 * forty bytes for each character.
 */
export const usualParserBudget = 400_000;

export class DocumentParser {
  readonly #pieces: PieceMemory;
  readonly #passages = new PassageMemory();
  readonly #procedures = new ProcedureMemory();

  /**
   * `budget`: characters of text whose passages are kept at hand. At most twice as many are kept, or twice the longest
   * text where that is longer. Short documents are mostly read in one piece, of which nothing is kept.
   */
  constructor(budget = usualParserBudget) {
    this.#pieces = new PieceMemory(budget);
  }

  /** The model of a document, whatever was read before. Never throws. */
  parse(text: string, options: ParseOptions): Runbook {
    return parseRunbook(text, options, {
      pieces: this.#pieces,
      passages: this.#passages,
      procedures: this.#procedures,
    });
  }

  /**
   * Forgets all but the passages of models that stay in use, which keep them anyway, until these are more than the budget.
   * What is forgotten is read anew when it comes again.
   */
  forget(inUse: Iterable<Runbook> = []): void {
    this.#pieces.forget(piecesOf(inUse));
    this.#passages.forget();
    this.#procedures.forget();
  }
}

/** The pieces of models. Those of documents in one piece are not asked for again. */
function* piecesOf(runbooks: Iterable<Runbook>): Iterable<Piece> {
  for (const { pieces } of runbooks) if (pieces.length > 1) for (const { piece } of pieces) yield piece;
}
