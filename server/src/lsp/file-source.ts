/** The port through which the server gets the files of the workspace. */
import type { ReadForSetup, ReadForSetupOptions } from '../files/read-for-setup';
import type { Trial, TrialOptions } from '../files/trial';
import type { WorkspaceFolder } from '../workspace';
import type { ConfigurationSource } from './configuration-diagnostics';

export interface LoadMilestones {
  /** Called as soon as the configuration of all folders is known. */
  readonly onConfigured?: () => void;
  /** Called when {@link FileSource.loadDefining} knows which documents may define an id, if that is before all are loaded. */
  readonly onSearchable?: () => void;
}

/** What changes of files led to. */
export interface FileChanges {
  /** The documents whose findings may differ. */
  readonly affected: ReadonlySet<string>;
  /** What could not be read, in words. */
  readonly problems: readonly string[];
}

/** Where files come from: the disk, or the client. */
export interface FileSource extends ConfigurationSource {
  /** Reads all documents of the folders into the service. Returns what could not be read, in words. */
  load(folders: readonly WorkspaceFolder[], milestones: LoadMilestones): Promise<readonly string[]>;
  /** Reads the configuration that holds for a document before the others, while folders are searched. */
  configureFor(uri: string): Promise<void>;
  /** Reads the documents that may define an id before the others, while folders are loaded. */
  loadDefining(key: string): Promise<void>;
  unload(folderUri: string): Iterable<string>;
  /** Takes in that a file came, changed or went. */
  onChanged(uri: string): Promise<FileChanges>;
  /** Looks for files that came, changed or went without a word, as {@link onChanged} takes in those that are told of. */
  rescan(signal: AbortSignal): Promise<FileChanges>;
  /** Whether the file of one of these documents is not as it was read. */
  isStale(uris: Iterable<string>): Promise<boolean>;
  /** As `readForSetup`, of the files that this source has. */
  readForSetup(folder: WorkspaceFolder, options: ReadForSetupOptions): Promise<ReadForSetup>;
  /** As the function of this name, of the files that this source has. */
  openTrial(folder: WorkspaceFolder, options: TrialOptions): Promise<Trial>;
  /** Saves what is known for the next session, in the background or at once. */
  save(options: { readonly atOnce: boolean }): Promise<void>;
}
