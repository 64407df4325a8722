/**
 * Lists that are too long to be sent with every keystroke: the first items are, and the client asks again when more is
 * typed. Knows how typed letters are looked for, nothing of what is offered.
 */
import { groupBy } from '../../text/group-by';

/** So many items are sent; a person reads a dozen before typing on. */
export const mostItems = 200;

/**
 * The first of the candidates, in the order of their groups (lower first) and of `compare` within a group; all of them,
 * as they are, where they are few enough.
 */
export function firstItems<T>(
  candidates: readonly T[],
  groupOf: (candidate: T) => number,
  compare: (a: T, b: T) => number,
): readonly T[] {
  if (candidates.length <= mostItems) return candidates;
  const first: T[] = [];
  for (const [, group] of [...groupBy(candidates, groupOf)].sort(([a], [b]) => a - b)) {
    // groups behind the last item need no order
    for (const candidate of group.sort(compare)) {
      if (first.length === mostItems) return first;
      first.push(candidate);
    }
  }
  return first;
}

/** Whether the letters of `wanted` occur in `text` in this order, as editors filter; both are in lower case. */
export function holdsLetters(text: string, wanted: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
