/**
 * A language client for tests: speaks to the real language server over streams, on a real folder, and keeps what the
 * server sends. Waits for messages, never for a while.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  ErrorCodes,
  FileChangeType,
  ProposedFeatures,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type FileEvent,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../protocol/src/initialization';
import { withoutAlias } from '../../server/src/disk/aliases';
import { DiskHost } from '../../server/src/disk/disk-host';
import { toPath, toUri } from '../../server/src/disk/paths';
import { toCanonicalUri } from '../../server/src/files/canonical-uri';
import { WorkspaceFiles } from '../../server/src/files/workspace-files';
import { GuardedMessageReader } from '../../server/src/lsp/node/message-reader';
import { nextTurn } from '../../server/src/lsp/node/next-turn';
import { Answers } from '../../server/src/lsp/answers';
import { Background } from '../../server/src/lsp/background';
import { guardMessages } from '../../server/src/lsp/message-guard';
import { serve } from '../../server/src/lsp/server';
import { WorkspaceFileSource } from '../../server/src/lsp/workspace-file-source';
import type { SessionOptions } from '../../server/src/lsp/session-options';
import { ruleOptions } from '../../server/src/service';
import { temporaryFolder, type FolderContent } from '../server/disk/temporary-folder';
import { today } from './workspace';

export interface ClientOptions {
  /** Workspace folders inside the temporary folder; by default the folder itself. */
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  /** Settings of section `runbook`, for clients that have `workspace/configuration`. */
  readonly settings?: unknown;
  readonly initializationOptions?: InitializationOptions;
  /** The server reads no more than one document of the workspace before this is settled. */
  readonly hold?: Promise<void>;
  /** The server searches no folder before this is settled. */
  readonly holdSearch?: Promise<void>;
  /** Milliseconds from one search for changed files to the next, for tests that would only wait for it. */
  readonly rescanRest?: number;
  /** What the host of the server does about memory. */
  readonly memory?: Pick<SessionOptions, 'makeRoom' | 'releaseMemory'>;
}

/** What editors of today understand of answers. */
const textDocument: ClientCapabilities['textDocument'] = {
  definition: { linkSupport: true },
  hover: { contentFormat: ['markdown', 'plaintext'] },
  completion: { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } },
  documentSymbol: { hierarchicalDocumentSymbolSupport: true },
};
const workspaceEdit: NonNullable<ClientCapabilities['workspace']>['workspaceEdit'] = {
  documentChanges: true,
  resourceOperations: ['rename'],
  changeAnnotationSupport: {},
};

/** A client that pushes are sent to and that wants to know of files. */
export const pushClient: ClientCapabilities = {
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceEdit },
  textDocument,
};

/** A client that asks for diagnostics itself. */
export const pullClient: ClientCapabilities = {
  workspace: { diagnostics: { refreshSupport: true }, workspaceEdit },
  textDocument: {
    ...textDocument,
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: true },
  },
};

export class TestClient {
  readonly connection: ProtocolConnection;
  /** Everything that was pushed, by URI: the newest last. */
  readonly pushed = new Map<string, PublishDiagnosticsParams[]>();
  readonly registrations: string[] = [];
  /** What it was asked for last, by method. */
  readonly registered = new Map<string, unknown>();
  readonly #root: string;
  readonly #listeners = new Set<() => void>();
  readonly #versions = new Map<string, number>();
  settings: unknown;
  refreshes = 0;
  refusesRegistrations = false;
  /** What the test has told the server to do. */
  state: 'new' | 'running' | 'ended' = 'new';
  initialized: InitializeResult | undefined;

