import { describe, expect, test } from 'vitest';
import { drawingOf } from '../../../client/src/report-page/graph-layout.js';
import { busiestOf, mostDrawn, nextInDirection, partOf } from '../../../client/src/report-page/graph-part.js';
import type { EntryGraph } from '../../../protocol/src/overview.js';

function graph(count: number, ...edges: (readonly [number, number])[]): EntryGraph {
  const nodes = Array.from({ length: count }, (_, index) => ({
    ...{ id: `RUN-${String(index)}`, title: '', prefix: 'RUN', deprecated: false, place: index },
  }));
  return { nodes, edges };
}

describe('the part that is drawn', () => {
  test('is all of a small graph, and two steps around an entry', () => {
    const line = graph(5, [0, 1], [1, 2], [2, 3], [3, 4]);
    expect(partOf(line, undefined)).toEqual([0, 1, 2, 3, 4]);
    expect(partOf(line, 0)).toEqual([0, 1, 2]);
    expect(partOf(line, 4)).toEqual([2, 3, 4]);
  });

  test('has an end', () => {
    const star = graph(500, ...Array.from({ length: 499 }, (_, at) => [0, at + 1] as const));
    expect(busiestOf(star)).toBe(0);
    expect(partOf(star, 0)).toHaveLength(mostDrawn);
    expect(partOf(star, undefined)).toHaveLength(mostDrawn);
  });
});

test('the layout has a place for every node and edge, and takes circles', () => {
  const circle = graph(3, [0, 1], [1, 2], [2, 0], [1, 1]);
  const drawing = drawingOf(circle, [0, 1, 2]);
  expect(drawing.nodes.map(({ node }) => node)).toEqual([0, 1, 2]);
  expect(drawing.edges.every(({ points }) => points.length > 1)).toBe(true);
  expect(drawing.edges).toHaveLength(3);
  for (const { x, y } of drawing.nodes) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(drawing.width);
    expect(y).toBeLessThan(drawing.height);
  }
});

test('arrow keys lead to the nearest box in their direction', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 100, y: 10 },
    { x: 100, y: -90 },
    { x: 300, y: 0 },
  ];
  expect(nextInDirection(points, 0, 'right')).toBe(1);
  expect(nextInDirection(points, 3, 'left')).toBe(1);
  expect(nextInDirection(points, 1, 'up')).toBe(2);
  expect(nextInDirection(points, 0, 'left')).toBeUndefined();
});
