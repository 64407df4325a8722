/**
 * The connection to the Runbook language server: client options, our own requests, start and restart.
 *
 * Knows nothing about how a server is started; the host's entry says how.
 */
import {
  EventEmitter,
  commands,
  l10n,
  languages,
  type CancellationToken,
  type Disposable,
  type LogOutputChannel,
  type TextDocument,
  type Uri,
} from 'vscode';
import {
  LSPErrorCodes,
  ResponseError,
  State,
  type BaseLanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import { contextKeys, diagnosticSource } from '../../protocol/src/contributions.js';
import {
  entryPrefixesRequest,
  entryTargetsRequest,
  newEntryRequest,
  outlineRequest,
  rescanNotification,
  type EntryPrefixesParams,
  type EntryPrefixesResult,
  type EntryTargetsParams,
  type EntryTargetsResult,
  type NewEntryParams,
  type NewEntryResult,
  type OutlineParams,
  type OutlineResult,
} from '../../protocol/src/messages.js';
import type { InitializationOptions } from '../../protocol/src/initialization.js';
import { previewRequest, type PreviewParams, type PreviewResult } from '../../protocol/src/preview.js';
import { overviewChangedNotification } from '../../protocol/src/overview.js';
import { runsChangedNotification, type RunsChangedParams } from '../../protocol/src/run.js';
import { middleware } from './middleware.js';
import { errorHandler } from './error-handler.js';
import { ServerLife, type ServerRun, type ServerState } from './server-life.js';
import { rulePages } from './wake/rule-pages.js';

/** Milliseconds after which a server is ended again whose client is still starting. */
const killPause = 100;

/** A client that has not been started, and what ends its server without asking it. */
export interface ServerClient {
  readonly client: BaseLanguageClient;
  readonly kill: () => void;
}

/** What is different from one host of extensions to another. */
export interface ServerHost {
  /** Called again for every start. */
  createClient(options: LanguageClientOptions, output: LogOutputChannel): ServerClient;
  /**
   * Schemes of the file systems whose documents the server gets, besides those that were never saved. Others are no files of
   * anybody's workspace: an old revision, output, the input for a commit. Asked again for every start.
   */
  schemes(): readonly string[];
  /** Fixes the clock to a day, `YYYY-MM-DD`, for tests. */
  today(): string | undefined;
}

/**
 * The language server as the rest of the client sees it.
 * Each start takes a new language client, because one whose start failed cannot be started again.
 */
export class RunbookServer implements Disposable {
  readonly #output: LogOutputChannel;
  readonly #host: ServerHost;
  readonly #stateChanged = new EventEmitter<ServerState>();
  /** Fires after every change of {@link state}. */
  readonly onDidChangeState = this.#stateChanged.event;
  readonly #overviewChanged = new EventEmitter<void>();
  /** Fires when what the server says of the workspace as a whole may differ. */
  readonly onDidChangeOverview = this.#overviewChanged.event;
  readonly #runsChanged = new EventEmitter<readonly string[]>();
  /** Fires with the runs that look otherwise, none where the list of them does. */
  readonly onDidChangeRuns = this.#runsChanged.event;
  readonly #runStorage: string;
  readonly #life: ServerLife;
  #schemes: readonly string[];
  #client: BaseLanguageClient | undefined;

  /** `runStorage`: URI of the folder for the journals of runs. */
  constructor(output: LogOutputChannel, host: ServerHost, runStorage: string) {
    this.#output = output;
    this.#host = host;
    this.#runStorage = runStorage;
    this.#schemes = host.schemes();
    this.#life = new ServerLife(
      (onCrash) => this.#createRun(onCrash),
      (state) => {
        void commands.executeCommand('setContext', contextKeys.serverState, state);
        this.#stateChanged.fire(state);
      },
    );
  }

  get state(): ServerState {
    return this.#life.state;
  }

  /**
   * Starts the server; where there is one, whatever its state, it ends first. Never rejects: failure shows as state `stopped`,
   * its reason stands in the output.
   */
  start(): Promise<void> {
    return this.#life.start();
  }

  /** Whether a document is Markdown that the server gets. */
  follows(document: TextDocument): boolean {
    return languages.match(markdownSelector(this.#schemes), document) > 0;
  }

  /** Whether there are file systems now of which the server gets no documents. */
  lacksSchemes(): boolean {
    return this.#host.schemes().some((scheme) => !this.#schemes.includes(scheme));
  }

  dispose(): Promise<void> {
    this.#stateChanged.dispose();
    this.#overviewChanged.dispose();
    this.#runsChanged.dispose();
    return this.#life.dispose();
  }

  /** Phases and steps of a document. Rejects as {@link request} does. */
  outline(document: Uri, token: CancellationToken): Promise<OutlineResult> {
    const params: OutlineParams = { textDocument: { uri: document.toString() } };
    return this.request(outlineRequest.method, params, token);
  }

  /** What a preview shows of a document, by its URI. Rejects as {@link request} does. */
  preview(document: string): Promise<PreviewResult> {
    const params: PreviewParams = { textDocument: { uri: document } };
    return this.request(previewRequest.method, params);
  }

  /** The prefixes that an entry can have, seen from `document`. Rejects as {@link request} does. */
  entryPrefixes(document: Uri | undefined): Promise<EntryPrefixesResult> {
    const params: EntryPrefixesParams =
      document === undefined ? {} : { textDocument: { uri: document.toString() } };
    return this.request(entryPrefixesRequest.method, params);
  }

  /** Files that an entry of `prefix` can go into, seen from `document`. Rejects as {@link request} does. */
  entryTargets(prefix: string, document: Uri | undefined): Promise<EntryTargetsResult> {
    const params: EntryTargetsParams =
      document === undefined ? { prefix } : { prefix, textDocument: { uri: document.toString() } };
    return this.request(entryTargetsRequest.method, params);
  }

  /** The edits that add an entry. Rejects as {@link request} does, and when the server does not know the file. */
  newEntry(target: Uri, entry: Omit<NewEntryParams, 'textDocument'>): Promise<NewEntryResult> {
    const params: NewEntryParams = { ...entry, textDocument: { uri: target.toString() } };
    return this.request(newEntryRequest.method, params);
  }

  /**
   * Sends one of our own requests (`protocol/src/messages.ts`), as soon as the server runs.
   * Rejects when the server is stopped, refuses the request, or the token is cancelled.
   */
  async request<Result>(method: string, params: object, token?: CancellationToken): Promise<Result> {
    const client = await this.whenRunning();
    // An undefined token would count as a second parameter.
    return token === undefined
      ? client.sendRequest<Result>(method, params)
      : client.sendRequest<Result>(method, params, token);
  }

  /** Why the server has refused a request, in its words; undefined for an error of another sort. */
  refusalIn(error: unknown): string | undefined {
    return error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed
      ? error.message
      : undefined;
  }

  /** Waits while the server starts. Rejects when it is stopped. */
  async whenRunning(): Promise<BaseLanguageClient> {
    while (this.state === 'starting') await this.#nextState();
    if (this.#client === undefined || this.state !== 'running') {
      throw new Error(
        l10n.t(
          'The Runbook language server is not running. Use the command "Runbook: Restart Language Server".',
        ),
      );
    }
    return this.#client;
  }

  /** Has the server look for changes of files that no watcher told of; nothing where it does not run. */
  rescan(): void {
    if (this.state === 'running') void this.#client?.sendNotification(rescanNotification.method);
  }

  #nextState(): Promise<void> {
    return new Promise((resolve) => {
      const changed = this.#stateChanged.event(() => {
        changed.dispose();
        resolve();
      });
    });
  }

  #createRun(onCrash: () => void): ServerRun {
    this.#schemes = this.#host.schemes();
    const options = clientOptions(this.#schemes, this.#output, this.#host.today(), this.#runStorage);
    const { client, kill } = this.#host.createClient(options, this.#output);
    this.#client = client;
    client.onDidChangeState(({ oldState, newState }) => {
      if (oldState === State.Running && newState === State.Stopped) onCrash();
    });
    client.onNotification(overviewChangedNotification.method, () => {
      this.#overviewChanged.fire();
    });
    client.onNotification(runsChangedNotification.method, ({ runs }: RunsChangedParams) => {
      this.#runsChanged.fire(runs);
    });
    let started: Promise<void> = Promise.resolve();
    return {
      start: () => {
        // when it fails, the client logs the reason
        started = client.start();
        return started;
      },
      end: async () => {
        const settled = started.catch(() => undefined);
        // a client that is starting refuses to be stopped, and may not have its server yet
        while (client.state === State.Starting) {
          kill();
          await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, killPause))]);
        }
        await client.dispose().catch(() => undefined);
      },
    };
  }
}