  constructor(root: string, connection: ProtocolConnection, settings: unknown) {
    this.#root = root;
    this.connection = connection;
    this.settings = settings;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.pushed.set(params.uri, [...(this.pushed.get(params.uri) ?? []), params]);
      this.#tell();
    });
    connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string; registerOptions?: unknown }[] }) => {
        if (this.refusesRegistrations) return new ResponseError(ErrorCodes.InvalidRequest, 'not here');
        this.registrations.push(...registrations.map(({ method }) => method));
        for (const { method, registerOptions } of registrations) this.registered.set(method, registerOptions);
        this.#tell();
        return null;
      },
    );
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings ?? null),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.#tell();
      return null;
    });
  }

  uri(path: string): string {
    return toUri(join(this.#root, path));
  }

  path(uri: string): string {
    return uri.slice(this.uri('').replace(/\/$/, '').length + 1);
  }

  request<T>(method: string, params?: unknown): Promise<T> {
    if (method === 'initialize') this.state = 'running';
    if (method === 'shutdown') this.state = 'ended';
    return this.connection.sendRequest<T>(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** A request about a place of a document, by path. */
  at<T>(method: string, path: string, position: Position, more: object = {}): Promise<T> {
    return this.request<T>(method, { textDocument: { uri: this.uri(path) }, position, ...more });
  }

  open(path: string, text: string, languageId = 'markdown'): Promise<void> {
    return this.openUri(this.uri(path), text, languageId);
  }

  openUri(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    this.#versions.set(uri, 1);
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  change(path: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const uri = this.uri(path);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  close(path: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  /** Writes a file and tells the server. */
  write(
    path: string,
    content: string | Uint8Array,
    type: FileChangeType = FileChangeType.Changed,
  ): Promise<void> {
    const file = join(this.#root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return this.watched({ uri: this.uri(path), type });
  }

  /** Deletes a file or folder and tells the server. */
  delete(path: string): Promise<void> {
    rmSync(join(this.#root, path), { recursive: true });
    return this.watched({ uri: this.uri(path), type: FileChangeType.Deleted });
  }

  watched(...changes: readonly FileEvent[]): Promise<void> {
    return this.notify('workspace/didChangeWatchedFiles', { changes });
  }

  /** What the server has said last about a file, by push. */
  diagnosticsOf(path: string): readonly Diagnostic[] {
    return this.pushed.get(this.uri(path))?.at(-1)?.diagnostics ?? [];
  }

  /** Rules and words of the newest pushed diagnostics: `dangling-id 3:5`, lines and characters from 0. */
  findings(path: string, ...rules: readonly string[]): string[] {
    return show(this.diagnosticsOf(path), rules);
  }

  /** Resolves when a message makes `predicate` true; the test's own time limit ends what never happens. */
  async until(predicate: () => boolean): Promise<void> {
    while (!predicate()) {
      await new Promise<void>((resolve) => {
        const listener = (): void => {
          this.#listeners.delete(listener);
          resolve();
        };
        this.#listeners.add(listener);
      });
    }
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** `rule line:character` of diagnostics, those of `rules` only when some are named. */
export function show(diagnostics: readonly Diagnostic[], rules: readonly string[] = []): string[] {
  return diagnostics
    .filter(({ code }) => rules.length === 0 || rules.includes(String(code)))
    .map(({ code, range }) => `${String(code)} ${String(range.start.line)}:${String(range.start.character)}`);
}

/** Starts a server on a temporary folder and a client that has not said anything yet. */
export function connectClient(
  content: FolderContent,
  { settings, hold, holdSearch, rescanRest, memory }: ClientOptions = {},
): TestClient {
  const background = new Background(nextTurn);
  const pace = hold === undefined ? background : { isDue: true, pause: () => hold };
  const host = new DiskHost(
    holdSearch === undefined ? {} : { pace: { isDue: true, pause: () => holdSearch } },
  );
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const answers = new Answers(new StreamMessageWriter(toClient));
  const reader = new GuardedMessageReader(toServer, {
    refuse: (refusal) => {
      answers.refuse(refusal);
    },
    onEnd: () => Promise.resolve(),
  });
  const guard = guardMessages(background, answers);
  const server = createConnection(ProposedFeatures.all, reader, answers, guard.options);
  serve(server, {
    version: '0.0.0-test',
    toCanonicalUri,
    withoutAlias,
    createFileSource: (service) =>
      new WorkspaceFileSource(new WorkspaceFiles(host, service, ruleOptions, { pace }), {
        toCanonicalUri,
        nameOf: (uri) => toPath(uri) ?? uri,
        say: service.say,
      }),
    today: () => today,
    background,
    ...(rescanRest === undefined ? {} : { rescanRest }),
    ...memory,
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const client = new TestClient(temporaryFolder(content), connection, settings);
  connection.listen();
  onTestFinished(async () => {
    if (client.state === 'running') {
      // once it has read everything, the server has nothing under way that nobody would answer
      await connection.sendRequest('workspace/symbol', { query: '' });
      await connection.sendRequest('shutdown');
    }
    connection.dispose();
    server.dispose();
  });
  return client;
}

/** Says `initialize` and `initialized`. */
export async function initialize(
  client: TestClient,
  { folders = [''], capabilities = pushClient, initializationOptions }: ClientOptions = {},
): Promise<void> {
  client.initialized = await client.request<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions,
    workspaceFolders: folders.map((path) => ({
      uri: client.uri(path).replace(/\/$/, ''),
      name: path === '' ? 'workspace' : path,
    })),
  });
  await client.notify('initialized', {});
}

/** A client of a server that serves this folder. */
export async function startClient(content: FolderContent, options: ClientOptions = {}): Promise<TestClient> {
  const client = connectClient(content, options);
  await initialize(client, options);
  return client;
}
