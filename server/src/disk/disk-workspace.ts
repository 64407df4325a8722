/**
 * Feeds the service from disk: searches workspace folders, reads their documents, and takes in what happens to single
 * files afterwards. Knows paths and files; nothing of what the documents say.
 */
import { configurationFileName, type ConfigurationLayer } from '../config/configuration';
import { ConfigurationTree } from '../config/configuration-tree';
import { parseConfiguration, type KnownRules, type ParsedConfiguration } from '../config/parse-configuration';
import type { Affected, RunbookService } from '../service';
import type { WorkspaceFolder } from '../workspace';
import { Boundary } from './boundary';
import { ConfigurationFiles, type ReadConfiguration, type WordUnread } from './configuration-files';
import { isDocumentName, isForeignFolderName, isHiddenFolderName } from './document-name';
import { filesToLookAt, hasOtherRules, readOne, removeBelow } from './folder-changes';
import type { NoticedFile } from './file-notice';
import { findFiles, noteOnLinks, type FoundFiles, type SearchOptions } from './find-files';
import { ignoreFileName } from './ignore-rules';
import { isFolder } from './look-at';
import { LoadedFolder, type Keeping, type ReadContent } from './loaded-folder';
import { fromRelativePath, toCanonicalUri, toPath, toRelativePath, toUri } from './paths';
import { readContent } from './read-document';
import { WorkspaceRules } from './workspace-rules';

/** Something on disk that could not be used, in words; `uri` names the file or folder. */
export interface DiskProblem extends NoticedFile {
  readonly uri: string;
}

/** Where the files of a folder come from. */
export interface FolderSource {
  /** As `findFiles`. */
  readonly find: (path: string, rules: WorkspaceRules, options: SearchOptions) => Promise<FoundFiles>;
  /** As `readContent`. */
  readonly read: ReadContent;
}

export interface DiskWorkspaceOptions {
  /** Counts instead of all configuration files, as if it stood in the workspace folder. */
  readonly configuration?: ConfigurationLayer;
  /** Whether links may lead out of the folders. */
  readonly allowOutside?: boolean;
  /** Told how many of the folder's documents have been read so far, and how many there are. */
  readonly onRead?: (read: number, all: number) => void;
  /** What `load` takes instead of the files themselves, where somebody has read them already. */
  readonly source?: FolderSource;
  /** What an earlier session knew, and where this one leaves what it knows. */
  readonly keeping?: Keeping;
  /** Says why a folder that a configuration joins is not read. */
  readonly wordUnread?: WordUnread;
  /** Lets others have their turn while much is loaded; without it loading goes on until it is done. */
  readonly pace?: Pace;
}

/** When to pause during long work, and until when. */
export interface Pace {
  readonly isDue: boolean;
  pause(): Promise<void>;
}

export interface LoadOptions {
  readonly signal?: AbortSignal;
  /** Called when it is known which documents there are and what the configuration says of them; none is read yet. */
  readonly onConfigured?: () => void;
  /** Called when {@link DiskWorkspace.loadDefining} finds what it looks for, long before all of a large folder is loaded. */
  readonly onSearchable?: () => void;
}

/** A folder of fewer documents is read as soon as searched. */
const worthScanning = 500;

export class DiskWorkspace {
  readonly #service: RunbookService;
  readonly #knownRules: KnownRules;
  readonly #options: DiskWorkspaceOptions;
  readonly #loaded = new Map<string, LoadedFolder>();
  readonly #configurations: ConfigurationFiles;
  /** The folder that is being loaded, once its texts are searched. */
  #loading: LoadedFolder | null = null;
  /** How many folders are being loaded. */
  #loads = 0;

  /** `knownRules`: rules that a configuration may set. */
  constructor(service: RunbookService, knownRules: KnownRules, options: DiskWorkspaceOptions = {}) {
    this.#service = service;
    this.#knownRules = knownRules;
    this.#options = options;
    this.#configurations = new ConfigurationFiles(service, knownRules, options.wordUnread);
  }

  /** The configuration files found, with their problems. */
  get configurations(): readonly ReadConfiguration[] {
    return this.#configurations.all();
  }

