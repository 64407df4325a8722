/** What shows the workspace as a whole: the views Entries and Coverage, the report, and their commands. */
import { Disposable, commands, type ExtensionContext, type LogOutputChannel, type ViewColumn } from 'vscode';
import { overviewCommandIds as ids } from '../../../protocol/src/contributions.js';
import {
  coverageRequest,
  entriesRequest,
  type CoverageGroup,
  type EntriesResult,
} from '../../../protocol/src/overview.js';
import { whileStarting } from '../commands/while-starting.js';
import type { RunbookServer } from '../language-client.js';
import { askAndExport } from '../report/export-report.js';
import { ReportPanel } from '../report/report-panel.js';
import { markTested, showRowFixes, writeRunbook } from './coverage-commands.js';
import { CoverageView, lacksOf, type LackRow } from './coverage-view.js';
import { locate, type LocatedEntry } from './entry-groups.js';
import { EntriesView, type EntryRow } from './entries-view.js';
import { deprecateEntry, findEntryReferences, insertBeside, openPlace } from './entry-commands.js';
import { filterEntries, groupEntries } from './entry-list-commands.js';
import { goToEntry } from './go-to-entry.js';
import { LiveAnswer } from './live-answer.js';

type Command = Parameters<typeof commands.registerCommand>[1];

/** What is on show of the workspace as a whole. */
export interface Overview {
  /** The entries as the Entries view has them, unfiltered. */
  entries(): Promise<readonly LocatedEntry[]>;
  /** The rows of the Coverage view. */
  lacks(): Promise<readonly LackRow[]>;
  dispose(): void;
}

/** Registers views and commands; they ask the server when someone looks. */
export function registerOverview(
  context: ExtensionContext,
  server: RunbookServer,
  output: LogOutputChannel,
): Overview {
  const failed = (what: string) => (error: unknown) => {
    output.warn(`Could not get the ${what}: ${String(error)}`);
  };
  const entries = new LiveAnswer(
    server,
    (token) => server.request<EntriesResult>(entriesRequest.method, {}, token),
    failed('entries'),
  );
  const coverage = new LiveAnswer(
    server,
    (token) => server.request<readonly CoverageGroup[]>(coverageRequest.method, {}, token),
    failed('coverage'),
  );
  const entriesView = new EntriesView(entries, context.workspaceState);
  const coverageView = new CoverageView(coverage);
  const report = new ReportPanel(server, output, context.extensionUri);
  const table: Readonly<Record<(typeof ids)[keyof typeof ids], Command>> = {
    [ids.goToEntry]: () => goToEntry(entries),
    [ids.filterEntries]: () => {
      filterEntries(entriesView);
    },
    [ids.clearEntriesFilter]: () => {
      entriesView.filter = '';
    },
    [ids.groupEntries]: () => groupEntries(entriesView),
    [ids.openEntry]: ({ entry }: EntryRow) => openPlace(entry),
    [ids.findEntryReferences]: findEntryReferences,
    [ids.insertBeside]: (row: EntryRow) => insertBeside(server, row),
    [ids.deprecateEntry]: (row: EntryRow) => deprecateEntry(server, row),
    [ids.openLack]: async ({ row }: LackRow) => {
      if (row.place !== null) await openPlace(row.place);
    },
    [ids.showRowFixes]: showRowFixes,
    [ids.writeRunbook]: (row: LackRow) => writeRunbook(server, row),
    [ids.markTested]: (row?: LackRow) => markTested(server, coverageView, row),
    [ids.showReport]: (column?: ViewColumn) => {
      report.show(column);
    },
    [ids.exportReport]: async () => {
      await whileStarting(server);
      await askAndExport(server);
    },
  };
  const all = Disposable.from(
    entries,
    coverage,
    entriesView,
    coverageView,
    report,
    ...Object.entries(table).map(([id, command]) => commands.registerCommand(id, command)),
  );
  return {
    entries: async () => {
      const answer = await entries.get();
      return answer === undefined ? [] : locate(answer);
    },
    lacks: async () => (await coverage.get())?.flatMap(lacksOf) ?? [],
    dispose: () => {
      all.dispose();
    },
  };
}
