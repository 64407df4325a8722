/**
 * What the core answers: plain functions over plain data, which `service.ts` composes. Types only.
 */
import type { ProposedMapping } from './alerts/propose-mapping';
import type { Configuration } from './config/configuration';
import type { ConfigurationTree } from './config/configuration-tree';
import type { ReadText } from './document-store';
import type { EditorFeatures } from './editor-features';
import type { ReviewDate } from './features/overview/review-date';
import type { LocatedRun } from './index/runs-index';
import type { Baseline, IsGone } from './lint/baseline/baseline';
import type { FixedWorkspace } from './lint/fix-all';
import type { PlainFinding } from './lint/plain-finding';
import type { Finding } from './lint/rule';
import type { Runbook } from './model/runbook';
import type { WorkspaceReport } from './report/workspace-report';
import type { Say, Translate } from './text/say';
import type { DocumentPlace, WorkLog, WorkspaceFolder } from './workspace';
import type { RestoredParts, SnapshotParts } from './cache/document-snapshot';
import type { FolderFiles, WorkspaceLayout } from './workspace-layout';

/** Every change returns the documents whose findings may differ afterwards. */
export type Affected = ReadonlySet<string>;
export interface CoreService {
  setFolders(folders: readonly WorkspaceFolder[]): Affected;
  configure(folder: string, configurations: ConfigurationTree, files?: FolderFiles): Affected;
  /** Text of a file on disk, new or changed. */
  putFile(uri: string, text: string): Affected;
  removeFile(uri: string): Affected;
  /** Text of a document in an editor, opened or changed. */
  openDocument(uri: string, version: number, text: string): Affected;
  closeDocument(uri: string): Affected;

  /** All documents with a text, open or on disk. */
  uris(): Iterable<string>;
  /** Those of a workspace folder. */
  urisIn(folder: string): Iterable<string>;
  isOpen(uri: string): boolean;
  /** Version of the open document, or null. */
  versionOf(uri: string): number | null;
  placeOf(uri: string): DocumentPlace;
  /** Which folders there are, and what joins what. */
  readonly layout: Pick<
    WorkspaceLayout,
    'folders' | 'placeFrom' | 'joinsOf' | 'folderAt' | 'configurationsOf'
  >;
  runbook(uri: string): Runbook | undefined;
  /** The records of runs of a document (null) or of one of its entries, the latest first. */
  runsOf(uri: string, entry: string | null): readonly LocatedRun[];
  /** How runbooks are run, as the configuration says for a document. */
  runSettings(uri: string): Configuration['run'];
  /** The documents that may hold something to carry out. */
  runnable(): Iterable<string>;
  /** Whether alert rules matter in a workspace folder: something in it is ours, or its configuration speaks of them. */
  wantsAlerts(folder: string): boolean;
  /** The text of a document, or undefined when there is none of this URI. */
  textOf(uri: string): string | undefined;

  /** Today as `YYYY-MM-DD`, by the clock of the service. */
  today(): string;
  /** The identifiers that a folder defines as a list for other repositories; see schemas/runbook-ids.schema.json. */
  exportIds(folder?: string): string;
  /** Mappings that would make the addresses of the alert rules in a folder lead to its documents, the best first. */
  proposeMappings(folder: string): readonly ProposedMapping[];
  /** Counts up with every change of documents, folders or configuration. */
  readonly revision: number;
  readAgain(uri: string): Affected;
  /** Reads the documents that nobody has asked about, one a slice, so that later answers are quick. */
  readUnread(): Generator<undefined>;
  /** Drops what can be worked out again: models of documents that are not open, and what the parser caches of them. */
  evictModels(): void;

  /** The findings of a document in order of their place; empty for an unknown one. */
  findings(uri: string): readonly Finding[];
  /** The same as plain data, which is cached for all documents, so that what did not change is never judged twice. */
  plainFindings(uri: string): readonly PlainFinding[];
  /** Sets what is accepted in a folder, by what a baseline holds; null for nothing. */
  setBaseline(folder: string, baseline: Baseline | null): Affected;
  /** Those of {@link plainFindings} that the baseline of the folder accepts. */
  acceptedFindings(uri: string): ReadonlySet<PlainFinding>;
  /** What is gone from a folder, for baselines of it. */
  isGoneFrom(folder: string): IsGone;
  /** Whether a document is of a kind, without reading it for that. */
  isRecognised(uri: string): boolean;
  /** The identifiers that a document defines, if rules can find anything in it. */
  definedIn(uri: string): readonly string[];
  /**
   * A document as plain values, for {@link restore} in a later session, with its findings (the default) or without;
   * null for one that cannot be saved.
   */
  encode(uri: string, parts?: SnapshotParts): readonly unknown[] | null;
  /**
   * Restores a file from the values of an earlier session instead of reading it, with its findings or without. Null for
   * values that {@link encode} never gave. Everything is restored as it was, then comes {@link endRestoring}, then what
   * changed since, and {@link putRestored} for files that did not.
   */
  restore(uri: string, values: unknown, parts: RestoredParts): 'judged' | 'read' | null;
  /** Takes in a new file by what {@link encode} gave for it elsewhere, without reading it. Other values are left out. */
  takeIn(uri: string, values: unknown): Affected;
  /** Whether a file was restored whose text is to be put by {@link putRestored}, since texts cannot be read again. */
  lacksText(uri: string): boolean;
  /** The text of a file from which it was restored. */
  putRestored(uri: string, text: string): void;
  /** Everything is restored: takes into account what was opened in the meantime. */
  endRestoring(): Affected;
  /** The texts of a folder (the first) after all automatic fixes of the findings that `accepts` takes; it stays as it is. */
  fixAll(accepts: (uri: string, finding: Finding) => boolean, folder?: string): FixedWorkspace;
  /** Gates, scores, staleness, coverage and gaps of a folder, by default of the first; one document a slice. */
  report(folder?: string): Generator<undefined, WorkspaceReport>;
  /** The review date of a document with what sets it to today; null without one that can be read. */
  reviewDate(uri: string): ReviewDate | null;
  /** Says texts in the language of who reads them. */
  readonly say: Say;
}

export interface RunbookService extends CoreService {
  /** What editors ask for. The command line is built without it. */
  readonly editor: EditorFeatures;
}

export interface ServiceOptions {
  /** Characters of text whose models are kept at hand; a model takes some ten bytes for each. */
  readonly modelBudget?: number;
  /** Reads a file again, so that not all texts need to be kept. */
  readonly readText?: ReadText;
  /** Whether plain findings tell if they are fixable. */
  readonly tellsFixable?: boolean;
  /** Whether documents are surveyed for reports when they are judged; asked each time. */
  readonly keepsSurveys?: () => boolean;
  /** Whether files are judged while others are still read, before their models go: for who asks for all findings next. */
  readonly judgesEarly?: boolean;
  readonly workLog?: WorkLog;
  /** The language of what is shown to people, English by default. Its answers must not change after the first question. */
  readonly translate?: Translate;
}
