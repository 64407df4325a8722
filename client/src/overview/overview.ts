/** What shows the workspace as a whole: the views Entries and Coverage, the report, and their commands. */
import { Disposable, type ExtensionContext, type LogOutputChannel, type ViewColumn } from 'vscode';
import { overviewCommandIds as ids } from '../../../protocol/src/contributions.js';
import {
  coverageRequest,
  entriesRequest,
  type CoverageGroup,
  type EntriesResult,
} from '../../../protocol/src/overview.js';
import type { OverviewCommandTable } from '../commands/command-table.js';
import { whileStarting } from '../commands/while-starting.js';
import type { RunbookServer } from '../language-client.js';
import { askAndExport } from '../report/export-report.js';
import { ReportPanel } from '../report/report-panel.js';
import type { LateTree } from '../views/late-tree.js';
import { markTested, showRowFixes, writeRunbook } from './coverage-commands.js';
import { CoverageView, lacksOf, type CoverageViewRow, type LackRow } from './coverage-view.js';
import { locate, type LocatedEntry } from './entry-groups.js';
import { EntriesView, type EntriesViewRow, type EntryRow } from './entries-view.js';
import { deprecateEntry, findEntryReferences, insertBeside, openPlace } from './entry-commands.js';
import { filterEntries, groupEntries } from './entry-list-commands.js';
import { goToEntry } from './go-to-entry.js';
import { LiveAnswer } from './live-answer.js';

/** The views, which are there before someone looks. */
export interface OverviewTrees {
  readonly entries: LateTree<EntriesViewRow>;
  readonly coverage: LateTree<CoverageViewRow>;
}

/** Asks the server when someone looks. */
export class Overview implements Disposable {
  readonly entriesView: EntriesView;
  readonly coverageView: CoverageView;
  readonly report: ReportPanel;
  readonly commands: OverviewCommandTable;
  readonly #entries: LiveAnswer<EntriesResult>;
  readonly #coverage: LiveAnswer<readonly CoverageGroup[]>;

  constructor(
    context: ExtensionContext,
    server: RunbookServer,
    trees: OverviewTrees,
    output: LogOutputChannel,
  ) {
    const failed = (what: string) => (error: unknown) => {
      output.warn(`Could not get the ${what}: ${String(error)}`);
    };
    const entries = new LiveAnswer(
      server,
      (token) => server.request<EntriesResult>(entriesRequest.method, {}, token),
      failed('entries'),
    );
    this.#entries = entries;
    this.#coverage = new LiveAnswer(
      server,
      (token) => server.request<readonly CoverageGroup[]>(coverageRequest.method, {}, token),
      failed('coverage'),
    );
    const entriesView = new EntriesView(entries, trees.entries, context.workspaceState);
    const coverageView = new CoverageView(this.#coverage, trees.coverage);
    const report = new ReportPanel(server, output, context.extensionUri);
    this.entriesView = entriesView;
    this.coverageView = coverageView;
    this.report = report;
    this.commands = {
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
  }

  /** The entries as the Entries view has them, unfiltered. */
  async allEntries(): Promise<readonly LocatedEntry[]> {
    const answer = await this.#entries.get();
    return answer === undefined ? [] : locate(answer);
  }

  /** The rows of the Coverage view. */
  async lacks(): Promise<readonly LackRow[]> {
    return (await this.#coverage.get())?.flatMap(lacksOf) ?? [];
  }

  dispose(): void {
    Disposable.from(
      this.#entries,
      this.#coverage,
      this.entriesView,
      this.coverageView,
      this.report,
    ).dispose();
  }
}
