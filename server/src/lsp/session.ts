/**
 * What one client has open, and what is known of it: folders, settings, files, documents, and the work on them in its order.
 * Knows the client's abilities; which messages lead here is up to the handlers.
 */
import {
  CodeLensRefreshRequest,
  FileChangeType,
  type Connection,
  type FileEvent,
  type InitializeParams,
} from 'vscode-languageserver';
import { settingsSection } from '../../../protocol/src/contributions';
import { createRunbookService, type RunbookService } from '../service';
import type { DocumentPlace, WorkspaceFolder } from '../workspace';
import { clientSupport, type ClientSupport } from './capabilities';
import { ConfigurationDiagnostics } from './configuration-diagnostics';
import { DiagnosticsFeed } from './diagnostics';
import type { FileChanges, FileSource } from './file-source';
import { LargeDocuments } from './large-documents';
import { milestone } from './milestone';
import { OpenDocuments } from './open-documents';
import {
  readAccepted,
  readExtras,
  readInitializationOptions,
  readScope,
  readSection,
  type Extras,
} from './read-settings';
import { english, readTranslations, type Translations } from './translations';
import { OverviewNotice } from './overview-notice';
import { Rescans } from './rescans';
import { HeldRuns } from './held-runs';
import { Rest } from './rest';
import { AskedDocuments } from './asked-documents';
import { TaskQueue } from './task-queue';
import type { SessionOptions } from './session-options';
import { TextSync } from './text-sync';
import { UriSpelling } from './uri-spelling';
import { isWatched } from './watchers';
import { workspaceFolders } from './workspace-folders';

export class Session {
  readonly service: RunbookService;
  readonly uris: UriSpelling;
  readonly feed: DiagnosticsFeed;
  readonly texts: TextSync;
  readonly rescans: Rescans;
  /** The runs that this session holds. */
  readonly runs: HeldRuns;
  readonly files: FileSource;
  /** Today as `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly configurations: ConfigurationDiagnostics;
  /** The configuration of all folders is known. */
  readonly configured = milestone();
  /** {@link loadDefining} finds what it looks for. */
  readonly searchable = milestone();
  /** All folders are read. */
  readonly ready = milestone();
  readonly #connection: Connection;
  readonly #open: OpenDocuments;
  readonly #large = new LargeDocuments(() => this.service.say);
  readonly #rest: Rest;
  readonly #overview: OverviewNotice;
  readonly #tasks: TaskQueue;
  readonly #ending = new AbortController();
  readonly #asked: AskedDocuments;
  #support: ClientSupport = clientSupport({});
  #folders: readonly WorkspaceFolder[] = [];
  #extras = readExtras(null);
  #fixedToday: string | null = null;
  #translations: Translations = english;

