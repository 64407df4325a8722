/**
 * Runs the extension tests inside a real VS Code: the embedded editor, or the desktop one when RUNBOOK_VSCODE
 * names it (an executable, or a version such as `stable` to download).
 *
 *   node scripts/test-extension.mjs [GROUP…]
 *
 * Each folder of test/extension/suites is a group with an extension host of its own. It works on a copy of the folder of
 * the same name in test/workspaces (or of the checkout's `examples`), so tests may write to it. A `session.json` in the
 * group can ask for more, see `support/test-groups.mjs`.
 */
import { mkdirSync, watchFile, unwatchFile, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runTests } from '@vscode/test-electron';
import { installEmbeddedEditor } from './embedded-editor/install.mjs';
import { stillSettings } from './embedded-editor/server.mjs';
import { TestWindow } from './embedded-editor/test-window.mjs';
import { addCounts, formatCount, onceMore } from './support/count.mjs';
import { desktopExecutable } from './support/desktop.mjs';
import { runQuietly } from './support/process.mjs';
import { inProject, projectFolder } from './support/project.mjs';
import { temporaryFolder } from './support/temporary-folder.mjs';
import { copyWorkspace, readSession, testGroups } from './support/test-groups.mjs';
import { ResultReader } from './support/test-results.mjs';

/** @typedef {import('./support/count.mjs').Count} Count */

/**
 * What one group of tests runs on.
 * @typedef {object} Place
 * @property {string} folder for what the session needs
 * @property {string} workspace the folder that is open
 * @property {Record<string, string>} env what the tests find in their environment
 * @property {string | undefined} today the day that the server takes for today
 */

/** @type {(message: string) => void} */
const report = (message) => {
  console.log(message);
};
const tests = inProject('dist', 'test', 'extension', 'run', 'index');
const desktop = process.env['RUNBOOK_VSCODE'] ?? '';
/** Runs the tests and says why they ended, should they have ended early. @type {(place: Place) => Promise<string>} */
const runAt = desktop === '' ? inWindow : onDesktop(await desktopExecutable(desktop, report));
if (process.env['RUNBOOK_BUILT'] !== '1')
  await runQuietly('build the extension and its tests', process.execPath, ['scripts/build.mjs', '--tests'], {
    cwd: projectFolder,
  });

/** The window that all groups share which live on the same day. @type {{ window: TestWindow, today: string | undefined } | undefined} */
let shared;
/** @type {Count[]} */
const counts = [];
// those that live on the same day follow each other
for (const group of testGroups(process.argv.slice(2)).toSorted((a, b) => dayOf(b).localeCompare(dayOf(a))))
  counts.push(await runGroup(group));
await closeWindow();
const total = addCounts(counts);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(formatCount(total));

/**
 * A group runs once more, in a window and a folder of its own, when a test failed or its session ended early: a busy machine
 * can lose a browser. What fails both times has failed.
 * @param {string} group
 * @returns {Promise<Count>}
 */
async function runGroup(group) {
  console.log(`\n${group}`);
  let { reader, reason } = await runSession(group);
  if (!reader.complete || reader.count.failed > 0) {
    console.log(onceMore(reader.complete ? 'a test failed' : `its session ended early, ${reason}`, group));
    await closeWindow();
    ({ reader, reason } = await runSession(group));
  }
  if (!reader.complete) {
    await closeWindow();
    reader.fail(`the session of ${group} did not run to its end`, reason);
  }
  return reader.count;
}

/**
 * @param {string} group
 * @returns {Promise<{ reader: ResultReader, reason: string }>} why the session ended, should it have ended early
 */
async function runSession(group) {
  const session = readSession(group);
  const folder = temporaryFolder('test');
  const workspace = path.join(folder, 'workspace');
  const results = path.join(folder, 'results');
  copyWorkspace(group, session, workspace);
  if (session.settings !== undefined) writeSettings(workspace, session.settings);
  const reader = new ResultReader(results);
  watchFile(results, { interval: 200 }, () => {
    reader.read();
  });
  const env = {
    RUNBOOK_TEST_SUITE: inProject('dist', 'test', 'extension', 'suites', group),
    RUNBOOK_TEST_RESULTS: results,
  };
  const reason = await runAt({ folder, workspace, env, today: session.today }).catch(
    (/** @type {unknown} */ error) => (error instanceof Error ? error.message : String(error)),
  );
  unwatchFile(results);
  reader.read();
  return { reader, reason };
}

/**
 * Settings of a group are those of its folder: the window is the same for all, and a desktop VS Code has its own.
 * @param {string} workspace
 * @param {Record<string, unknown>} settings
 */
function writeSettings(workspace, settings) {
  mkdirSync(path.join(workspace, '.vscode'), { recursive: true });
  writeFileSync(path.join(workspace, '.vscode', 'settings.json'), JSON.stringify(settings));
}

/** @param {string} group */
function dayOf(group) {
  return readSession(group).today ?? '';
}

/** @param {Place} place */
async function inWindow({ folder, workspace, env, today }) {
  if (shared?.today !== today) await closeWindow();
  shared ??= {
    window: await TestWindow.open(await installEmbeddedEditor(report), {
      dataFolder: temporaryFolder('editor'),
      settings: stillSettings,
      env: today === undefined ? {} : { RUNBOOK_TODAY: today },
    }),
    today,
  };
  // the window is the same for all groups, and so is the environment that the editor gives them
  const entry = path.join(folder, 'tests.js');
  writeFileSync(
    entry,
    `Object.assign(process.env, ${JSON.stringify(env)});\nmodule.exports = require(${JSON.stringify(tests)});\n`,
  );
  const code = await shared.window.run({
    folder: workspace,
    extensions: [projectFolder],
    tests: [entry],
  });
  return `VS Code ended with code ${String(code)}`;
}

/**
 * @param {string} executable
 * @returns {(place: Place) => Promise<string>}
 */
function onDesktop(executable) {
  return async ({ folder, workspace, env, today }) => {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: projectFolder,
      extensionTestsPath: tests,
      extensionTestsEnv: {
        ...env,
        ...(today === undefined ? {} : { RUNBOOK_TODAY: today }),
        XDG_CACHE_HOME: path.join(folder, 'caches'),
        XDG_STATE_HOME: path.join(folder, 'state'),
      },
      launchArgs: [workspace, '--disable-extensions'],
    });
    return 'VS Code ended without a word';
  };
}

async function closeWindow() {
  await shared?.window.close();
  shared = undefined;
}
