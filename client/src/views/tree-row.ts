/**
 * What a row of the Phases tree shows for a node: pure data, so that it can be tested without an editor.
 * Knows no VS Code type; icons are codicon names.
 */
import type { OutlineNode, OutlineNodeKind } from '../../../protocol/src/messages.js';

export interface TreeRow {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** Name of a codicon. */
  readonly icon: string;
  /** Whether the icon marks that something is missing. */
  readonly warns: boolean;
  /** What a screen reader says: the label does not hold what icon and colour say. */
  readonly spoken: string;
  readonly children: 'none' | 'collapsed' | 'expanded';
}

const icons: Readonly<Record<OutlineNodeKind, string>> = {
  phase: 'milestone',
  step: 'debug-step-over',
  section: 'list-tree',
  entry: 'book',
  objective: 'target',
  tasks: 'checklist',
  task: 'circle-small-filled',
  dependencies: 'references',
  dependency: 'link',
  'gate-criteria': 'shield',
  criterion: 'circle-small-filled',
  'decision-point': 'git-branch',
  rollback: 'discard',
  verification: 'verified',
  command: 'terminal',
  duration: 'clock',
};

/** Above this many siblings a first look at the list is worth more than its details. */
const mostExpandedSiblings = 12;

const startsExpanded: ReadonlySet<OutlineNodeKind> = new Set(['phase', 'section', 'entry']);

/** @param siblings Number of nodes in the list that holds the node, itself included. */
export function toTreeRow(node: OutlineNode, siblings: number): TreeRow {
  const warns = node.missing.length > 0;
  const description = node.description ?? '';
  return {
    label: node.label,
    description: [description, ...(warns ? [node.missing.join(', ')] : [])].filter(Boolean).join(' · '),
    tooltip: tooltip(node, description),
    icon: warns ? 'warning' : icon(node),
    warns,
    spoken: spoken(node, description),
    children: children(node, siblings),
  };
}

function icon({ kind, checked }: OutlineNode): string {
  if (checked === undefined) return icons[kind];
  return checked ? 'pass-filled' : 'circle-large-outline';
}

function tooltip({ label, missing }: OutlineNode, description: string): string {
  const lines = description === '' ? [label] : [label, description];
  if (missing.length > 0) lines.push('', 'Missing:', ...missing.map((lack) => `• ${lack}`));
  return lines.join('\n');
}

function spoken({ label, missing, checked }: OutlineNode, description: string): string {
  const parts = [label, description];
  if (checked !== undefined) parts.push(checked ? 'checked' : 'not checked');
  if (missing.length > 0) parts.push(`missing: ${missing.join(', ')}`);
  return parts.filter(Boolean).join(', ');
}

function children(node: OutlineNode, siblings: number): TreeRow['children'] {
  if (node.children.length === 0) return 'none';
  return startsExpanded.has(node.kind) && siblings <= mostExpandedSiblings ? 'expanded' : 'collapsed';
}
