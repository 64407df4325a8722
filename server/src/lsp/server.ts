/**
 * The language server over one connection: translates LSP messages into calls of the service and back.
 * Host-neutral; files come in through `FileSource`.
 */
import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { settingsSection } from '../../../protocol/src/contributions';
import { rescanNotification } from '../../../protocol/src/messages';
import { createRunbookService, type ReadText, type RunbookService } from '../service';
import type { WorkspaceFolder } from '../workspace';
import type { Background } from './background';
import { clientSupport, initializeResult, type ClientSupport } from './capabilities';
import { ConfigurationDiagnostics } from './configuration-diagnostics';
import { registerDiagnosticRequests } from './diagnostic-requests';
import { DiagnosticsFeed, type OtherDiagnostics } from './diagnostics';
import { registerExtrasRequests } from './extras-requests';
import type { FileSource } from './file-source';
import { LargeDocuments } from './large-documents';
import { readExtras, readInitializationOptions, readScope, readSection } from './read-settings';
import { registerEditorRequests } from './editor-requests';
import { stillWanted, type RequestContext } from './request-context';
import { Rescans } from './rescans';
import { Rest } from './rest';
import { milestone } from './milestone';
import { OpenDocuments } from './open-documents';
import { serveSetAside, type SetAsideLog } from './set-aside';
import { TextSync } from './text-sync';
import { UriSpelling } from './uri-spelling';
import { watchers } from './watchers';
import { workspaceFolders } from './workspace-folders';

export interface ServerOptions {
  readonly version: string;
  readonly toCanonicalUri: (uri: string) => string;
  /** The URI by which these folders know the file of another one, which may be an alias of it. */
  readonly withoutAlias?: (uri: string, folders: readonly WorkspaceFolder[]) => string;
  /** Called at rest, once folders are read and judged: that leaves much to be thrown away. */
  readonly releaseMemory?: () => void;
  /** Reads the text of a file again; without it all texts are kept. */
  readonly readText?: ReadText;
  readonly createFileSource: (service: RunbookService, today: () => string) => FileSource;
  /** Knows in which documents earlier sessions ended. */
  readonly workLog?: SetAsideLog;
  /** What the messages of the connection are noted for. */
  readonly background: Background;
  /** Today as `YYYY-MM-DD`, unless the client fixes it. */
  readonly today: () => string;
}