function clientOptions(
  schemes: readonly string[],
  output: LogOutputChannel,
  today: string | undefined,
  runStorage: string,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    builtInMarkdown: true,
    schemes: [...schemes, 'untitled'],
    rulePages,
    overviewChanges: true,
    runStorage,
    runChanges: true,
    ...(today === undefined ? {} : { today }),
    ...(l10n.bundle === undefined ? {} : { translations: l10n.bundle }),
  };
  return {
    documentSelector: [
      ...markdownSelector(schemes),
      ...schemes.map((scheme) => ({ scheme, pattern: '**/.runbook.yaml' })),
      // they may hold alert rules; the server looks, and says nothing of any other
      ...schemes.map((scheme) => ({ scheme, pattern: '**/*.{yaml,yml,tpl}' })),
    ],
    // Files are watched by the watchers that the server registers; none are declared here,
    // or every change would arrive twice.
    diagnosticCollectionName: diagnosticSource,
    errorHandler,
    // False: do not try again. Having a handler keeps the client from showing the bare protocol error.
    initializationFailedHandler: () => false,
    initializationOptions,
    markdown: { isTrusted: false },
    middleware,
    outputChannel: output,
    progressOnInitialization: true,
    traceOutputChannel: output,
  };
}

function markdownSelector(schemes: readonly string[]): { language: string; scheme: string }[] {
  return [...schemes, 'untitled'].map((scheme) => ({ language: 'markdown', scheme }));
}
