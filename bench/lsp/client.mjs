/** A language client that measures: starts a server, speaks to it over its standard streams, and waits within a limit. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { offsetAt } from './positions.mjs';
import { processMemory } from './process-memory.mjs';
import { within } from './within.mjs';

/** @typedef {import('vscode-languageserver/node').Position} Position */
/** @typedef {import('vscode-languageserver/node').Diagnostic} Diagnostic */
/** @typedef {import('vscode-languageserver/node').Location} Location */
/** @typedef {import('vscode-languageserver/node').ProtocolConnection} ProtocolConnection */

/**
 * How to start a server and what it wants of its client.
 * @typedef {object} ServerKind
 * @property {string} tool
 * @property {import('../timed-run.mjs').Call} call
 * @property {object} initializationOptions
 * @property {object} settings by section
 * @property {boolean} slow whether it takes minutes on a large workspace
 * @property {boolean} probed whether it is a Node process with a probe in it, which answers messages
 * @property {(connection: ProtocolConnection, editor: EditorSide) => void} serve answers requests that only this server has
 */

/**
 * What an editor knows that a server may ask for.
 * @typedef {object} EditorSide
 * @property {string} folder of the workspace
 * @property {(uri: string) => string | undefined} textOf the text of an open document
 */

/** @typedef {{ rss: number, peak: number, heap: number | null }} Memory in MB; the heap after a garbage collection */

/**
 * @typedef {object} ClientOptions
 * @property {string} folder of the workspace
 * @property {NodeJS.ProcessEnv} environment
 * @property {boolean} pull whether the client asks for diagnostics, or waits for them
 * @property {number} limit seconds that one answer may take
 */

export class LanguageClient {
  /** When the server was started, as `performance.now()` has it. */
  startedAt;
  #connection;
  #child;
  #options;
  #kind;
  /** @type {Map<string, { version: number, resolve: (diagnostics: readonly Diagnostic[]) => void }>} */
  #awaited = new Map();
  /** @type {Map<string, { version: number, text: string }>} */
  #documents = new Map();
  /** Whether the server wants the whole text with each change. */
  #takesWholeTexts = false;
  #stop;
  #ended;

