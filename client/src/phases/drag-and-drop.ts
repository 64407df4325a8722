/** Dragging rows of the Phases tree: a phase among phases, a step among the steps of its procedure. */
import { DataTransferItem, type DataTransfer, type TreeDragAndDropController } from 'vscode';
import { viewIds } from '../../../protocol/src/contributions.js';
import type { OutlineNode } from '../../../protocol/src/messages.js';
import { beforeOf } from './moved-before.js';

const mimeType = `application/vnd.code.tree.${viewIds.phases.toLowerCase()}`;

/** What the controller needs of the tree. */
export interface DraggableTree {
  getParent(node: OutlineNode): OutlineNode | undefined;
  siblingsOf(node: OutlineNode): readonly OutlineNode[];
  /** The nodes on show by their ids. */
  nodesOf(ids: readonly string[]): readonly OutlineNode[];
  move(nodes: readonly OutlineNode[], before: string | null): Promise<void>;
}

/** A controller that has the tree move what was dropped. */
export function dragAndDrop(tree: DraggableTree): TreeDragAndDropController<OutlineNode> {
  return {
    dragMimeTypes: [mimeType],
    dropMimeTypes: [mimeType],
    handleDrag: (nodes, data) => {
      const movable = nodes.filter(({ actions }) => actions.includes('move'));
      if (movable.length > 0) data.set(mimeType, new DataTransferItem(movable.map(({ id }) => id)));
    },
    handleDrop: async (target, data) => {
      const dragged = tree.nodesOf(idsIn(data));
      const [first] = dragged;
      if (first === undefined) return;
      const siblings = tree.siblingsOf(first);
      const before = beforeOf(siblings, dragged, siblingAround(tree, siblings, target));
      if (before !== undefined) await tree.move(dragged, before);
    },
  };
}

/** The row among `siblings` that was hit, or that holds what was hit. */
function siblingAround(
  tree: DraggableTree,
  siblings: readonly OutlineNode[],
  target: OutlineNode | undefined,
): OutlineNode | undefined {
  let node = target;
  while (node !== undefined && !siblings.includes(node)) node = tree.getParent(node);
  return node;
}

function idsIn(data: DataTransfer): string[] {
  const value: unknown = data.get(mimeType)?.value;
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}
