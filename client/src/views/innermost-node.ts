/** Finds the node of an outline that a cursor is in. Knows no VS Code type. */
import type { OutlineNode, Position, Range } from '../../../protocol/src/messages.js';

/**
 * The deepest node whose range contains the position, its end included: a cursor behind the last character
 * still belongs to the node. Where two siblings touch, the later one wins.
 */
export function innermostNode(nodes: readonly OutlineNode[], position: Position): OutlineNode | undefined {
  const node = nodes.findLast(({ range }) => contains(range, position));
  return node === undefined ? undefined : (innermostNode(node.children, position) ?? node);
}

function contains({ start, end }: Range, position: Position): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
