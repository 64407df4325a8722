/**
 * Remembers what was worked out before: of short words that come again and again, and once of each object.
 *
 * The answers for words live as long as the process, apart from any parser: they are those of functions that look at
 * nothing but the words, so they say nothing of the document in which the words stood, and each function keeps a bounded
 * number. An owner would have to be handed to all who ask what a name means: rules, features, and every reader of the
 * parser. The answers about an object go with the object, whatever owns that.
 */
import { detached } from './detached';

/** How many answers are kept; a workspace has some hundred names of sections, labels and columns. */
const limit = 4096;
/** Longer words hardly come twice, but for the unchanged ones of a document that is being written. */
const usualLength = 80;

type Answer = object | string | number | boolean | null;

/**
 * `read`, with its answers for short words kept, over all documents.
 * @param longest UTF-16 units of the longest words whose answers are kept: more where `read` takes long for each of them.
 */
export function rememberWords<T extends Answer>(
  read: (words: string) => T,
  longest = usualLength,
): (words: string) => T {
  const known = new Map<string, T>();
  return (words) => {
    if (words.length > longest) return read(words);
    const before = known.get(words);
    if (before !== undefined) return before;
    // an answer may hold parts of the words, which would keep the text that these were cut from
    const own = detached(words);
    const answer = read(own);
    if (known.size >= limit) known.clear();
    known.set(own, answer);
    return answer;
  };
}

/** `read`, asked once of each object, whose answer lives as long as the object does. */
export function rememberOf<K extends object, T extends Answer>(read: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, T>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const answer = read(of);
    known.set(of, answer);
    return answer;
  };
}
