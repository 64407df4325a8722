/** What can be done at the nodes of the tree, each with what it may take away. */
import type { OutlineAction, OutlineNode } from '../../protocol/src/messages';
import { ChangeRefused } from '../../server/src/features/shared/workspace-change';
import { served, spelledUri, type Texts } from './changed-workspace';
import { ofPhases } from './known-offers';
import { offerOf, type Offer, type ProductEdit } from './product-edit';

/** What is said of the steps around one that is to be filled in. */
const ofSteps = ['unverified-procedure', 'missing-verification'];

/** What may be said of a phase or step that is to be filled in, or that stands elsewhere. */
const ofTree: Readonly<Record<OutlineAction, Offer>> = {
  'add-phase': offerOf(['number', 'destination'], ofPhases, false),
  'add-step': offerOf(['number', 'destination'], ofSteps, false),
  'add-rollback': offerOf(['nothing'], ['unverified-rollback', 'rollback-without-runbook'], false),
  'add-verification': offerOf(['nothing'], ofSteps, false),
  renumber: offerOf(['number', 'destination'], ['phase-dependency'], false),
  tick: offerOf(['box'], ['approved-with-open-items', 'execution-log-order'], false),
  clear: offerOf(['box'], ['approved-with-open-items', 'execution-log-order'], false),
  move: offerOf(
    ['place', 'number', 'renumbered', 'destination'],
    ['phase-dependency', 'execution-log-order', 'missing-verification', 'unguarded-destructive-command'],
    false,
  ),
};

/** All that can be done at a node of the tree, which `number` chooses. */
export function editsInTree(files: Texts, path: string, number: number): ProductEdit[] {
  const service = served(files);
  const uri = spelledUri(path);
  const paths = new Map([...files.keys()].map((of) => [spelledUri(of), of]));
  const { nodes, version } = service.editor.outline(uri);
  const lists = [nodes, ...flat(nodes).map(({ children }) => children)];
  const all = lists.flatMap((list) => list.map((node) => ({ node, siblings: list })));
  const chosen = all[number % Math.max(1, all.length)];
  if (chosen === undefined) return [];
  const { node, siblings } = chosen;
  return node.actions.flatMap((action) => {
    const movable = siblings.filter(({ actions }) => actions.includes('move'));
    const before = movable[number % (movable.length + 1)]?.id ?? null;
    try {
      const edits = service.editor.editOutline(uri, { version, nodes: [node.id], action, before });
      const byPath = new Map(Array.from(edits, ([of, own]) => [paths.get(of) ?? of, own]));
      const title = `In the tree: ${action} ${node.id}${action === 'move' ? ` before ${String(before)}` : ''}`;
      return [{ title, files, edits: byPath, renames: new Map<string, string>(), ...ofTree[action] }];
    } catch (error) {
      if (error instanceof ChangeRefused) return [];
      throw error;
    }
  });
}

function flat(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}
