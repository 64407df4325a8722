/**
 * Runs the extension tests inside a real VS Code: the embedded editor, or the desktop one when RUNBOOK_VSCODE
 * names it (an executable, or a version such as `stable` to download).
 *
 *   node scripts/test-extension.mjs [GROUP…]
 *
 * Each folder of test/extension/suites is a group with an editor session of its own. The session opens a copy of
 * the folder of the same name in test/workspaces (or of the checkout's `examples`), so tests may write to it.
 * A `session.json` in the group can ask for more, see `support/test-groups.mjs`.
 */
import { watchFile, unwatchFile } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runTests } from '@vscode/test-electron';
import { installEmbeddedEditor } from './embedded-editor/install.mjs';
import { addCounts, formatCount } from './support/count.mjs';
import { desktopExecutable } from './support/desktop.mjs';
import { runQuietly } from './support/process.mjs';
import { inProject, projectFolder } from './support/project.mjs';
import { temporaryFolder } from './support/temporary-folder.mjs';
import { copyWorkspace, readSession, testGroups } from './support/test-groups.mjs';
import { ResultReader } from './support/test-results.mjs';

/** @typedef {import('./support/count.mjs').Count} Count */

/** @type {(message: string) => void} */
const report = (message) => {
  console.log(message);
};
const executable = await findExecutable();
if (process.env['RUNBOOK_BUILT'] !== '1')
  await runQuietly('build the extension and its tests', process.execPath, ['scripts/build.mjs', '--tests'], {
    cwd: projectFolder,
  });
const groups = testGroups(process.argv.slice(2));

/** @type {Count[]} */
const counts = [];
for (const group of groups) counts.push(await runGroup(group));
const total = addCounts(counts);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(formatCount(total));

/** @returns {Promise<string>} what runTests is to start */
async function findExecutable() {
  const desktop = process.env['RUNBOOK_VSCODE'];
  if (desktop !== undefined && desktop !== '') return desktopExecutable(desktop, report);
  await installEmbeddedEditor(report);
  return inProject('scripts', 'embedded-editor', 'code.mjs');
}

/**
 * A session that ends early without a failed test is started once more: a busy machine can lose a browser.
 * @param {string} group
 * @returns {Promise<Count>}
 */
async function runGroup(group) {
  console.log(`\n${group}`);
  let { reader, reason } = await runSession(group);
  if (!reader.complete && reader.count.failed === 0) {
    console.log(`  The session of ${group} did not run to its end, and is started once more: ${reason}`);
    ({ reader, reason } = await runSession(group));
  }
  if (!reader.complete) reader.fail(`the session of ${group} did not run to its end`, reason);
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
  const reader = new ResultReader(results);
  watchFile(results, { interval: 200 }, () => {
    reader.read();
  });
  let reason = 'VS Code ended without a word';
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: projectFolder,
      extensionTestsPath: inProject('dist', 'test', 'extension', 'run', 'index'),
      extensionTestsEnv: {
        ...(session.today === undefined ? {} : { RUNBOOK_TODAY: session.today }),
        RUNBOOK_TEST_SUITE: inProject('dist', 'test', 'extension', 'suites', group),
        RUNBOOK_TEST_RESULTS: results,
        XDG_CACHE_HOME: path.join(folder, 'caches'),
        RUNBOOK_TEST_SETTINGS: JSON.stringify(session.settings ?? {}),
      },
      launchArgs: [workspace, '--disable-extensions'],
    });
  } catch (error) {
    if (error instanceof Error) reason = error.message;
  }
  unwatchFile(results);
  reader.read();
  return { reader, reason };
}
