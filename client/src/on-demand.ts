/**
 * The third stage of the extension, loaded with the first command and the first look at a view of the whole workspace: all
 * commands, what the views Entries and Coverage show, the report, and runs.
 */
import { commandTable, type CommandParts, type CommandTable } from './commands/command-table.js';
import { Overview, type OverviewTrees } from './overview/overview.js';
import { Drills } from './run/drills.js';
import type { OpenRuns } from './run/open-runs.js';
import { Runs } from './run/runs.js';
import { RunsView } from './run/runs-view.js';

/** What the second stage has. */
export interface RunningParts extends CommandParts {
  readonly trees: OverviewTrees;
  readonly openRuns: OpenRuns;
}

export interface OnDemand {
  readonly commands: CommandTable;
  readonly overview: Overview;
  readonly runs: Runs;
  readonly runsView: RunsView;
  readonly drills: Drills;
}

/** To be called once; what it makes ends with the extension. */
export function startOnDemand(parts: RunningParts): OnDemand {
  const { context, server, trees, output, openRuns } = parts;
  const overview = new Overview(context, server, trees, output);
  const runs = new Runs(parts);
  context.subscriptions.push(overview, runs);
  return {
    overview,
    runs,
    runsView: new RunsView(openRuns),
    drills: new Drills(runs, server),
    commands: { ...commandTable(parts), ...overview.commands, ...runs.commands },
  };
}
