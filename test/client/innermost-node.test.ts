import { expect, test } from 'vitest';
import { innermostNode } from '../../client/src/views/innermost-node.js';
import { outlineNode } from './outline-nodes.js';

const nodes = [
  outlineNode('phase-1', [4, 20], {
    children: [
      outlineNode('phase-1/tasks', [6, 9], { children: [outlineNode('phase-1/tasks/1', [7, 7])] }),
      outlineNode('phase-1/rollback', [12, 15]),
    ],
  }),
  outlineNode('phase-2', [20, 30]),
];

test.each([
  ['before everything', { line: 0, character: 0 }, undefined],
  ['in the deepest node', { line: 7, character: 3 }, 'phase-1/tasks/1'],
  ['right behind the last character of a node', { line: 7, character: 20 }, 'phase-1/tasks/1'],
  ['between the parts of a phase', { line: 11, character: 0 }, 'phase-1'],
  ['where two phases meet: the later one', { line: 20, character: 5 }, 'phase-2'],
  ['behind everything', { line: 30, character: 21 }, undefined],
])('%s', (_where, position, id) => {
  expect(innermostNode(nodes, position)?.id).toBe(id);
});
