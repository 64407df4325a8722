/**
 * Feeds the service with the files of a host: searches workspace folders, reads their documents, and takes in what
 * happens to single files afterwards. Knows paths and files; nothing of what the documents say, or where files are.
 */
import type { ConfigurationLayer } from '../config/configuration';
import { ConfigurationTree } from '../config/configuration-tree';
import { parseConfiguration, type KnownRules, type ParsedConfiguration } from '../config/parse-configuration';
import type { Affected, CoreService } from '../service';
import type { WorkspaceFolder } from '../workspace';
import { ConfigurationFiles, type ReadConfiguration, type WordUnread } from './configuration-files';
import { EarlyRules, learnNamed } from './early-rules';
import { FolderBaselines } from './folder-baselines';
import { foundConfigurations } from './extended-styles';
import { filesToLookAt, hasOtherRules, isAnyStale, readOne, removeBelow } from './folder-changes';
import { loadAlerts } from './folder-alerts';
import { foundFolder, ownDocuments } from './found-folder';
import type { FileHost, HostFolder } from './host';
import { LoadedFolder, type SnapshotOptions } from './loaded-folder';
import type { Pace } from './pace';
import { isFolder, isRule } from './rule-files';
import type { WorkspaceChange, WorkspaceProblem } from './workspace-change';
import { WorkspaceRules, type GivenRules } from './workspace-rules';

export interface WorkspaceFilesOptions {
  /** Counts instead of all configuration files, as if it stood in the workspace folder; with what it extends. */
  readonly configuration?: GivenRules;
  /** As `WorkspaceRulesOptions.top`. */
  readonly top?: string;
  /** Told how many of the folder's documents have been read so far, and how many there are. */
  readonly onRead?: (read: number, all: number) => void;
  /** Where an earlier session saved what it knew, and this one does. */
  readonly snapshots?: SnapshotOptions;
  /** Goes before what all configuration files say. */
  readonly above?: Omit<ConfigurationLayer, 'alerts'>;
  /** Whether baselines are left to others. */
  readonly ignoresBaselines?: boolean;
  /** Says why a folder that a configuration joins is not read. */
  readonly wordUnread?: WordUnread;
  /** Told that a large folder is read of which nothing is known. */
  readonly onCold?: () => void;
  /** Lets others have their turn while much is loaded; without it loading goes on until it is done. */
  readonly pace?: Pace;
}

export interface LoadOptions {
  readonly signal?: AbortSignal;
  /** Called when it is known which documents there are and what the configuration says of them; none is read yet. */
  readonly onConfigured?: () => void;
  /** Called when {@link WorkspaceFiles.loadDefining} finds what it looks for, long before all of a large folder is loaded. */
  readonly onSearchable?: () => void;
  /** Called when all documents are read, before the alert files; may hand more to the service. */
  readonly onDocuments?: () => Promise<Affected>;
}

/** A folder of fewer documents is read as soon as searched. */
const worthScanning = 500;

export class WorkspaceFiles {
  readonly host: FileHost;
  /** Null where they are left to others. */
  readonly baselines: FolderBaselines | null;
  readonly #service: CoreService;
  readonly #knownRules: KnownRules;
  readonly #options: WorkspaceFilesOptions;
  readonly #loaded = new Map<string, LoadedFolder>();
  readonly #configurations: ConfigurationFiles;
  readonly #early: EarlyRules;
  /** The folder that is being loaded, once its texts are searched. */
  #loading: LoadedFolder | null = null;
  /** How many folders are being loaded. */
  #loads = 0;

