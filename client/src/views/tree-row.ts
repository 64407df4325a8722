/**
 * What a row of the Phases tree shows for a node: pure data, so that it can be tested without an editor.
 * Knows no VS Code type; icons are codicon names, and words come in as functions.
 */
import type { OutlineNode, OutlineNodeKind, OutlineState } from '../../../protocol/src/messages.js';
import { holdsRunbook } from '../run/can-run.js';
import { prefixIcons } from './prefix-icons.js';

export interface TreeRow {
  readonly label: string;
  /** Counts first, then what is missing: at 300 px the end is cut off. */
  readonly description: string;
  readonly tooltip: string;
  /** Name of a codicon; undefined where a checkbox says it. */
  readonly icon: string | undefined;
  /** What the icon says besides its form. */
  readonly tone: 'warning' | 'done' | 'plain';
  /** What a screen reader says: the label does not hold what icon and colour say. */
  readonly spoken: string;
  readonly children: 'none' | 'collapsed' | 'expanded';
  /** What menus ask for: the kind of the node, and what can be done with it. */
  readonly context: string;
}

/** The words of rows, in the language of the editor. */
export interface RowWords {
  state(state: OutlineState): string;
  checked(checked: boolean): string;
  count(done: number, total: number): string;
  missing(lacks: string): string;
  missingTitle(): string;
}

const icons: Readonly<Record<OutlineNodeKind, string>> = {
  phase: 'circle-large-outline',
  step: 'debug-step-over',
  section: 'list-ordered',
  entry: 'symbol-key',
  group: 'folder',
  objective: 'target',
  tasks: 'list-ordered',
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
  trigger: 'zap',
  prerequisites: 'tools',
  escalation: 'call-outgoing',
  checklist: 'checklist',
  check: 'circle-small-filled',
};

const phaseIcons: Readonly<Record<OutlineState, string>> = {
  open: 'circle-large-outline',
  started: 'color-mode',
  done: 'pass-filled',
  blocked: 'lock',
};

/** Above this many siblings a first look at the list is worth more than its details. */
const mostExpandedSiblings = 12;

/** Characters that a row has room for where the side bar is 300 px wide. */
const usualRoom = 34;
/** Characters by which a label is still known. */
const leastLabel = 14;

/** @param siblings Number of nodes in the list that holds the node, itself included. */
export function toTreeRow(node: OutlineNode, siblings: number, words: RowWords): TreeRow {
  const { missing, unwritten, progress, description = '', state } = node;
  const count = progress === undefined ? '' : `${String(progress.done)}/${String(progress.total)}`;
  const warns = missing.length > 0;
  const lacks = [...missing, ...unwritten];
  const urgent = joined([count, missing[0] ?? '']);
  return {
    label: warns ? shortened(labelOf(node), usualRoom - urgent.length) : labelOf(node),
    description: joined([count, ...lacks, description]),
    tooltip: tooltip(node, words),
    icon: warns ? 'warning' : icon(node),
    tone: warns ? 'warning' : state === 'done' ? 'done' : 'plain',
    spoken: spoken(node, words),
    children: children(node, siblings),
    context: contextOf(node),
  };
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

/** The editor cuts off the description, not the label: this leaves room for what the description says first. */
function shortened(label: string, room: number): string {
  const most = Math.max(room, leastLabel);
  if (label.length <= most) return label;
  const start = label.slice(0, most - 1);
  // at the end of a word, where that leaves most of it
  const end = start.lastIndexOf(' ');
  return `${end > most / 2 ? start.slice(0, end) : start.trimEnd()}…`;
}

/** Without the word that the view has in its title: `2: Switch over`. */
function labelOf({ kind, label }: OutlineNode): string {
  return kind === 'phase' ? label.replace(/^Phase (?=\S)/, '') : label;
}

function icon({ kind, checked, state, unwritten, prefix }: OutlineNode): string | undefined {
  if (unwritten.length > 0) return 'edit';
  if (kind === 'criterion' || kind === 'check') return checked === undefined ? icons[kind] : undefined;
  if (kind === 'phase') return state === undefined ? 'milestone' : phaseIcons[state];
  if (state === 'done') return 'pass-filled';
  return (prefix === undefined ? undefined : prefixIcons[prefix]) ?? icons[kind];
}

function tooltip(node: OutlineNode, words: RowWords): string {
  const { label, missing, unwritten, description, detail } = node;
  const lines = [label, stateWords(node, words).join(', '), description ?? '', detail ?? ''];
  const said = lines.filter((line) => line !== '');
  const lacks = [
    ...(missing.length === 0 ? [] : [words.missingTitle()]),
    ...missing.map((lack) => `• ${lack}`),
  ];
  return [said, lacks, unwritten]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

function stateWords({ state, progress }: OutlineNode, words: RowWords): string[] {
  return [
    ...(state === undefined ? [] : [words.state(state)]),
    ...(progress === undefined ? [] : [words.count(progress.done, progress.total)]),
  ];
}

function spoken(node: OutlineNode, words: RowWords): string {
  const { label, missing, unwritten, checked, description = '' } = node;
  return [
    label,
    ...stateWords(node, words),
    description,
    ...(checked === undefined ? [] : [words.checked(checked)]),
    ...(missing.length === 0 ? [] : [words.missing(missing.join(', '))]),
    ...unwritten,
  ]
    .filter((one) => one !== '')
    .join(', ');
}

/** What is under way starts expanded; what is done, waits or lies below a list of entries does not. */
function children({ kind, state, children: inner }: OutlineNode, siblings: number): TreeRow['children'] {
  if (inner.length === 0) return 'none';
  if (siblings > mostExpandedSiblings) return 'collapsed';
  switch (kind) {
    case 'phase':
    case 'gate-criteria':
      return state === 'done' || state === 'blocked' ? 'collapsed' : 'expanded';
    case 'section':
    case 'group':
      return 'expanded';
    case 'entry':
      return siblings <= 2 ? 'expanded' : 'collapsed';
    default:
      return 'collapsed';
  }
}

function contextOf(node: OutlineNode): string {
  return [
    node.kind,
    ...node.actions,
    ...(hasKind(node, 'command') ? ['commands'] : []),
    ...(node.kind === 'entry' && holdsRunbook(node) ? ['run'] : []),
    ...(node.children.some(({ kind }) => kind === 'gate-criteria') ? ['gate'] : []),
  ].join(' ');
}

function hasKind(node: OutlineNode, kind: OutlineNodeKind): boolean {
  return node.kind === kind || node.children.some((child) => hasKind(child, kind));
}
