/** Where the nodes and edges of a drawing are. The only file that knows the library that lays graphs out. */
import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre';
import type { EntryGraph } from '../../../protocol/src/overview.js';

/** What a node takes in the drawing. */
export const nodeSize = { width: 210, height: 42 };

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface DrawnEdge {
  /** Indexes of drawn nodes. */
  readonly from: number;
  readonly to: number;
  readonly points: readonly Point[];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Index of the node in the graph, and its middle. */
  readonly nodes: readonly (Point & { readonly node: number })[];
  readonly edges: readonly DrawnEdge[];
}

const margin = 12;

/** Lays out some nodes of a graph, given by index, with the edges between them: from left to right. */
export function drawingOf({ edges }: EntryGraph, part: readonly number[]): Drawing {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 70, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  const drawnAt = new Map(part.map((node, index) => [node, index]));
  for (const node of part) graph.setNode(String(node), { ...nodeSize });
  const drawn = edges.filter(([from, to]) => from !== to && drawnAt.has(from) && drawnAt.has(to));
  for (const [from, to] of drawn) graph.setEdge(String(from), String(to), {});
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: part.map((node) => {
      const { x = 0, y = 0 } = graph.node(String(node));
      return { node, x, y };
    }),
    edges: drawn.map(([from, to]) => ({
      from: drawnAt.get(from) ?? 0,
      to: drawnAt.get(to) ?? 0,
      points: graph.edge(String(from), String(to)).points ?? [],
    })),
  };
}
