/** The commands of the Phases tree's menus, about the row that they are called on, or the selected one. */
import { env, l10n, window, type commands } from 'vscode';
import { commandIds } from '../../../protocol/src/contributions.js';
import type { OutlineAction, OutlineNode } from '../../../protocol/src/messages.js';
import { revealOutlineNode } from '../commands/reveal-outline-node.js';
import type { RunbookServer } from '../language-client.js';
import { toRange } from '../to-range.js';
import type { PhasesView } from '../views/phases-view.js';
import { commandRanges, withoutIndentation } from './commands-text.js';
import { editOutline } from './edit-outline.js';
import { beforeOf, neighbourOf } from './moved-before.js';

type Command = Parameters<typeof commands.registerCommand>[1];

type OutlineCommand =
  | 'addPhase'
  | 'addStep'
  | 'addRollback'
  | 'addVerification'
  | 'renumber'
  | 'moveUp'
  | 'moveDown'
  | 'copyCommands'
  | 'openGate';

/** The commands by id, for the table of all commands. */
export function outlineCommands(
  server: RunbookServer,
  view: PhasesView,
): Readonly<Record<(typeof commandIds)[OutlineCommand], Command>> {
  const onNode =
    (act: (node: OutlineNode) => unknown): Command =>
    (passed: unknown) => {
      const node = view.nodeOf(passed);
      return node === undefined ? undefined : act(node);
    };
  const edit = (action: OutlineAction): Command =>
    onNode((node) =>
      view.shown === undefined ? undefined : editOutline(server, view.shown, { nodes: [node.id], action }),
    );
  return {
    [commandIds.addPhase]: edit('add-phase'),
    [commandIds.addStep]: edit('add-step'),
    [commandIds.addRollback]: edit('add-rollback'),
    [commandIds.addVerification]: edit('add-verification'),
    [commandIds.renumber]: edit('renumber'),
    [commandIds.moveUp]: onNode((node) => move(server, view, node, -1)),
    [commandIds.moveDown]: onNode((node) => move(server, view, node, 1)),
    [commandIds.copyCommands]: onNode((node) => copyCommands(view, node)),
    [commandIds.openGate]: onNode((node) => openGate(view, node)),
  };
}

async function move(server: RunbookServer, view: PhasesView, node: OutlineNode, by: -1 | 1): Promise<void> {
  const siblings = view.siblingsOf(node);
  const target = neighbourOf(siblings, node, by);
  const before = target === undefined ? undefined : beforeOf(siblings, [node], target);
  if (before === undefined || view.shown === undefined) return;
  await editOutline(server, view.shown, { nodes: [node.id], action: 'move', before });
}

async function copyCommands({ shown }: PhasesView, node: OutlineNode): Promise<void> {
  const ranges = commandRanges(node);
  if (shown === undefined || ranges.length === 0) return;
  const texts = ranges.map((range) => withoutIndentation(shown.document.getText(toRange(range))));
  await env.clipboard.writeText(`${texts.join('\n')}\n`);
  window.setStatusBarMessage(
    texts.length === 1
      ? l10n.t('Copied 1 block of commands')
      : l10n.t('Copied {0} blocks of commands', texts.length),
    3000,
  );
}

async function openGate({ shown }: PhasesView, node: OutlineNode): Promise<void> {
  const gate = node.children.find(({ kind }) => kind === 'gate-criteria');
  if (gate !== undefined && shown !== undefined)
    await revealOutlineNode(shown.document.uri, gate.selectionRange);
}
