/**
 * Phrases to find in prose. Each is written around words that it surely holds, so that one source gives both what is
 * found and, in a long text, where it is worth looking.
 */
import type { PlacedPiece } from './pieces';
import { hintsOf } from './sightings';
import type { Span } from './span';

/** What goes on a word, in the languages that have blanks between theirs. */
const inWords = '\\p{Script=Latin}\\p{N}_';

/** The sources of three patterns: what every form of the phrase holds, and what may or must stand around it. */
export interface Phrase {
  readonly before?: string;
  readonly holds: string;
  readonly after?: string;
}

export class Phrases {
  readonly #pattern: RegExp;
  /** Tells of a stretch of a text whether it may hold a phrase; each piece of a long text is searched once. */
  readonly hintsIn: (pieces: readonly PlacedPiece[]) => (span: Span) => boolean;

  /** In the order in which they are tried at one place. */
  constructor(phrases: readonly Phrase[]) {
    const whole = phrases.map(({ before = '', holds, after = '' }) => `${before}(?:${holds})${after}`);
    this.#pattern = new RegExp(`(?<![${inWords}])(?:${whole.join('|')})(?![${inWords}])`, 'iu');
    this.hintsIn = hintsOf(new RegExp(phrases.map(({ holds }) => holds).join('|'), 'gi'));
  }

  /** The first phrase in some words, whole words only, in any case; null without one. */
  first(words: string): { readonly index: number; readonly length: number } | null {
    const match = this.#pattern.exec(words);
    return match === null ? null : { index: match.index, length: match[0].length };
  }
}
