/** The one table of commands but those of the overviews and of runs. A command id that is missing here does not compile. */
import { commands, type ExtensionContext, type LogOutputChannel } from 'vscode';
import {
  commandIds,
  type overviewCommandIds,
  type runCommandIds,
} from '../../../protocol/src/contributions.js';
import { insertCommands } from '../insert/insert-commands.js';
import { newCommands } from '../new/new-commands.js';
import type { ActiveOutline } from '../active-outline.js';
import type { RunbookServer } from '../language-client.js';
import { outlineCommands } from '../phases/outline-commands.js';
import type { PhasesView } from '../views/phases-view.js';
import { renewReviews } from '../setup/renew-reviews.js';
import { setUpWorkspace } from '../setup/set-up-workspace.js';
import { explainKind } from './explain-kind.js';
import { openExamples } from './open-examples.js';
import { revealOutlineNode } from './reveal-outline-node.js';
import { showReferences } from './show-references.js';

/** What commands work with. */
export interface CommandParts {
  readonly context: ExtensionContext;
  readonly server: RunbookServer;
  readonly outline: ActiveOutline;
  readonly phases: PhasesView;
  readonly output: LogOutputChannel;
}

type Command = Parameters<typeof commands.registerCommand>[1];
type TableOf<Ids extends Readonly<Record<string, string>>> = Readonly<Record<Ids[keyof Ids], Command>>;

export type OverviewCommandTable = TableOf<typeof overviewCommandIds>;
export type RunCommandTable = TableOf<typeof runCommandIds>;
export type CommandTable = TableOf<typeof commandIds> & OverviewCommandTable & RunCommandTable;

export function commandTable({
  context,
  server,
  outline,
  phases,
  output,
}: CommandParts): TableOf<typeof commandIds> {
  return {
    ...newCommands(server, outline, context.workspaceState),
    ...insertCommands(server, outline, context.workspaceState),
    [commandIds.explainKind]: () => explainKind(outline),
    [commandIds.openExamples]: () => openExamples(context),
    [commandIds.getStarted]: () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`, false),
    [commandIds.restartServer]: () => server.start(),
    [commandIds.showOutput]: () => {
      output.show();
    },
    [commandIds.revealOutlineNode]: revealOutlineNode,
    [commandIds.showReferences]: showReferences,
    ...outlineCommands(server, phases),
    [commandIds.setUp]: () => setUpWorkspace(server),
    [commandIds.renewReviews]: () => renewReviews(server),
  };
}
