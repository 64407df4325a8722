/**
 * What a check of a folder says, as plain data: all that reporters need, so that it can be kept and shown another
 * time. Knows nothing of how it came about.
 */

import type { FindingPrint, PrintedFinding } from '../service';

/** Where something stands; lines and columns count from 1, columns in UTF-16 units, ends exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One finding, nearly as programs read it. */
export interface Row extends Omit<PrintedFinding, 'accepted' | 'byTime'> {
  /** Whether it is there because of the day: it may have come without a change. */
  readonly byTime: boolean;
}

/** What only some formats show. */
export interface FindingDetails {
  /** The identifier of the entry that the finding is about; empty without one. */
  readonly entry: string;
  /** The text that the finding stands on. */
  readonly words: string;
  /** Its place with columns in bytes of UTF-8. */
  readonly bytes: Place;
  /** What the automatic fix changes, where it is one short place of the same document; null without one. */
  readonly suggestion: Suggestion | null;
  readonly related: readonly { readonly file: string; readonly place: Place; readonly message: string }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly changes: readonly {
      readonly file: string;
      readonly replacements: readonly { readonly place: Place; readonly text: string }[];
    }[];
  }[];
}

/** A text to be put in a place, whose columns are in bytes of UTF-8. */
export interface Suggestion {
  readonly bytes: Place;
  readonly text: string;
}

export interface ReportedFinding {
  readonly row: Row;
  /** Index in {@link FolderCheck.sources} of the line that it begins on. */
  readonly source: number;
  /** Null where they were not asked for. */
  readonly details: FindingDetails | null;
  /** What it stands on; null for what no baseline takes: problems in configuration files. */
  readonly print: FindingPrint | null;
  /** Whether it is milder than is usual for its rule: no profile asks for that it is gone. */
  readonly mild: boolean;
}

export interface FolderCheck {
  /** In the order of files and places. */
  readonly findings: readonly ReportedFinding[];
  /** Lines of documents, each once. */
  readonly sources: readonly string[];
  /** Paths of all documents, sorted, be they asked for or not. */
  readonly documents: readonly string[];
  /** How many of them are recognised: of a kind, so that rules speak about them. */
  readonly recognised: number;
  /** The entries of all documents: the path of the document, a line break, and the identifier. */
  readonly entries: readonly string[];
  /** What could not be read, in words. */
  readonly problems: readonly string[];
}

/** A finding with whether the baseline accepts it. */
export interface JudgedFinding extends ReportedFinding {
  readonly accepted: boolean;
}

/** A check with the folder that it is about, and of what was asked for only. */
export interface CheckedWorkspace extends FolderCheck {
  readonly findings: readonly JudgedFinding[];
  /** Absolute path of the folder. */
  readonly root: string;
  /** How the folder was given, to be put before the names of files where several were; else empty. */
  readonly lead: string;
}
