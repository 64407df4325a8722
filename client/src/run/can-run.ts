/** Whether a document may hold something to carry out, as far as its outline says. Knows no VS Code type. */
import type { OutlineNode, OutlineResult } from '../../../protocol/src/messages.js';

/** What can be run in detail is asked of the server when someone wants to. */
export function canRun({ kind, nodes }: Pick<OutlineResult, 'kind' | 'nodes'>): boolean {
  if (kind === 'none' || kind === 'skill') return false;
  // a file of entries holds other things too: there only a runbook counts
  return kind === 'sot' ? nodes.some(holdsRunbook) : nodes.some(holdsSteps);
}

/** Whether an entry, or one of a group of entries, has steps. */
export function holdsRunbook(node: OutlineNode): boolean {
  return node.kind === 'entry' ? node.prefix === 'RUN' && holdsSteps(node) : node.children.some(holdsRunbook);
}

function holdsSteps({ kind, children }: OutlineNode): boolean {
  return kind === 'phase' || kind === 'step' || kind === 'task' || children.some(holdsSteps);
}
