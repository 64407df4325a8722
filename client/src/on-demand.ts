/**
 * The third stage of the extension, loaded with the first command and the first look at a view of the whole workspace: all
 * commands, what the views Entries and Coverage show, and the report.
 */
import { commandTable, type CommandParts, type CommandTable } from './commands/command-table.js';
import { Overview, type OverviewTrees } from './overview/overview.js';

/** What the second stage has. */
export interface RunningParts extends CommandParts {
  readonly trees: OverviewTrees;
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
