/** The one table of commands. A command id that is missing here does not compile. */
import { Disposable, commands, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { commandIds } from '../../../protocol/src/contributions.js';
import type { ActiveOutline } from '../active-outline.js';
import type { RunbookServer } from '../language-client.js';
import { outlineCommands } from '../phases/outline-commands.js';
import type { PhasesView } from '../views/phases-view.js';
import { askFor } from './entry-questions.js';
import { explainKind } from './explain-kind.js';
import { toInsertEntryArguments } from './insert-entry-arguments.js';
import { insertRunEntry } from './insert-run-entry.js';
import { openExamples } from './open-examples.js';
import { revealOutlineNode } from './reveal-outline-node.js';
import { showReferences } from './show-references.js';
import { whileStarting } from './while-starting.js';

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
    [commandIds.insertRunEntry]: async (known: unknown) => {
      await whileStarting(server);
      return insertRunEntry(server, outline.document?.uri, askFor(toInsertEntryArguments(known)));
    },
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
