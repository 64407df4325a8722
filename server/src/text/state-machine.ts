/**
 * Follows a pattern through a text in all its ways at once, so that matching takes time in proportion to the text times
 * the points of the pattern, whatever the pattern is. Knows no notation.
 */

/** A point in a pattern: what it takes next and where it goes on, or several points at once. */
export type State =
  | { readonly takes: (character: string) => boolean; readonly next: State }
  | { readonly also: State[] }
  | typeof accepted;

/** The end of a pattern. */
export const accepted = { accepts: true } as const;

/** Any number of characters of a sort, then `next`. */
export function repeated(takes: (character: string) => boolean, next: State): State {
  const fork: State = { also: [next] };
  fork.also.push({ takes, next: fork });
  return fork;
}

/** Whether a pattern takes a whole text. */
export function runs(start: State, text: string): boolean {
  let points = new Set<State>();
  enter(start, points);
  for (const character of text) {
    const following = new Set<State>();
    for (const point of points) {
      if ('takes' in point && point.takes(character)) enter(point.next, following);
    }
    if (following.size === 0) return false;
    points = following;
  }
  return points.has(accepted);
}

function enter(state: State, into: Set<State>): void {
  if (into.has(state)) return;
  into.add(state);
  if ('also' in state) for (const other of state.also) enter(other, into);
}