  /** What is wrong in a text that stands, or is to stand, in a configuration file. */
  readConfiguration(uri: string, text: string): ParsedConfiguration {
    return this.#configurations.read(uri, text);
  }

  /**
   * Searches a folder and hands all its documents to the service, instead of what it handed before. The service must
   * know the folder. Returns what could not be read. Rejects only when `signal` is aborted.
   */
  async load(
    folder: WorkspaceFolder,
    options: LoadOptions = {},
  ): Promise<{ problems: DiskProblem[]; affected: Affected }> {
    this.#loads++;
    try {
      return await this.#load(folder, options);
    } finally {
      this.#loads--;
      this.#loading = null;
    }
  }

  async #load(
    folder: WorkspaceFolder,
    { signal, onConfigured, onSearchable }: LoadOptions,
  ): Promise<{ problems: DiskProblem[]; affected: Affected }> {
    const path = toPath(folder.uri);
    if (path === null) return { problems: [], affected: new Set() };
    const rules = this.#newRules();
    const { find, read } = this.#options.source ?? { find: findFiles, read: readContent };
    const boundary = this.#options.allowOutside === true ? null : Boundary.of(path);
    const found = await find(path, rules, { boundary, signal });
    const problems = [...found.problems, ...noteOnLinks(found.outside)].map(
      ({ path: relative, ...notice }): DiskProblem => ({
        ...notice,
        uri: toUri(fromRelativePath(path, relative)),
      }),
    );
    const before = this.#loaded.get(folder.uri);
    const { outside } = found;
    const place = { folder, path, rules, boundary, outside };
    const loaded = new LoadedFolder(this.#service, place, this.#options.keeping ?? null);
    const files = {
      leavesOut: (file: string): boolean => rules.leavesOut(file) || loaded.hides(file),
      excludes: (file: string): boolean => rules.leavesOut(file),
    };
    const affected = new Set(this.#service.configure(folder.uri, rules.configurations, files));
    const note = (others: Affected): void => {
      for (const other of others) affected.add(other);
    };
    this.#configurations.take(folder.uri, path, found.configurationFiles);
    onConfigured?.();
    if (before === undefined) note(await loaded.recall(() => this.#pause()));
    // those of a workspace folder inside of this one are its own
    const documents = found.documents.filter((relative) => loaded.holds(loaded.uriOf(relative)));
    if (onSearchable !== undefined && loaded.isUnknown && documents.length >= worthScanning) {
      await loaded.scan(documents, read, () => this.#pause());
      this.#loading = loaded;
      onSearchable();
    }
    let done = 0;
    for (const relative of documents) {
      signal?.throwIfAborted();
      this.#options.onRead?.(++done, documents.length);
      if (loaded.documents.has(loaded.uriOf(relative))) continue;
      const taken = loaded.take(relative, read(fromRelativePath(path, relative), boundary));
      note(taken.affected);
      if (taken.problem !== null)
        problems.push({ uri: loaded.uriOf(relative), message: taken.problem.message });
      await this.#pause();
    }
    note(loaded.finish(before?.documents ?? []));
    this.#loaded.set(folder.uri, loaded);
    return { problems: problems.sort((a, b) => (a.uri < b.uri ? -1 : 1)), affected };
  }

  /** Loads the documents that may define an id before the others of the folder that is being loaded, if one is. */
  async loadDefining(key: string): Promise<void> {
    await this.#loading?.loadDefining(key, () => this.#pause());
  }

  /**
   * Keeps what is known of all folders for the next session; at once where there is no time for pauses. While a folder
   * is loaded there is nothing to keep: what is known then belongs partly to what was before.
   */
  async save({ atOnce = false } = {}): Promise<void> {
    if (this.#loads > 0) return;
    const pause = atOnce ? (): Promise<void> => Promise.resolve() : (): Promise<void> => this.#pause();
    for (const loaded of this.#loaded.values()) await loaded.save(pause);
  }

  /**
   * Forgets the documents of a folder that is no longer part of the workspace. A folder around it, which has them now, is
   * to be loaded again.
   */
  unload(folderUri: string): Affected {
    const affected = new Set<string>();
    const gone = this.#loaded.get(folderUri)?.documents ?? [];
    this.#loaded.delete(folderUri);
    for (const uri of gone) for (const other of this.#service.removeFile(uri)) affected.add(other);
    this.#configurations.drop(folderUri);
    return affected;
  }

  /**
   * Takes in that a file or folder came, changed or went. A rule file (`.gitignore`, `.runbook.yaml`) makes its folder
   * be searched again; a folder that went takes its documents with it.
   */
  async onChanged(changedUri: string): Promise<{ problems: DiskProblem[]; affected: Affected }> {
    const uri = toCanonicalUri(changedUri);
    const path = toPath(uri);
    const affected = new Set<string>();
    const problems: DiskProblem[] = [];
    if (path === null) return { problems, affected };
    for (const loaded of this.#loaded.values()) {
      const relative = toRelativePath(loaded.path, path);
      if (relative === null || relative === '') continue;
      const name = relative.slice(relative.lastIndexOf('/') + 1);
      if (name === ignoreFileName || name === configurationFileName) {
        const again = await this.load(loaded.folder);
        problems.push(...again.problems);
        for (const other of again.affected) affected.add(other);
        continue;
      }
      if (mayHoldDocuments(name) && (await isFolder(path))) {
        // a folder that was renamed brings its documents without a word on each of them
        const again = await this.load(loaded.folder);
        problems.push(...again.problems);
        for (const other of again.affected) affected.add(other);
        continue;
      }
      const change = loaded.rules.mayTake(relative)
        ? await readOne(loaded, relative)
        : { affected: removeBelow(loaded, uri), problem: null };
      for (const other of change.affected) affected.add(other);
      if (change.problem !== null) problems.push({ uri, message: change.problem });
    }
    return { problems, affected };
  }

  /**
   * Looks for what happened without a word: files that came, changed or went, rules that did. Compares times and sizes,
   * and reads only what they tell of. Ends early when `signal` is aborted.
   */
  async rescan(signal?: AbortSignal): Promise<{ problems: DiskProblem[]; affected: Affected }> {
    const affected = new Set<string>();
    const problems: DiskProblem[] = [];
    const take = (change: {
      readonly affected: Affected;
      readonly problems: readonly DiskProblem[];
    }): void => {
      for (const other of change.affected) affected.add(other);
      problems.push(...change.problems);
    };
    for (const loaded of [...this.#loaded.values()]) {
      const rules = this.#newRules();
      const found = await findFiles(loaded.path, rules, { boundary: loaded.boundary, signal });
      if (hasOtherRules(loaded, found, rules)) {
        take(await this.load(loaded.folder, signal === undefined ? {} : { signal }));
        continue;
      }
      for (const relative of filesToLookAt(loaded, found)) {
        signal?.throwIfAborted();
        await this.#pause();
        if (!loaded.isStale(relative) || !loaded.holds(loaded.uriOf(relative))) continue;
        const wasSkipped = loaded.skipped.has(relative);
        const { affected: others, problem } = await readOne(loaded, relative);
        const isNews = problem !== null && !wasSkipped;
        take({
          affected: others,
          problems: isNews ? [{ uri: loaded.uriOf(relative), message: problem }] : [],
        });
      }
    }
    return { problems, affected };
  }

  /** Whether one of these documents is not as it was read. Costs a look at each file. */
  isStale(uris: Iterable<string>): boolean {
    for (const uri of uris) {
      const { folder, path } = this.#service.placeOf(uri);
      const loaded = this.#loaded.get(folder);
      if (loaded?.documents.has(uri) === true && loaded.isStale(path)) return true;
    }
    return false;
  }

  async #pause(): Promise<void> {
    const { pace } = this.#options;
    if (pace?.isDue === true) await pace.pause();
  }

  #newRules(): WorkspaceRules {
    const { configuration } = this.#options;
    if (configuration === undefined)
      return new WorkspaceRules({
        parseConfiguration: (text) => parseConfiguration(text, this.#knownRules).configuration,
      });
    const configurations = new ConfigurationTree();
    configurations.set('', configuration);
    return new WorkspaceRules({ parseConfiguration: null, configurations });
  }
}

function mayHoldDocuments(name: string): boolean {
  return !isDocumentName(name) && !isForeignFolderName(name) && !isHiddenFolderName(name);
}
