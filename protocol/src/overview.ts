/**
 * The messages about a workspace as a whole: its entries, what its runbooks lack, and its report as a page.
 * All of them are about every folder of the workspace. Plain data, like the other messages.
 */
import type { Range, TextDocumentRef } from './messages';

/** The words that something stands for: where a row leads. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** Where an entry was when an answer named it. It is found by its id where the document has changed since. */
export interface EntryPlace extends Place {
  /** `RUN-001` */
  readonly id: string;
}

/**
 * Notification from the server: what the requests of this module answer may differ now. Sent when nothing has changed for a
 * moment, to clients that ask for it by `InitializationOptions.overviewChanges`. No parameters.
 */
export const overviewChangedNotification = { method: 'runbook/overviewChanged' } as const;

/** One entry of the workspace. */
export interface WorkspaceEntry {
  /** `RUN-001` */
  readonly id: string;
  /** `RUN` */
  readonly prefix: string;
  /** Empty when the entry has none. */
  readonly title: string;
  /** Index in {@link EntriesResult.documents}. */
  readonly document: number;
  /** The characters of the id. */
  readonly range: Range;
  /** As written; empty when the entry does not say. */
  readonly status: string;
  readonly owner: string;
  /** Days since the last test, or null without a date of one. */
  readonly days: number | null;
  readonly deprecated: boolean;
  /** Whether it still holds the text of its template. */
  readonly stub: boolean;
  /** Whether it has text of its own; others are rows of a register or names of files. */
  readonly hasBody: boolean;
  /** Findings in it, hints left out. */
  readonly findings: number;
  /** The gravest of them. */
  readonly severity: 'error' | 'warning' | 'information' | null;
  /**
   * What run files tell of it, line by line: `last run 2026-11-02, 41 min, rolled back at step 3`, and behind it how many steps
   * changed since it was tested, and which. Empty where there are none.
   */
  readonly runs: readonly string[];
}

/** Answer to {@link entriesRequest}, by prefix and number. */
export interface EntriesResult {
  readonly documents: readonly {
    readonly uri: string;
    /** The path, with the name of the folder before it where there are several. */
    readonly label: string;
  }[];
  readonly entries: readonly WorkspaceEntry[];
}

/** Request: all entries of the workspace. No parameters. */
export const entriesRequest = { method: 'runbook/entries' } as const;

/** Something that runbooks lack. */
export type CoverageGroupName = 'alerts' | 'rollbacks' | 'risks' | 'stale' | 'never' | 'must-haves';

/** What ends a lack: a runbook that is written, or a test that is noted. */
export type CoverageFix = 'write-runbook' | 'mark-tested';

export interface CoverageRow {
  /** Unique in its group, and the same as long as the row is about the same. */
  readonly key: string;
  /** `RUN-001`; empty for a missing runbook. */
  readonly id: string;
  /** `RUN-001 Disk is full`; for a missing runbook what it would be about: `Service down`. */
  readonly label: string;
  /** What is missing, and why it matters: sentences. */
  readonly reason: string;
  /** `SoT.OPERATIONS.md`, or the category of a missing runbook. */
  readonly detail: string;
  /** Where it is; for a missing runbook the file that it belongs into, null where no file does. */
  readonly place: Place | null;
  readonly fix: CoverageFix;
  /** What the title of the runbook to write may be; empty where none is written. */
  readonly title: string;
  /** The category of the runbook to write, or null to choose one later. */
  readonly category: string | null;
}

export interface CoverageGroup {
  readonly name: CoverageGroupName;
  /** How many things of the sort there are, with those that lack nothing. */
  readonly total: number;
  readonly rows: readonly CoverageRow[];
}

/** Request: what the runbooks of the workspace lack. No parameters. The answer is a list of {@link CoverageGroup}. */
export const coverageRequest = { method: 'runbook/coverage' } as const;

/** What can be done to several entries at once. */
export type EntryChange = 'mark-tested' | 'deprecate';

/**
 * Request: the edits that change entries. Answers with a `WorkspaceEdit` of LSP, and says which entries it changes. Nothing is
 * changed by the server itself.
 */
export const changeEntriesRequest = { method: 'runbook/changeEntries' } as const;
export interface ChangeEntriesParams {
  readonly change: EntryChange;
  readonly entries: readonly EntryPlace[];
}

/** Besides the `edit`: the ids of the entries that it changes. */
export interface ChangedEntries {
  readonly ids: readonly string[];
}

/**
 * Request: the edits that write a runbook and connect it with the entry that lacks one, in both directions. The answer is a
 * list of `NewEntryResult`, the document of the runbook first; the others hold no snippets.
 */
export const writeRunbookRequest = { method: 'runbook/writeRunbook' } as const;
export interface WriteRunbookParams {
  /** The file that receives the runbook, one of the targets of `runbook/entryTargets`. */
  readonly textDocument: TextDocumentRef;
  readonly title: string;
  readonly category: string | null;
  /** The entry that lacks a runbook; absent for one that stands for itself. */
  readonly answers?: EntryPlace;
}

/** The report as a page. Words are plain text. */
export interface ReportPage {
  readonly folders: readonly ReportedFolder[];
  /** Where the page may lead: {@link PageLink.place} and {@link GraphNode.place} are indexes of this list. */
  readonly places: readonly Place[];
}

export interface ReportedFolder {
  readonly name: string;
  readonly headline: string;
  readonly sections: readonly PageSection[];
  readonly graph: EntryGraph;
}

export interface PageSection {
  readonly title: string;
  /** Said when there are no rows. */
  readonly empty: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly PageCell[])[];
  /** What single entries lack. */
  readonly details: readonly { readonly link: PageLink; readonly lines: readonly string[] }[];
}

export interface PageCell {
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'plain';
  /** What of the text leads somewhere, in its order; together with commas they are the text. */
  readonly links: readonly PageLink[];
  /** The same as a share, to be drawn; null where it is none. */
  readonly share: { readonly part: number; readonly of: number } | null;
}

export interface PageLink {
  readonly text: string;
  /** Said behind it: `SoT.OPERATIONS.md:12`; may be empty. */
  readonly detail: string;
  readonly place: number;
}

/** Which entry leads to which. */
export interface EntryGraph {
  readonly nodes: readonly GraphNode[];
  /** Indexes of nodes: from, to. */
  readonly edges: readonly (readonly [number, number])[];
}

export interface GraphNode {
  readonly id: string;
  readonly title: string;
  readonly prefix: string;
  readonly deprecated: boolean;
  readonly place: number;
}

/** Request: the report as a page. No parameters. */
export const reportPageRequest = { method: 'runbook/reportPage' } as const;

export type ReportFileFormat = 'html' | 'markdown' | 'csv';

/** Request: the report as the text of a file. Answers with the text. */
export const exportReportRequest = { method: 'runbook/exportReport' } as const;
export interface ExportReportParams {
  readonly format: ReportFileFormat;
}
