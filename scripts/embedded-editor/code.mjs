#!/usr/bin/env node
/**
 * A stand-in for the desktop VS Code executable.
 *
 * Takes its command line (`[folder] --extensionDevelopmentPath=… --extensionTestsPath=…`, other switches are
 * ignored), runs the tests in a Node extension host of the embedded editor and exits with their result. The
 * environment reaches the extension host.
 *
 * - RUNBOOK_VERBOSE=1 shows the extension host's console.
 * - RUNBOOK_TEST_TIMEOUT limits the run, in seconds (300).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { onInterrupt } from '../support/process.mjs';
import { installEmbeddedEditor } from './install.mjs';
import { TestWindow } from './test-window.mjs';

const interruptedCode = 130;
const dataFolder = mkdtempSync(path.join(tmpdir(), 'runbook-editor-'));
/** @type {{ finishing: boolean, window?: TestWindow }} */
const state = { finishing: false };

onInterrupt(() => void finish(interruptedCode));
// Once the runner is gone, however it ended, the tests are of no use.
const runner = process.ppid;
setInterval(() => {
  if (process.ppid !== runner) void finish(interruptedCode);
}, 1000).unref();
try {
  await finish(await main(process.argv.slice(2)));
} catch (error) {
  if (!state.finishing) console.error(error instanceof Error ? error.message : error);
  await finish(1);
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  const folder = args.find((arg) => !arg.startsWith('-'));
  const editor = await installEmbeddedEditor((message) => {
    console.error(message);
  });
  state.window = await TestWindow.open(editor, { dataFolder });
  return state.window.run({
    ...(folder === undefined ? {} : { folder }),
    extensions: valuesOf(args, 'extensionDevelopmentPath'),
    tests: valuesOf(args, 'extensionTestsPath'),
  });
}

/**
 * @param {readonly string[]} args
 * @param {string} name
 */
function valuesOf(args, name) {
  const start = `--${name}=`;
  return args.filter((arg) => arg.startsWith(start)).map((arg) => arg.slice(start.length));
}

/** @param {number} code */
async function finish(code) {
  if (state.finishing) return;
  state.finishing = true;
  await state.window?.close().catch((/** @type {unknown} */ error) => {
    console.error('Could not clean up:', error);
  });
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}
