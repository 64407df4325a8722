/**
 * Words that the summaries of one workspace keep, stored once and apart from the text that they come from: an id is named
 * in many documents, and a piece of a text keeps the whole text in memory.
 */
import { keyOf, type Identifier } from '../model/identifier';
import { detached } from '../text/detached';

/** Ids that are stored before all are forgotten, and as many words; that costs nothing but memory. */
const mostWords = 50_000;

export interface SharedId {
  readonly key: string;
  readonly id: Identifier;
}

export class SharedWords {
  readonly #ids = new Map<string, SharedId>();
  readonly #words = new Map<string, string>();

  /** An identifier as written with its key, the same objects for the same words. */
  id(id: Identifier): SharedId {
    const known = this.#ids.get(id.text);
    if (known?.id.prefix === id.prefix && known.id.number === id.number) return known;
    if (this.#ids.size >= mostWords) this.#ids.clear();
    const text = ownText(id.text);
    const shared = { key: ownText(keyOf(id)), id: { ...id, text } };
    this.#ids.set(text, shared);
    return shared;
  }

  /** A word of a small vocabulary, as a field's name. */
  text(text: string): string {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    if (this.#words.size >= mostWords) this.#words.clear();
    const own = ownText(text);
    this.#words.set(own, own);
    return own;
  }

  /** Forgets all: summaries that are made from now on share nothing with those that there are. */
  forget(): void {
    this.#ids.clear();
    this.#words.clear();
  }
}

/** The same words in memory of their own: engines store a longer slice as a view of the whole text. */
export function ownText(text: string): string {
  return text.length < 13 ? text : detached(text);
}
