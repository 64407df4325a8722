/** The product as it ships, the server and the command line, as real processes. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { afterAll, beforeAll, inject } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
  type ShowMessageParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { PromptStreams } from '../../server/src/cli/terminal';
import { toUri } from '../../server/src/disk/paths';
import { today } from './workspace';

const projectFolder = path.resolve(import.meta.dirname, '../..');

export interface BuiltProduct {
  readonly server: string;
  readonly cli: string;
  readonly remove: () => void;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the product that `test/process/build-once.ts` has built. */
    product: string;
  }
}

/** Bundles `server.js` and `cli.js` into a folder of their own, as scripts/build.mjs does. */
export async function buildProduct(): Promise<BuiltProduct> {
  const product = productIn(newFolder());
  await build({
    absWorkingDir: projectFolder,
    entryPoints: { server: 'server/src/lsp/node/main.ts', cli: 'server/src/cli/main.ts' },
    outdir: path.dirname(product.server),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return product;
}

function newFolder(): string {
  return realpathSync(mkdtempSync(path.join(tmpdir(), 'runbook-built-')));
}

function productIn(folder: string): BuiltProduct {
  return {
    server: path.join(folder, 'server.js'),
    cli: path.join(folder, 'cli.js'),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The product for the tests of a file, in a folder of its own, where the file's processes keep what they keep. */
export function productForTests(): BuiltProduct {
  let built: BuiltProduct | null = null;
  const product = (): BuiltProduct => {
    if (built === null)
      throw new Error('The product is there while tests run, not while they are collected.');
    return built;
  };
  beforeAll(() => {
    const folder = newFolder();
    cpSync(inject('product'), folder, { recursive: true });
    built = productIn(folder);
  });
  afterAll(() => {
    built?.remove();
  });
  return {
    get server() {
      return product().server;
    },
    get cli() {
      return product().cli;
    },
    remove: () => {
      product().remove();
    },
  };
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** The command line as it runs. */
export function startCli(
  { cli }: BuiltProduct,
  args: readonly string[],
  caches: string,
): {
  readonly pid: number | undefined;
  readonly end: Promise<Ended>;
  readonly kill: (signal: NodeJS.Signals) => void;
} {
  const child = start(cli, args, caches);
  return {
    pid: child.pid,
    end: ended(child),
    kill: (signal) => {
      child.kill(signal);
    },
  };
}

/** What makes pipes look like a terminal to a process: there is none in a test. */
const asTerminal = `for (const stream of [process.stdin, process.stdout])
  Object.assign(stream, { isTTY: true, columns: 300, rows: 100, setRawMode: () => stream });`;

/** The command line with somebody in front of it. */
export function startCliFor(
  { input, output }: PromptStreams,
  { cli }: BuiltProduct,
  { args, caches }: { readonly args: readonly string[]; readonly caches: string },
): Omit<ReturnType<typeof startCli>, 'pid'> {
  const options = ['--import', `data:text/javascript,${encodeURIComponent(asTerminal)}`];
  const child = start(cli, args, caches, options);
  const end = ended(child);
  child.stdout.pipe(output);
  input.pipe(child.stdin);
  // it may end while somebody types
  child.stdin.on('error', () => undefined);
  return {
    end,
    kill: (signal) => {
      child.kill(signal);
    },
  };
}

/** What the command line writes and how it ends. */
export function runCli({ cli }: BuiltProduct, ...args: readonly string[]): Promise<Ended> {
  return ended(start(cli, args));
}

/** The same under options of Node, such as those that confine a process. */
export function runCliUnder(
  nodeOptions: readonly string[],
  { cli }: BuiltProduct,
  ...args: readonly string[]
): Promise<Ended> {
  return ended(start(cli, args, undefined, nodeOptions));
}

export interface ServerProcess {
  readonly connection: ProtocolConnection;
  readonly end: Promise<Ended>;
  /** The URI of a file by its path in the folder that is served. */
  readonly uri: (path: string) => string;
  /** Writes characters or bytes to the server's standard input, whatever they are. */
  readonly write: (characters: string | Uint8Array) => void;
  /** What it has written to standard error so far. */
  readonly errors: () => string;
  /** Writes characters, and ends the server's standard input with them. */
  readonly hangUp: (characters: string) => void;
  /** Ends the process by a signal. */
  readonly kill: (signal: NodeJS.Signals) => void;
  /** What the server has asked to be shown to people so far. */
  readonly shown: readonly string[];
}

export interface ServerStart {
  /** Arguments besides `--stdio`. */
  readonly args?: readonly string[];
  /** Folder for caches; by default one that all processes of the product share. */
  readonly caches?: string;
  /** Options of Node itself, in front of the program. */
  readonly nodeOptions?: readonly string[];
  /** Where journals of runs are kept: an absolute path. */
  readonly runStorage?: string;
  /** Makes the edits that the server asks for. */
  readonly applyEdit?: (edit: WorkspaceEdit) => Promise<boolean>;
}

/** The server over a folder, initialised by a client that asks for diagnostics. */
export async function startServer(
  { server }: BuiltProduct,
  folder: string,
  { args = [], caches, nodeOptions = [], runStorage, applyEdit }: ServerStart = {},
): Promise<ServerProcess> {
  const child = start(server, ['--stdio', ...args], caches, nodeOptions);
  const end = ended(child);
  let errors = '';
  child.stderr.on('data', (text: string) => (errors += text));
  // it may end before everything is read
  child.stdin.on('error', () => undefined);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const shown: string[] = [];
  connection.onNotification('window/showMessage', ({ message }: ShowMessageParams) => {
    shown.push(message);
  });
  if (applyEdit !== undefined)
    connection.onRequest('workspace/applyEdit', async ({ edit }: { edit: WorkspaceEdit }) => ({
      applied: await applyEdit(edit),
    }));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: toUri(folder),
    capabilities: {
      textDocument: { diagnostic: {} },
      ...(applyEdit === undefined ? {} : { workspace: { workspaceEdit: { documentChanges: true } } }),
    },
    initializationOptions: { today, ...(runStorage === undefined ? {} : { runStorage: toUri(runStorage) }) },
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    end,
    uri: (name) => toUri(path.join(folder, name)),
    write: (characters) => {
      child.stdin.write(characters);
    },
    errors: () => errors,
    hangUp: (characters) => {
      child.stdin.end(characters);
    },
    kill: (signal) => {
      child.kill(signal);
    },
    shown,
  };
}

/** What is kept between runs goes where the product is, and with it. */
function start(
  file: string,
  args: readonly string[],
  caches = path.join(path.dirname(file), 'cache'),
  nodeOptions: readonly string[] = [],
): ChildProcessWithoutNullStreams {
  const env = { ...process.env, XDG_CACHE_HOME: caches, XDG_STATE_HOME: path.join(caches, 'state') };
  return spawn(process.execPath, [...nodeOptions, file, ...args], { stdio: 'pipe', env });
}

function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let out = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, error });
    });
  });
}
