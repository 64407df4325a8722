/** What a run asks of the world around it: documents and their edits, records, the time. Hosts fill it in. */
import type { RunFile } from '../document/run/run-file';
import type { Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import type { Say } from '../text/say';

/** A record that was found in the workspace. */
export interface FoundRecord {
  readonly uri: string;
  readonly file: RunFile;
}

/** Where a run file goes. */
export interface RecordPlace {
  readonly uri: string;
  /** The way from it to the runbook. */
  readonly link: string;
}

/** A document as it is on the disk. */
export interface SavedText {
  readonly text: string;
  /** Another one whenever the file was written; empty where that cannot be told. */
  readonly stamp: string;
}

export interface RunHost {
  readonly say: Say;
  /** `2026-11-30T03:12:07Z` */
  now(): string;
  /** A name for a new run: letters, digits and hyphens. */
  newName(at: string): string;
  /** A document as it stands: as an editor has it, else as it is on disk. */
  runbook(uri: string): Runbook | undefined;
  /** A document as it is on the disk; null where that cannot be told. */
  onDisk(uri: string): SavedText | null;
  /** Its path in its workspace folder. */
  pathOf(uri: string): string;
  /** Whether a document is of this workspace, be it there or not. */
  isOurs(uri: string): boolean;
  /** The documents of the workspace that hold something to carry out. */
  documents(): Iterable<string>;
  /**
   * Changes a document that still has this text. `saved`: the change is on disk; `edited`: an editor has it, and says
   * when it is saved; `failed`: nothing changed.
   */
  edit(uri: string, text: string, edits: readonly Edit[]): Promise<'saved' | 'edited' | 'failed'>;
  /** A place for a run file that is not taken; null where there is none. `stem`: its name without an ending. */
  recordPlace(uri: string, stem: string): Promise<RecordPlace | null>;
  /** Writes a run file, or writes it again; as {@link edit}. */
  writeRecord(uri: string, text: string): Promise<'saved' | 'edited' | 'failed'>;
  /** The way from a run file to a runbook. */
  linkBetween(record: string, uri: string): string;
  /** Whether the configuration lets commands be put into a terminal. */
  mayUseTerminal(uri: string): boolean;
  /** The records of a document or of one of its entries, the latest first. */
  recordsOf(uri: string, entry: string | null): readonly FoundRecord[];
  /** Runs look otherwise now, for who shows them; none: the list of runs does. */
  changed(runs: readonly string[]): void;
}
