/**
 * Starts the web editor: its page, and the workspace that it shows. Writes stay in the page: a mounted folder is only read.
 */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, quietSettings } from '../embedded-editor/server.mjs';
import { startGroup, stopGroup } from '../support/process.mjs';

/** @typedef {import('./install.mjs').WebEditor} WebEditor */

/**
 * Which VS Code: a new one, or the oldest that the manifest promises to run in.
 * @typedef {'new' | 'oldest'} Version
 */

/**
 * @typedef {object} WebHostOptions
 * @property {Version} [version] a new one when left out
 * @property {string} extension the folder of the extension
 * @property {string} [tests] a bundle in that folder that exports `run`
 * @property {Record<string, unknown>} [settings] settings to start with, besides the quiet ones
 */

/**
 * @typedef {object} WebHost
 * @property {string} address of the page
 * @property {() => string} log what the server has printed
 * @property {() => Promise<void>} stop
 */

const script = fileURLToPath(new URL('serve.mjs', import.meta.url));
const startLimit = 60_000;

/**
 * Serves a folder with a folder in it that the page opens.
 * @param {WebEditor} editor
 * @param {string} mount
 * @param {string} folder the name of the folder in it
 * @param {WebHostOptions} options
 * @returns {Promise<WebHost>}
 * @throws with the server's output when it does not answer
 */
export async function startWebHost(editor, mount, folder, { version = 'new', settings, ...options }) {
  const port = await freePort();
  /** @type {import('./serve.mjs').ServeOptions} */
  const serve = {
    packages: editor.packages,
    version,
    port,
    mount,
    settings: { ...quietSettings, ...settings },
    ...options,
  };
  const child = startGroup(process.execPath, [script, JSON.stringify(serve)], process.env);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (output += chunk));
  // Webviews need an origin whose subdomains are this machine too, which `localhost` alone is not.
  const address = new URL(`http://vscode.localhost:${String(port)}/`);
  address.searchParams.set('folder', `vscode-test-web://mount/${folder}`);
  await waitUntilReady(port, () => output);
  return { address: address.href, log: () => output, stop: () => stopGroup(child) };
}

/**
 * @param {number} port
 * @param {() => string} log
 */
async function waitUntilReady(port, log) {
  const start = Date.now();
  while (Date.now() - start < startLimit) {
    const answered = await fetch(`http://127.0.0.1:${String(port)}/static/mount/?stat`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await delay(50);
  }
  throw new Error(`The web editor was not served within ${String(startLimit / 1000)} s:\n${log()}`);
}
