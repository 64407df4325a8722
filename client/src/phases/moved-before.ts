/** Where rows go that are dropped on another one, or moved by a key. Knows no VS Code type. */
import type { OutlineNode } from '../../../protocol/src/messages.js';

/**
 * The node that the dragged ones go in front of, null behind all: they take the place of `target`, whether they come from
 * above or from below. Undefined where nothing would change.
 */
export function beforeOf(
  siblings: readonly OutlineNode[],
  dragged: readonly OutlineNode[],
  target: OutlineNode | undefined,
): string | null | undefined {
  const movable = siblings.filter(({ actions }) => actions.includes('move'));
  if (dragged.length === 0 || !dragged.every((node) => movable.includes(node))) return undefined;
  if (target === undefined) return null;
  const to = movable.indexOf(target);
  if (to < 0 || dragged.includes(target)) return undefined;
  const fromAbove = dragged.every((node) => movable.indexOf(node) < to);
  const rest = movable.slice(fromAbove ? to + 1 : to).find((node) => !dragged.includes(node));
  return rest?.id ?? null;
}

/** The sibling whose place a node takes that moves up or down by one; undefined at the end of its list. */
export function neighbourOf(
  siblings: readonly OutlineNode[],
  node: OutlineNode,
  by: -1 | 1,
): OutlineNode | undefined {
  const movable = siblings.filter(({ actions }) => actions.includes('move'));
  const at = movable.indexOf(node);
  return at < 0 ? undefined : movable[at + by];
}
