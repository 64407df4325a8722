/** What the host of a session gives it. */
import type { ReadText, RunbookService } from '../service';
import type { JournalStore } from '../run/journal-store';
import type { SavedText } from '../run/run-host';
import type { WorkspaceFolder } from '../workspace';
import type { Background } from './background';
import type { FileSource } from './file-source';
import type { SetAsideLog } from './set-aside';

export interface SessionOptions {
  readonly toCanonicalUri: (uri: string) => string;
  /** The URI by which these folders know the file of another one, which may be an alias of it. */
  readonly withoutAlias?: (uri: string, folders: readonly WorkspaceFolder[]) => string;
  /** Called with each change of an open document: another one is likely to follow. */
  readonly makeRoom?: () => void;
  /** Called at rest, once folders are read and judged: that leaves much to be thrown away. */
  readonly releaseMemory?: () => void;
  /** Reads the text of a file again; without it all texts are kept. */
  readonly readText?: ReadText;
  /** A document as it is on the disk; without it runs cannot tell what was saved but by what the client says. */
  readonly savedText?: (uri: string) => SavedText | null;
  readonly createFileSource: (
    service: RunbookService,
    now: { today: () => string; language: () => string },
  ) => FileSource;
  /** Knows in which documents earlier sessions ended. */
  readonly workLog?: SetAsideLog;
  /** Keeps journals of runs in a folder, by its URI; without it they are kept in memory. */
  readonly createJournals?: (folder: string) => JournalStore;
  /** What the messages of the connection are noted for. */
  readonly background: Background;
  /** Milliseconds from one search for changed files in the background to the next, if not the usual time. */
  readonly rescanRest?: number;
  /** Today as `YYYY-MM-DD`, unless the client fixes it. */
  readonly today: () => string;
}