  constructor(connection: Connection, options: SessionOptions) {
    const { background, readText, workLog } = options;
    const today = (this.today = () => this.#fixedToday ?? options.today());
    this.#connection = connection;
    this.#asked = new AskedDocuments(connection);
    this.service = createRunbookService(
      { today },
      {
        ...(readText === undefined ? {} : { readText }),
        ...(workLog === undefined ? {} : { workLog }),
        keepsSurveys: () => this.#overview.isWanted,
        translate: (text) => this.#translations.texts.get(text) ?? text,
      },
    );
    this.files = options.createFileSource(this.service, {
      today,
      language: () => this.#translations.language,
    });
    this.uris = new UriSpelling(
      options.toCanonicalUri,
      (uri) => options.withoutAlias?.(uri, this.#folders) ?? uri,
    );
    this.#overview = new OverviewNotice(connection, this.service);
    this.#open = new OpenDocuments(this.uris);
    this.runs = new HeldRuns(options, connection, this);
    this.configurations = new ConfigurationDiagnostics(this.files);
    this.#tasks = new TaskQueue((error) => {
      this.#reportFailure(error);
    });
    this.#rest = new Rest({
      readUnread: () => background.run(this.service.readUnread()),
      save: () => this.#tasks.add(() => this.files.save({ atOnce: false })),
      evict: () => {
        this.service.evictModels();
      },
      releaseMemory: () => options.releaseMemory?.(),
    });
    this.feed = new DiagnosticsFeed(connection, this.service, {
      support: () => this.#support,
      toClient: (uri) => this.uris.toClient(uri),
      spellingsOf: (uri) => this.#open.spellingsOf(uri),
      background,
      rest: this.#rest,
      onChanged: () => {
        this.#overview.changed();
      },
    });
    this.rescans = new Rescans((begun) => this.#tasks.add(() => this.#rescan(begun)), options.rescanRest);
    this.texts = new TextSync({
      service: this.service,
      uris: this.uris,
      open: this.#open,
      large: this.#large,
      configurations: this.configurations,
      background,
      feed: this.feed,
      othersChanged: () => {
        this.#updateOthers();
      },
      changed: options.makeRoom,
      openedOrSaved: () => {
        this.rescans.suggest();
      },
      runs: this.runs.notes,
    });
  }

  /** What the client can do; nothing before {@link initialize}. */
  get support(): ClientSupport {
    return this.#support;
  }

  /** The language that answers are in: `de`. */
  get locale(): string {
    return this.#translations.locale;
  }

  /** What of the editor's extras is switched on. */
  get extras(): Extras {
    return this.#extras;
  }

  /** Takes over what the client says of itself. Nothing is read yet. */
  initialize(params: InitializeParams): void {
    const options = readInitializationOptions(params.initializationOptions);
    this.#support = clientSupport(params.capabilities, options);
    this.#fixedToday = options.today ?? null;
    this.#translations = readTranslations(params);
    this.#overview.isWanted = options.overviewChanges === true;
    this.runs.begin(options);
    this.#folders = workspaceFolders(params, this.uris);
    this.service.setFolders(this.#folders);
  }

  /** Reads settings and folders. Whatever cannot be read: all milestones are reached afterwards. */
  async load(): Promise<void> {
    await this.#tasks.add(async () => {
      if (this.#support.configuration) await this.#readSettings(null);
      await this.#load(this.#folders);
    });
    this.feed.start();
    this.configured.reach();
    this.searchable.reach();
    this.ready.reach();
    this.rescans.start();
  }

  /** Folders were added to the workspace, and removed from it; URIs are the client's. */
  changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): Promise<void> {
    return this.#tasks.add(async () => {
      const gone = new Set(removed.map(({ uri }) => this.uris.fromFolder(uri)));
      const come = added.map(({ uri, name }) => ({ uri: this.uris.fromFolder(uri), name }));
      this.#folders = [...this.#folders.filter(({ uri }) => !gone.has(uri)), ...come];
      for (const uri of gone) this.feed.changed(this.files.unload(uri));
      this.feed.changed(this.service.setFolders(this.#folders));
      for (const { uri, document } of this.#open.takeMoved()) {
        this.feed.changed(this.service.closeDocument(uri));
        this.texts.put(document);
      }
      const changed = [...gone, ...come.map(({ uri }) => uri)];
      // what is in a folder inside of another one is the other one's when that folder is not there
      const around = this.#folders.filter(({ uri }) => changed.some((inner) => inner.startsWith(`${uri}/`)));
      await this.#load([...new Set([...around, ...come])]);
      this.feed.refresh();
    });
  }

  /** Settings changed. `sent`: all of them, from a client that cannot be asked. */
  changeSettings(sent: unknown): Promise<void> {
    return this.#tasks.add(async () => {
      await this.#readSettings(sent);
      this.feed.refresh();
      if (this.#support.refreshLenses) await this.#connection.sendRequest(CodeLensRefreshRequest.type);
      if (this.#support.refreshHints) await this.#connection.languages.inlayHint.refresh();
    });
  }

  /** The client saw files come, change and go. */
  filesChanged(changes: readonly FileEvent[]): Promise<void> {
    return this.#tasks.add(async () => {
      for (const { uri, type } of changes) {
        const isOurs = isWatched(uri) || this.service.textOf(this.uris.fromClient(uri)) !== undefined;
        if (type === FileChangeType.Changed && !isOurs) continue;
        this.#takeIn(await this.files.onChanged(uri));
      }
      this.#updateOthers();
    });
  }

  /** See `RequestContext.loadDefining`. */
  async loadDefining(key: string): Promise<void> {
    await this.searchable.reached;
    await this.files.loadDefining(key);
  }

  /** See `RequestContext.lookAgain`. */
  lookAgain(uris: Iterable<string>): Promise<boolean> {
    return this.rescans.lookAgain([...uris], (all) => this.files.isStale(all));
  }

  /** Ends all work, and saves what is known for the next session. */
  async end(): Promise<void> {
    this.#ending.abort();
    this.rescans.dispose();
    this.feed.dispose();
    this.#rest.end();
    this.#overview.dispose();
    await Promise.all([this.runs.end(), this.files.save({ atOnce: true })]);
  }

  async #load(folders: readonly WorkspaceFolder[]): Promise<void> {
    this.#rest.loaded();
    const problems = await this.files.load(folders, {
      onConfigured: this.configured.reach,
      onSearchable: this.searchable.reach,
    });
    this.#report(problems);
    this.#updateOthers();
  }

  async #rescan(begun: () => void): Promise<void> {
    begun();
    const changes = await this.files.rescan(this.#ending.signal);
    this.#takeIn(changes);
    if (changes.affected.size > 0) this.#updateOthers();
  }

  async #readSettings(sent: unknown): Promise<void> {
    const settings: unknown = this.#support.configuration
      ? await this.#connection.workspace.getConfiguration(settingsSection).catch(() => null)
      : readSection(sent);
    this.feed.scope = readScope(settings);
    this.feed.accepted = readAccepted(settings);
    this.#extras = readExtras(settings);
  }

  #takeIn({ affected, problems }: FileChanges): void {
    this.#report(problems);
    this.feed.changed(affected);
  }

  /** What there is to say of files that are no documents of the service may differ. */
  #updateOthers(): void {
    this.feed.setOthers(new Map([...this.configurations.all(), ...this.#large.diagnostics]));
    if (!this.#support.dynamicDocuments) return;
    const placed = (uris: readonly string[]): DocumentPlace[] => uris.map((uri) => this.service.placeOf(uri));
    const baselines = this.#folders.map(({ uri }) => this.configurations.baselineOf(uri)?.uri ?? '');
    this.#asked.update({
      styles: placed(this.configurations.styles()),
      baselines: placed(baselines.filter((uri) => uri !== '')),
    });
  }

  #report(problems: readonly string[]): void {
    for (const problem of problems) this.#connection.console.warn(problem);
  }

  #reportFailure(error: unknown): void {
    // after the end there is no client to tell
    if (this.#ending.signal.aborted) return;
    this.#connection.console.error(
      `Reading the workspace failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}
