/** Builds outline nodes for tests, with only what the test is about spelled out. */
import type { OutlineNode } from '../../protocol/src/messages.js';

type Lines = readonly [first: number, last: number];

/** A node over whole lines: from the start of the first to character 20 of the last. */
export function outlineNode(
  id: string,
  [first, last]: Lines,
  rest: Partial<Omit<OutlineNode, 'id' | 'range'>> = {},
): OutlineNode {
  const range = { start: { line: first, character: 0 }, end: { line: last, character: 20 } };
  return {
    id,
    kind: 'phase',
    label: id,
    range,
    selectionRange: range,
    missing: [],
    unwritten: [],
    actions: [],
    children: [],
    ...rest,
  };
}