  /** `knownRules`: rules that a configuration may set. */
  constructor(
    host: FileHost,
    service: CoreService,
    knownRules: KnownRules,
    options: WorkspaceFilesOptions = {},
  ) {
    this.host = host;
    this.#service = service;
    this.#knownRules = knownRules;
    this.#options = options;
    this.baselines = options.ignoresBaselines === true ? null : new FolderBaselines(service);
    const has = (folder: string, path: string): boolean | undefined => {
      const loaded = this.#loaded.get(folder);
      return loaded?.documents.has(loaded.files.uriOf(path));
    };
    this.#configurations = new ConfigurationFiles(service, knownRules, has, options.wordUnread);
    this.#early = new EarlyRules({ host, service, knownRules, newRules: () => this.#newRules() });
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
  async load(folder: WorkspaceFolder, options: LoadOptions = {}): Promise<WorkspaceChange> {
    this.#loads++;
    try {
      const files = this.host.openFolder(folder.uri);
      return files === null ? nothing : await this.#load(folder, files, options);
    } finally {
      this.#loads--;
      this.#loading = null;
    }
  }

  async #load(
    folder: WorkspaceFolder,
    files: HostFolder,
    { signal, onConfigured, onSearchable, onDocuments }: LoadOptions,
  ): Promise<WorkspaceChange> {
    const rules = this.#newRules();
    const found = await files.find(rules, signal);
    await learnNamed(files, rules, this.#knownRules);
    const problems = found.problems.map(({ path, ...notice }): WorkspaceProblem => ({
      ...notice,
      uri: files.uriOf(path),
    }));
    const before = this.#loaded.get(folder.uri);
    const place = { folder, files, rules, outside: found.outside };
    const loaded = new LoadedFolder(this.#service, place, this.#options.snapshots ?? null);
    const own = await foundFolder(files, rules, found, loaded);
    const affected = new Set(this.#service.configure(folder.uri, rules.configurations, own));
    this.#early.searched(folder.uri);
    const note = (others: Iterable<string>): void => {
      for (const other of others) affected.add(other);
    };
    this.#configurations.set(folder.uri, foundConfigurations(files, rules, found), rules.imported);
    const accepted = await this.baselines?.load(place);
    problems.push(...(accepted?.problems ?? []));
    onConfigured?.();
    if (before === undefined) note(await loaded.restore(() => this.#pause()));
    const documents = ownDocuments(loaded, found, this.#service.layout.folders);
    if (onSearchable !== undefined && loaded.isUnknown && documents.length >= worthScanning) {
      this.#options.onCold?.();
      await loaded.scan(documents, () => this.#pause());
      this.#loading = loaded;
      onSearchable();
    }
    let done = 0;
    for await (const [path, content] of loaded.read(documents)) {
      signal?.throwIfAborted();
      this.#options.onRead?.(++done, documents.length);
      if (loaded.documents.has(files.uriOf(path))) continue;
      const { affected: others, problem } = await loaded.put(path, content);
      note(others);
      if (problem !== null) problems.push({ uri: files.uriOf(path), message: problem.message });
      await this.#pause();
    }
    if (onDocuments !== undefined) note(await onDocuments());
    const means = { service: this.#service, pause: () => this.#pause(), signal };
    note(await loadAlerts(loaded, found.alertFiles, means));
    note([...loaded.finish(before?.documents ?? []), ...(accepted?.affected ?? [])]);
    this.#loaded.set(folder.uri, loaded);
    return { problems: problems.sort((a, b) => (a.uri < b.uri ? -1 : 1)), affected };
  }

  /** Settles when the configuration that holds for a document is known, be its folder searched or not. */
  configureFor(uri: string): Promise<void> {
    return this.#early.read(uri);
  }

  /** Loads the documents that may define an id before the others of the folder that is being loaded, if one is. */
  async loadDefining(key: string): Promise<void> {
    await this.#loading?.loadDefining(key, () => this.#pause());
  }

  /**
   * Saves snapshots of all folders for the next session; at once where there is no time for pauses. While a folder is
   * loaded there is nothing to save: what is known then belongs partly to what was before.
   */
  async save({ atOnce = false } = {}): Promise<void> {
    if (this.#loads > 0) return;
    const pause = atOnce ? (): Promise<void> => Promise.resolve() : (): Promise<void> => this.#pause();
    for (const loaded of this.#loaded.values()) await loaded.save(pause);
  }

  /**
   * Removes the documents of a folder that is no longer part of the workspace. A folder around it, which has them now, is
   * to be loaded again.
   */
  unload(folderUri: string): Affected {
    const affected = new Set<string>();
    const gone = this.#loaded.get(folderUri)?.documents ?? [];
    this.#loaded.delete(folderUri);
    for (const uri of gone) for (const other of this.#service.removeFile(uri)) affected.add(other);
    this.#configurations.delete(folderUri);
    this.#early.forget(folderUri);
    this.baselines?.unload(folderUri);
    return affected;
  }

  /**
   * Takes in that a file or folder came, changed or went; `uri` in its one spelling. A rule file (`.gitignore`,
   * `.runbook.yaml`) makes its folder be searched again; a folder that went takes its documents with it.
   */
  async onChanged(uri: string): Promise<WorkspaceChange> {
    const affected = new Set<string>();
    const problems: WorkspaceProblem[] = [];
    for (const loaded of this.#loaded.values()) {
      const path = loaded.files.pathOf(uri);
      if (path === null || path === '') continue;
      const change = await this.#fileChanged(loaded, path, uri);
      for (const other of change.affected) affected.add(other);
      problems.push(...change.problems);
    }
    return { problems, affected };
  }

  async #fileChanged(loaded: LoadedFolder, path: string, uri: string): Promise<WorkspaceChange> {
    if (isRule(loaded, path) || (await isFolder(loaded, path))) return this.load(loaded.folder);
    if (this.baselines?.isBaseline(loaded, path) === true) return this.baselines.load(loaded);
    const mayBeTaken =
      loaded.rules.mayTake(path) || (loaded.hasAlerts && loaded.rules.roleOf(path) === 'alerts');
    if (!mayBeTaken) return { affected: removeBelow(loaded, uri), problems: [] };
    const { affected, problem } = await readOne(loaded, path);
    // the first runbook of a folder makes its alert rules matter
    if (!loaded.hasAlerts && this.#service.wantsAlerts(loaded.folder.uri)) return this.load(loaded.folder);
    return { affected, problems: problem === null ? [] : [{ uri, message: problem }] };
  }

  /**
   * Looks for what happened without a word: files that came, changed or went, rules that did. Compares times and sizes,
   * and reads only what they tell of. Ends early when `signal` is aborted.
   */
  async rescan(signal?: AbortSignal): Promise<WorkspaceChange> {
    const affected = new Set<string>();
    const problems: WorkspaceProblem[] = [];
    for (const loaded of [...this.#loaded.values()]) {
      const change = await this.#rescan(loaded, signal);
      for (const other of change.affected) affected.add(other);
      problems.push(...change.problems);
    }
    return { problems, affected };
  }

  async #rescan(loaded: LoadedFolder, signal: AbortSignal | undefined): Promise<WorkspaceChange> {
    const { files } = loaded;
    const rules = this.#newRules();
    const found = await files.find(rules, signal);
    await learnNamed(files, rules, this.#knownRules);
    const wantsAlerts = !loaded.hasAlerts && this.#service.wantsAlerts(loaded.folder.uri);
    if (wantsAlerts || hasOtherRules(loaded, found, rules))
      return this.load(loaded.folder, signal === undefined ? {} : { signal });
    const accepted = (await this.baselines?.load(loaded)) ?? nothing;
    const [affected, problems] = [new Set(accepted.affected), [...accepted.problems]];
    const paths = filesToLookAt(loaded, found);
    let next = 0;
    for await (const stamp of files.stamps(paths)) {
      const path = paths[next++] ?? '';
      signal?.throwIfAborted();
      await this.#pause();
      const uri = files.uriOf(path);
      if (!loaded.isStale(path, stamp) || !loaded.holds(uri)) continue;
      const isNews = !loaded.skipped.has(path);
      const { affected: others, problem } = await readOne(loaded, path);
      for (const other of others) affected.add(other);
      if (problem !== null && isNews) problems.push({ uri, message: problem });
    }
    return { problems, affected };
  }

  /** Whether one of these documents is not as it was read. Costs a look at each file. */
  isStale(uris: Iterable<string>): Promise<boolean> {
    return isAnyStale(
      this.#loaded,
      [...uris].map((uri) => this.#service.placeOf(uri)),
    );
  }

  async #pause(): Promise<void> {
    const { pace } = this.#options;
    if (pace?.isDue === true) await pace.pause();
  }

  #newRules(): WorkspaceRules {
    const { configuration, top, above } = this.#options;
    const parse = (text: string) => parseConfiguration(text, this.#knownRules).configuration;
    return new WorkspaceRules({
      parseConfiguration: configuration === undefined ? parse : null,
      configurations: new ConfigurationTree(above),
      ignoreCase: this.host.ignoreCase,
      ...(configuration === undefined ? {} : { given: configuration }),
      ...(top === undefined ? {} : { top }),
    });
  }
}

const nothing: WorkspaceChange = { affected: new Set(), problems: [] };
