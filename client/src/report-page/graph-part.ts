/** Which part of a graph is drawn. Knows nothing of drawing. */
import type { EntryGraph } from '../../../protocol/src/overview.js';

/** Above so many entries a drawing is no help any more, and its layout takes long. */
export const mostDrawn = 120;

/** How far around an entry the drawing goes. */
const steps = 2;

/** Indexes of the nodes to draw: around the node `focus`, or all where it is undefined; at most {@link mostDrawn}, nearest first. */
export function partOf({ nodes, edges }: EntryGraph, focus: number | undefined): readonly number[] {
  if (focus === undefined) return [...nodes.keys()].slice(0, mostDrawn);
  const neighbours = new Map<number, number[]>();
  const connect = (from: number, to: number): void => {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
  };
  for (const [from, to] of edges) {
    connect(from, to);
    connect(to, from);
  }
  const found = new Set([focus]);
  let last: readonly number[] = [focus];
  for (let step = 0; step < steps; step++) {
    last = last.flatMap((node) => neighbours.get(node) ?? []).filter((node) => !found.has(node));
    for (const node of last) if (found.size < mostDrawn) found.add(node);
  }
  return [...found].sort((a, b) => a - b);
}

/** The node that most others lead to or come from: where to begin when not all can be drawn. */
export function busiestOf({ nodes, edges }: EntryGraph): number {
  const counts = nodes.map(() => 0);
  for (const end of edges.flat()) counts[end] = (counts[end] ?? 0) + 1;
  return counts.indexOf(Math.max(0, ...counts));
}

export type Direction = 'left' | 'right' | 'up' | 'down';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The nearest of the points in a direction from one of them; undefined at the edge. Ways aside count double. */
export function nextInDirection(
  points: readonly Point[],
  from: number,
  direction: Direction,
): number | undefined {
  const start = points[from];
  if (start === undefined) return undefined;
  let best: number | undefined;
  let least = Infinity;
  points.forEach(({ x, y }, index) => {
    const [dx, dy] = [x - start.x, y - start.y];
    const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction];
    const aside = direction === 'left' || direction === 'right' ? Math.abs(dy) : Math.abs(dx);
    if (ahead <= 0 || ahead + 2 * aside >= least) return;
    least = ahead + 2 * aside;
    best = index;
  });
  return best;
}