  /**
   * @param {ServerKind} kind
   * @param {ClientOptions} options
   */
  constructor(kind, options) {
    this.#kind = kind;
    this.#options = options;
    this.startedAt = performance.now();
    this.#child = spawn(kind.call.command, kind.call.args, {
      cwd: options.folder,
      env: options.environment,
      stdio: ['pipe', 'pipe', 'ignore', ...(kind.probed ? [/** @type {const} */ ('ipc')] : [])],
    });
    const { stdin, stdout } = this.#child;
    if (stdin === null || stdout === null) throw new Error('The server was started without its streams.');
    // what is still being written when the server ends
    stdin.on('error', () => undefined);
    this.#stop = () => this.#child.kill('SIGKILL');
    this.#ended = new Promise((resolve) => {
      this.#child.once('close', () => {
        resolve(undefined);
      });
    });
    process.once('exit', this.#stop);
    this.#connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#answerServer();
    kind.serve(this.#connection, {
      folder: options.folder,
      textOf: (uri) => this.#documents.get(uri)?.text,
    });
    this.#connection.listen();
  }

  /** Completes the handshake. The server begins to read the workspace after it. */
  async initialize() {
    const { folder, pull } = this.#options;
    const uri = pathToFileURL(folder).href;
    /** @type {{ capabilities: { textDocumentSync?: number | { change?: number } } }} */
    const { capabilities } = await this.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: path.basename(folder) }],
      initializationOptions: this.#kind.initializationOptions,
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
        textDocument: {
          ...(pull ? { diagnostic: {} } : {}),
          publishDiagnostics: { versionSupport: true },
          completion: {},
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
      },
    });
    const sync = capabilities.textDocumentSync;
    this.#takesWholeTexts =
      (typeof sync === 'object' ? sync.change : sync) !== TextDocumentSyncKind.Incremental;
    await this.#connection.sendNotification('initialized', {});
    await this.#connection.sendNotification('workspace/didChangeConfiguration', {
      settings: this.#kind.settings,
    });
  }

  /**
   * @template T
   * @param {string} method
   * @param {unknown} [params]
   * @returns {Promise<T>}
   * @throws when the server refuses, or does not answer within the limit
   */
  request(method, params) {
    return this.#within(this.#connection.sendRequest(method, params), method);
  }

  /**
   * @template T
   * @param {string} method about a place of a document
   * @param {string} name of the document
   * @param {Position} position
   * @param {object} [more]
   * @returns {Promise<T>}
   */
  at(method, name, position, more = {}) {
    return this.request(method, { textDocument: { uri: this.uri(name) }, position, ...more });
  }

  /** @param {string} name path of a document in the workspace @returns {string} */
  uri(name) {
    return pathToFileURL(path.join(this.#options.folder, name)).href;
  }

  /**
   * @param {string} name
   * @param {string} [text] that of the file when left out
   */
  async open(name, text = readFileSync(path.join(this.#options.folder, name), 'utf8')) {
    const uri = this.uri(name);
    this.#documents.set(uri, { version: 1, text });
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
  }

  /** @param {string} name */
  async close(name) {
    const uri = this.uri(name);
    this.#documents.delete(uri);
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /**
   * @param {string} name
   * @param {Position} start
   * @param {Position} end
   * @param {string} text
   */
  async change(name, start, end, text) {
    const uri = this.uri(name);
    const before = this.#documents.get(uri);
    if (before === undefined) throw new Error(`${name} is not open.`);
    const version = before.version + 1;
    const changed =
      before.text.slice(0, offsetAt(before.text, start)) +
      text +
      before.text.slice(offsetAt(before.text, end));
    this.#documents.set(uri, { version, text: changed });
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [this.#takesWholeTexts ? { text: changed } : { range: { start, end }, text }],
    });
  }

  /**
   * Asks for the diagnostics of a document.
   * @param {string} name
   * @returns {Promise<readonly Diagnostic[]>}
   */
  async diagnostics(name) {
    /** @type {{ items?: Diagnostic[] }} */
    const { items } = await this.request('textDocument/diagnostic', {
      textDocument: { uri: this.uri(name) },
    });
    return items ?? [];
  }

  /**
   * Waits for the diagnostics of the present version of a document. To be called before they can have come.
   * @param {string} name
   * @returns {Promise<readonly Diagnostic[]>}
   */
  pushedDiagnostics(name) {
    const uri = this.uri(name);
    const version = this.#documents.get(uri)?.version ?? 0;
    /** @type {Promise<readonly Diagnostic[]>} */
    const pushed = new Promise((resolve) => {
      this.#awaited.set(uri, { version, resolve });
    });
    return this.#within(pushed, `diagnostics of version ${version}`);
  }

  /** @returns {Promise<Memory>} of the server with its child processes, now; the peak is that of its lifetime */
  async memory() {
    const { rss, peak } = processMemory(this.#child.pid ?? 0);
    if (!this.#kind.probed) return { rss, peak, heap: null };
    return { rss, peak, heap: Number(await this.probe('heap')) / 1e6 };
  }

  /**
   * Sends a message to the probe that the server was started with.
   * @param {string} message
   * @returns {Promise<unknown>} what the probe answers
   */
  probe(message) {
    const answer = new Promise((resolve) => {
      this.#child.once('message', resolve).send(message);
    });
    return this.#within(answer, `the message "${message}" to its probe`);
  }

  /** Ends the server. */
  async stop() {
    await Promise.race([
      this.#connection
        .sendRequest('shutdown')
        .then(() => this.#connection.sendNotification('exit'))
        .catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, 2000)),
    ]);
    const force = setTimeout(this.#stop, 1000);
    await this.#ended;
    clearTimeout(force);
    process.off('exit', this.#stop);
    this.#connection.dispose();
  }

  #answerServer() {
    const connection = this.#connection;
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }) => {
      const awaited = this.#awaited.get(uri);
      if (awaited === undefined || version !== awaited.version) return;
      this.#awaited.delete(uri);
      awaited.resolve(diagnostics);
    });
    connection.onRequest(
      'workspace/configuration',
      (/** @type {{ items: { section?: string }[] }} */ { items }) =>
        items.map(({ section = '' }) => new Map(Object.entries(this.#kind.settings)).get(section) ?? null),
    );
    for (const method of takenNoteOf) connection.onRequest(method, () => null);
  }

  /**
   * @template T
   * @param {Promise<T>} answer
   * @param {string} what
   * @returns {Promise<T>}
   */
  #within(answer, what) {
    return within(answer, { what, tool: this.#kind.tool, limit: this.#options.limit, ended: this.#ended });
  }
}

/** Requests of servers that need no more than an answer. */
const takenNoteOf = [
  'client/registerCapability',
  'client/unregisterCapability',
  'window/workDoneProgress/create',
  'workspace/diagnostic/refresh',
  'workspace/codeLens/refresh',
  'workspace/inlayHint/refresh',
  'workspace/semanticTokens/refresh',
];
