/** The one table of commands. A command id that is missing here does not compile. */
import { Disposable, commands, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { commandIds } from '../../../protocol/src/contributions.js';
import type { ActiveOutline } from '../active-outline.js';
import type { RunbookServer } from '../language-client.js';
import { insertCommands } from '../insert/insert-commands.js';
import { newCommands } from '../new/new-commands.js';
import { outlineCommands } from '../phases/outline-commands.js';
import type { PhasesView } from '../views/phases-view.js';
import { explainKind } from './explain-kind.js';
import { openExamples } from './open-examples.js';
import { revealOutlineNode } from './reveal-outline-node.js';
import { showReferences } from './show-references.js';

type CommandId = (typeof commandIds)[keyof typeof commandIds];
type Command = Parameters<typeof commands.registerCommand>[1];

export function registerCommands(
  context: ExtensionContext,
  server: RunbookServer,
  outline: ActiveOutline,
  phases: PhasesView,
  output: LogOutputChannel,
): Disposable {
  const table: Readonly<Record<CommandId, Command>> = {
    ...newCommands(server, outline, context.workspaceState),
    ...insertCommands(server, outline, context.workspaceState),
    [commandIds.explainKind]: () => explainKind(outline),
    [commandIds.openExamples]: () => openExamples(context),
    [commandIds.getStarted]: () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`, false),
    [commandIds.restartServer]: () => server.restart(),
    [commandIds.showOutput]: () => {
      output.show();
    },
    [commandIds.revealOutlineNode]: revealOutlineNode,
    [commandIds.showReferences]: showReferences,
    ...outlineCommands(server, phases),
  };
  return Disposable.from(
    ...Object.entries(table).map(([id, command]) => commands.registerCommand(id, command)),
  );
}
