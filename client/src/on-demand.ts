/**
 * The third stage of the extension, loaded with the first command and the first look at a view of the whole workspace: all
 * commands, what the views Entries and Coverage show, and the report.
 */
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { ActiveOutline } from './active-outline.js';
import { commandTable, type CommandTable } from './commands/command-table.js';
import type { RunbookServer } from './language-client.js';
import { Overview, type OverviewTrees } from './overview/overview.js';
import type { PhasesView } from './views/phases-view.js';

/** What the second stage has. */
export interface RunningParts {
  readonly context: ExtensionContext;
  readonly server: RunbookServer;
  readonly outline: ActiveOutline;
  readonly phases: PhasesView;
  readonly trees: OverviewTrees;
  readonly output: LogOutputChannel;
}

export interface OnDemand {
  readonly commands: CommandTable;
  readonly overview: Overview;
}

/** To be called once; what it makes ends with the extension. */
export function startOnDemand(parts: RunningParts): OnDemand {
  const { context, server, trees, output } = parts;
  const overview = new Overview(context, server, trees, output);
  context.subscriptions.push(overview);
  return { overview, commands: { ...commandTable(parts), ...overview.commands } };
}
