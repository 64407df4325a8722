/**
 * Starts and ends VS Code's server on this machine's loopback address.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { runQuietly, startGroup, stopGroup } from '../support/process.mjs';

/** @typedef {import('./install.mjs').EmbeddedEditor} EmbeddedEditor */

/**
 * @typedef {object} ServerOptions
 * @property {string} dataFolder settings, installed extensions, logs and caches; may be new
 * @property {number} [port] a free one when left out
 * @property {boolean} [tests] accept an extension under development and its tests from the page's address
 * @property {boolean} [workspaceTrust] ask for trust, so that a new folder opens in Restricted Mode
 * @property {Record<string, unknown>} [settings] user settings of a new data folder, besides the quiet ones
 * @property {NodeJS.ProcessEnv} [env] what extension hosts find in their environment, besides what is in this one's
 */

/**
 * @typedef {object} EditorServer
 * @property {string} host `127.0.0.1:PORT`
 * @property {number | undefined} pid of the process that extension hosts are children of
 * @property {() => string} log what the server has printed
 * @property {Promise<number>} exited settles when the server ends by itself or is stopped
 * @property {() => Promise<void>} stop ends the server and its extension hosts
 */

/** Settings to start with: nothing of these is about the extension, and all of it distracts from it. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
};

/** Settings for tests, in which nothing is painted that nobody looks at: a cursor that blinks, what glides. */
export const stillSettings = {
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'workbench.reduceMotion': 'on',
};

const startLimit = 60_000;

/**
 * Starts the server and waits until it answers.
 * @param {EmbeddedEditor} editor
 * @param {ServerOptions} options
 * @returns {Promise<EditorServer>}
 * @throws with the server's output when it ends or stays silent
 */
export async function startEditorServer(editor, options) {
  const port = options.port ?? (await freePort());
  const host = `127.0.0.1:${String(port)}`;
  writeFirstSettings(options.dataFolder, {
    ...quietSettings,
    'security.workspace.trust.enabled': options.workspaceTrust === true,
    ...options.settings,
  });
  const args = [
    ...serverArguments(editor, options.dataFolder),
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--without-connection-token',
    '--telemetry-level',
    'off',
  ];
  if (options.tests === true) args.push('--enable-smoke-test-driver');
  if (options.workspaceTrust !== true) args.push('--disable-workspace-trust');

  const own = {
    XDG_CACHE_HOME: path.join(options.dataFolder, 'caches'),
    XDG_STATE_HOME: path.join(options.dataFolder, 'state'),
  };
  const env = { ...process.env, ...own, ...options.env };
  const child = startGroup(editor.node, args, env);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (output += chunk));
  }
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    child.once('close', (code) => {
      resolve(code ?? 128);
    });
    child.once('error', (error) => {
      output += error.message;
      resolve(128);
    });
  });
  const server = { host, pid: child.pid, log: () => output, exited, stop: () => stopGroup(child) };
  await waitUntilReady(server);
  return server;
}

/**
 * Installs a packaged extension into a data folder, as a user does.
 * @param {EmbeddedEditor} editor
 * @param {string} dataFolder
 * @param {string} vsix
 */
export async function installExtension(editor, dataFolder, vsix) {
  await runQuietly(`install ${path.basename(vsix)} into the editor`, editor.node, [
    ...serverArguments(editor, dataFolder),
    '--install-extension',
    vsix,
    '--force',
  ]);
}

/**
 * The address of a page of the server.
 * @param {EditorServer} server
 * @param {string} [folder] absolute path of a folder or `.code-workspace` file; an empty window without one
 * @param {readonly (readonly [string, string])[]} [payload] the window's development parameters
 * @returns {string}
 */
export function editorAddress(server, folder, payload = []) {
  const url = new URL(`http://${server.host}/`);
  if (folder === undefined) url.searchParams.set('ew', 'true');
  else url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/**
 * @param {EmbeddedEditor} editor
 * @param {string} dataFolder
 */
function serverArguments(editor, dataFolder) {
  return [editor.server, '--accept-server-license-terms', '--server-data-dir', dataFolder];
}

/**
 * @param {string} dataFolder
 * @param {Record<string, unknown>} settings
 */
function writeFirstSettings(dataFolder, settings) {
  const file = path.join(dataFolder, 'data', 'User', 'settings.json');
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(settings, undefined, 2)}\n`);
}

/** @param {EditorServer} server */
async function waitUntilReady(server) {
  const state = { ended: false };
  void server.exited.then(() => {
    state.ended = true;
  });
  const start = Date.now();
  while (Date.now() - start < startLimit) {
    if (state.ended) throw new Error(`VS Code's server ended at once:\n${server.log()}`);
    const answered = await fetch(`http://${server.host}/version`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await delay(50);
  }
  await server.stop();
  throw new Error(`VS Code's server did not answer within a minute:\n${server.log()}`);
}

/**
 * @param {number} [preferred] taken when it is free
 * @returns {Promise<number>} a port of the loopback address that nothing listens on
 */
export function freePort(preferred = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (preferred === 0) reject(error);
      else resolve(freePort());
    });
    probe.listen(preferred, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : preferred;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
