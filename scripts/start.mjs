/**
 * `npm start [-- FOLDER] [--desktop] [--port N]`: opens VS Code with this extension on a folder, from nothing but
 * a checkout. Installs, builds and prepares what is missing; a second start takes seconds.
 *
 * Without --desktop (or RUNBOOK_VSCODE) it is the embedded editor, shown in any browser of this machine.
 */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { installEmbeddedEditor } from './embedded-editor/install.mjs';
import { editorAddress, freePort, installExtension, startEditorServer } from './embedded-editor/server.mjs';
import { installDependencies } from './support/dependencies.mjs';
import { isStamped, stamp } from './support/fingerprint.mjs';
import { onInterrupt, run } from './support/process.mjs';
import { inProject, readManifest, workFolder } from './support/project.mjs';
import { packageExtension } from './support/vsix.mjs';

const usage = 'Usage: npm start [-- FOLDER] [--desktop] [--port N]';
const defaultPort = '8420';

/** @type {(message: string) => void} */
const report = (message) => {
  console.log(message);
};

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function main() {
  const { folder, desktop, port } = readArguments();
  await installDependencies(report);
  const vsix = await packageExtension(report);
  if (desktop !== undefined) await startDesktop(desktop, vsix.file, folder);
  else await startEmbedded(vsix, folder, port);
}

/** @returns {{ folder: string, desktop: string | undefined, port: number }} */
function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      desktop: { type: 'boolean', default: false },
      port: { type: 'string', default: defaultPort },
    },
  });
  const [name = inProject('examples')] = positionals;
  const folder = path.resolve(process.env['INIT_CWD'] ?? '', name);
  if (positionals.length > 1 || !/^\d{1,5}$/.test(values.port)) throw new Error(usage);
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.\n${usage}`);
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is a file, not a folder.\n${usage}`);
  const named = process.env['RUNBOOK_VSCODE'];
  const desktop = named !== undefined && named !== '' ? named : values.desktop ? 'stable' : undefined;
  return { folder, desktop, port: Number(values.port) };
}

/**
 * @param {{ file: string, content: string }} vsix
 * @param {string} folder
 * @param {number} port
 */
async function startEmbedded(vsix, folder, port) {
  const editor = await installEmbeddedEditor(report);
  // Kept between starts, so that settings and open files are still there.
  const dataFolder = path.join(workFolder, 'start');
  const stampFile = path.join(dataFolder, 'installed-extension');
  if (!isStamped(stampFile, vsix.content)) {
    report('Installing the extension into the editor …');
    await installExtension(editor, dataFolder, vsix.file);
    stamp(stampFile, vsix.content);
  }
  report('Starting VS Code …');
  const server = await startEditorServer(editor, { dataFolder, port: await freePort(port) });
  const state = { stopping: false };
  const stop = async () => {
    if (state.stopping) return;
    state.stopping = true;
    console.log('\nStopping VS Code …');
    await server.stop();
    process.exit(0);
  };
  onInterrupt(() => void stop());
  report(`\nVS Code with the Runbook extension is open on ${folder}:\n`);
  report(`    ${editorAddress(server, folder)}\n`);
  report('Open this address in a browser. Ctrl+C ends it.');
  const code = await server.exited;
  if (!state.stopping)
    throw new Error(`VS Code's server ended with code ${String(code)}:\n${server.log().slice(-3000)}`);
}

/**
 * @param {string} wanted
 * @param {string} vsix
 * @param {string} folder
 */
async function startDesktop(wanted, vsix, folder) {
  const { desktopExecutable, desktopCommandLine } = await import('./support/desktop.mjs');
  const executable = await desktopExecutable(wanted, report);
  // A profile of its own: the user's settings and extensions stay as they are.
  const profile = [
    `--user-data-dir=${path.join(workFolder, 'desktop', 'data')}`,
    `--extensions-dir=${path.join(workFolder, 'desktop', 'extensions')}`,
  ];
  const commandLine = desktopCommandLine(executable);
  report(`Installing ${readManifest().name} …`);
  const installed = await run(commandLine, [...profile, '--install-extension', vsix, '--force']);
  if (installed.code !== 0) throw new Error(`VS Code did not install ${vsix}.`);
  report(`Opening VS Code on ${folder}; close its window or press Ctrl+C to end.`);
  await run(commandLine, [...profile, '--wait', '--new-window', folder]);
}
