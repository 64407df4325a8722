/**
 * Words that summaries keep, stored once and apart from the text that they come from: an id is named in many documents,
 * and a piece of a text keeps the whole text in memory.
 */
import { keyOf, type Identifier } from '../model/identifier';

/** Ids and words that are stored before all are forgotten, which costs nothing but memory. */
const mostWords = 50_000;

export interface SharedId {
  readonly key: string;
  readonly id: Identifier;
}

const ids = new Map<string, SharedId>();
const words = new Map<string, string>();

/** An identifier as written with its key, the same objects for the same words. */
export function sharedId(id: Identifier): SharedId {
  const known = ids.get(id.text);
  if (known?.id.prefix === id.prefix && known.id.number === id.number) return known;
  if (ids.size >= mostWords) ids.clear();
  const text = ownText(id.text);
  const shared = { key: ownText(keyOf(id)), id: { ...id, text } };
  ids.set(text, shared);
  return shared;
}

/** A word of a small vocabulary, as a field's name. */
export function sharedText(text: string): string {
  const known = words.get(text);
  if (known !== undefined) return known;
  if (words.size >= mostWords) words.clear();
  const own = ownText(text);
  words.set(own, own);
  return own;
}

/** The same words in memory of their own: engines store a longer slice as a view of the whole text. */
export function ownText(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