/** Serves a connection until it ends. The connection has the options that `guardMessages` gives. */
export function serve(connection: Connection, options: ServerOptions): void {
  let fixedToday: string | null = null;
  const today = (): string => fixedToday ?? options.today();
  const { readText, workLog } = options;
  const service = createRunbookService(
    { today },
    { ...(readText === undefined ? {} : { readText }), ...(workLog === undefined ? {} : { workLog }) },
  );
  const files = options.createFileSource(service, today);
  const uris = new UriSpelling(options.toCanonicalUri, (uri) => options.withoutAlias?.(uri, folders) ?? uri);
  const open = new OpenDocuments(uris);
  const configurations = new ConfigurationDiagnostics(files);
  const large = new LargeDocuments();
  const rest = new Rest({
    keep: () => enqueue(() => files.keep({ atOnce: false })),
    releaseMemory: () => {
      service.evictModels();
      options.releaseMemory?.();
    },
  });
  let support: ClientSupport = clientSupport({});
  const newFeed = (): DiagnosticsFeed =>
    new DiagnosticsFeed(connection, service, {
      support,
      toClient: (uri) => uris.toClient(uri),
      spellingsOf: (uri) => open.spellingsOf(uri),
      background: options.background,
      onSettled: () => {
        rest.settled();
      },
    });
  let feed = newFeed();
  let folders: readonly WorkspaceFolder[] = [];
  let extras = readExtras(null);
  const configured = milestone();
  const searchable = milestone();
  const ready = milestone();
  /** Changes of files on disk, one after the other, so that they arrive in the order in which they happened. */
  let work: Promise<void> = Promise.resolve();
  const ending = new AbortController();

  function enqueue(task: () => Promise<void>): Promise<void> {
    work = work.then(task).catch((error: unknown) => {
      // after the end there is no client to tell
      if (ending.signal.aborted) return;
      connection.console.error(
        `Reading the workspace failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    });
    return work;
  }

  function report(problems: readonly string[]): void {
    for (const problem of problems) connection.console.warn(problem);
  }

  /** What there is to say of documents that the service does not know. */
  function others(): OtherDiagnostics {
    return new Map([...configurations.all(), ...large.diagnostics]);
  }

  const rescans = new Rescans((begun) =>
    enqueue(async () => {
      begun();
      const { affected, problems } = await files.rescan(ending.signal);
      report(problems);
      if (affected.size === 0) return;
      feed.changed(affected);
      feed.setOthers(others());
    }),
  );
  connection.onNotification(rescanNotification.method, () => {
    rescans.suggest();
  });
  const texts = new TextSync({
    service,
    uris,
    open,
    large,
    configurations,
    background: options.background,
    feed: () => feed,
    othersChanged: () => {
      feed.setOthers(others());
    },
    openedOrSaved: () => {
      rescans.suggest();
    },
  });
  serveSetAside(connection, {
    service,
    uris,
    log: workLog ?? null,
    changed: (affected) => {
      feed.changed(affected);
    },
  });

  connection.onInitialize((params: InitializeParams) => {
    const initialization = readInitializationOptions(params.initializationOptions);
    support = clientSupport(params.capabilities, initialization);
    feed = newFeed();
    fixedToday = initialization.today ?? null;
    folders = workspaceFolders(params, uris);
    service.setFolders(folders);
    return initializeResult(support, options.version);
  });

  connection.onInitialized(() => {
    if (support.watch)
      void connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers })
        .catch(refusedRegistration);
    if (support.configurationChanges)
      void connection.client
        .register(DidChangeConfigurationNotification.type, { section: settingsSection })
        .catch(refusedRegistration);
    if (support.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        void enqueue(() => changeFolders(added, removed));
      });
    }
    void enqueue(async () => {
      if (support.configuration) await readSettings(null);
      rest.loaded();
      report(await files.load(folders, { onConfigured: configured.reach, onSearchable: searchable.reach }));
      feed.setOthers(others());
    }).then(() => {
      // whatever could not be read: nobody is to wait for ever
      feed.start();
      configured.reach();
      searchable.reach();
      ready.reach();
      rescans.start();
    });
  });

  async function changeFolders(
    added: readonly WorkspaceFolder[],
    removed: readonly WorkspaceFolder[],
  ): Promise<void> {
    const gone = new Set(removed.map(({ uri }) => uris.fromFolder(uri)));
    const come = added.map(({ uri, name }) => ({ uri: uris.fromFolder(uri), name }));
    folders = [...folders.filter(({ uri }) => !gone.has(uri)), ...come];
    for (const uri of gone) feed.changed(files.unload(uri));
    feed.changed(service.setFolders(folders));
    for (const { uri, document } of open.takeMoved()) {
      feed.changed(service.closeDocument(uri));
      texts.put(document);
    }
    const changed = [...gone, ...come.map(({ uri }) => uri)];
    // what is in a folder inside of another one is the other one's when that folder is not there
    const around = folders.filter(({ uri }) => changed.some((inner) => inner.startsWith(`${uri}/`)));
    report(await files.load([...new Set([...around, ...come])], {}));
    rest.loaded();
    feed.setOthers(others());
    feed.refresh();
  }

  /** Clients that cannot be asked send all their settings along when they change. */
  async function readSettings(sent: unknown): Promise<void> {
    const settings: unknown = support.configuration
      ? await connection.workspace.getConfiguration(settingsSection).catch(() => null)
      : readSection(sent);
    feed.scope = readScope(settings);
    extras = readExtras(settings);
  }

  connection.onDidChangeConfiguration(({ settings }) => {
    void enqueue(async () => {
      await readSettings(settings);
      feed.refresh();
      if (support.refreshLenses) await connection.sendRequest(CodeLensRefreshRequest.type);
      if (support.refreshHints) await connection.languages.inlayHint.refresh();
    });
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    void enqueue(async () => {
      for (const { uri, type } of changes) {
        const isOurs =
          /\.(?:md|markdown|yaml|gitignore)$/i.test(uri) ||
          service.textOf(uris.fromClient(uri)) !== undefined;
        if (type === FileChangeType.Changed && !isOurs) continue;
        const { affected, problems } = await files.onChanged(uri);
        report(problems);
        feed.changed(affected);
      }
      feed.setOthers(others());
    });
  });

  const requests: RequestContext = {
    service,
    uris,
    configured: configured.reached,
    whenReady: (token) => stillWanted(ready.reached, token),
    loadDefining: async (key) => {
      await searchable.reached;
      await files.loadDefining(key);
    },
    lookAgain: async (uris) => {
      const all = [...uris];
      if (all.length === 0 ? rescans.isDue : files.isStale(all)) {
        await rescans.demand();
        return true;
      }
      rescans.suggestRarely();
      return false;
    },
    support: () => support,
  };
  registerDiagnosticRequests(connection, requests, () => feed);
  registerEditorRequests(connection, requests);
  registerExtrasRequests(connection, requests, () => extras);

  connection.onShutdown(async () => {
    ending.abort();
    rescans.dispose();
    feed.dispose();
    rest.end();
    await files.keep({ atOnce: true });
  });
  texts.listen(connection);
  connection.listen();
}

/** The library has logged it; without the registration the client tells of fewer changes, and that is all. */
const refusedRegistration = (): void => undefined;
