#!/usr/bin/env node
/**
 * A stand-in for the desktop VS Code executable, for `runTests({ vscodeExecutablePath })` of @vscode/test-electron.
 *
 * Takes its command line (`[folder] --extensionDevelopmentPath=… --extensionTestsPath=…`, other switches are
 * ignored), runs the tests in a Node extension host of the embedded editor and exits with their result. The
 * environment reaches the extension host.
 *
 * - RUNBOOK_TEST_SETTINGS holds user settings as JSON.
 * - RUNBOOK_VERBOSE=1 shows the extension host's console.
 * - RUNBOOK_TEST_TIMEOUT limits the run, in seconds (300).
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { onInterrupt } from '../support/process.mjs';
import { openBrowser } from './browser.mjs';
import { installEmbeddedEditor } from './install.mjs';
import { editorAddress, startEditorServer } from './server.mjs';

/** @typedef {import('./server.mjs').EditorServer} EditorServer */

const timeoutCode = 124;
const interruptedCode = 130;
const dataFolder = mkdtempSync(path.join(tmpdir(), 'runbook-editor-'));
/** @type {(() => Promise<void>)[]} */
const cleanups = [];
const state = { finishing: false };

onInterrupt(() => void finish(interruptedCode));
// Once the runner is gone, however it ended, the tests are of no use.
const runner = process.ppid;
setInterval(() => {
  if (process.ppid !== runner) void finish(interruptedCode);
}, 1000).unref();
try {
  await main(process.argv.slice(2));
} catch (error) {
  // Tests may end while the page is still loading, and closing it makes the loading fail.
  if (!state.finishing) console.error(error instanceof Error ? error.message : error);
  await finish(1);
}

/** @param {readonly string[]} args */
async function main(args) {
  const folder = args.find((arg) => !arg.startsWith('-'));
  const editor = await installEmbeddedEditor((message) => {
    console.error(message);
  });
  const server = await startEditorServer(editor, {
    dataFolder,
    tests: true,
    settings: testSettings(),
  });
  cleanups.push(server.stop);
  const { page, close } = await openBrowser(editor);
  cleanups.push(close);

  const seconds = Number(process.env['RUNBOOK_TEST_TIMEOUT'] ?? 300);
  setTimeout(() => {
    console.error(`The tests did not end within ${String(seconds)} s. The server's last words:`);
    console.error(server.log().slice(-3000));
    void finish(timeoutCode);
  }, seconds * 1000).unref();
  void server.exited.then((code) => {
    if (state.finishing) return;
    console.error(`VS Code's server ended with code ${String(code)}:\n${server.log().slice(-3000)}`);
    void finish(1);
  });

  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ type, /** @type {unknown[]} */ values) => {
      if (process.env['RUNBOOK_VERBOSE'] === '1') console.error(`[${type}]`, ...values);
    },
  );
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => void finish(code));
  await page.goto(
    editorAddress(server, folder === undefined ? undefined : path.resolve(folder), [
      ...valuesOf(args, 'extensionDevelopmentPath').map((file) =>
        pathParameter(server, 'extensionDevelopmentPath', file),
      ),
      ...valuesOf(args, 'extensionTestsPath').map((file) =>
        pathParameter(server, 'extensionTestsPath', withExtension(file)),
      ),
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ]),
  );
}

/**
 * @param {readonly string[]} args
 * @param {string} name
 */
function valuesOf(args, name) {
  const start = `--${name}=`;
  return args.filter((arg) => arg.startsWith(start)).map((arg) => arg.slice(start.length));
}

/**
 * @param {EditorServer} server
 * @param {string} name
 * @param {string} file
 * @returns {readonly [string, string]}
 */
function pathParameter(server, name, file) {
  return [name, `vscode-remote://${server.host}${encodeURI(path.resolve(file))}`];
}

/**
 * Desktop VS Code takes a module name, the server's extension host wants the file.
 * @param {string} module
 */
function withExtension(module) {
  return existsSync(module) ? module : `${module}.js`;
}

/** @returns {Record<string, unknown>} */
function testSettings() {
  const text = process.env['RUNBOOK_TEST_SETTINGS'];
  return text === undefined ? {} : JSON.parse(text);
}

/** @param {number} code */
async function finish(code) {
  if (state.finishing) return;
  state.finishing = true;
  for (const cleanup of cleanups.reverse()) {
    await cleanup().catch((/** @type {unknown} */ error) => {
      console.error('Could not clean up:', error);
    });
  }
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}
