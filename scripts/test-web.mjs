/**
 * Runs the extension tests in the web extension host of VS Code, where there is neither Node nor a disk: the same suites on
 * the same workspaces as `test-extension.mjs`. What cannot be tested there says so in the suites, with the reason.
 *
 *   node scripts/test-web.mjs [GROUP…]
 *
 * Each group has a page of its own in one browser. Its folder is mounted; what tests write stays in the page.
 */
import path from 'node:path';
import process from 'node:process';
import { openPage, startBrowser } from './embedded-editor/browser.mjs';
import { addCounts, formatCount } from './support/count.mjs';
import { runQuietly } from './support/process.mjs';
import { projectFolder } from './support/project.mjs';
import { temporaryFolder } from './support/temporary-folder.mjs';
import { copyWorkspace, readSession, testGroups } from './support/test-groups.mjs';
import { Results } from './support/test-results.mjs';
import { startWebHost } from './web-editor/host.mjs';
import { installWebEditor } from './web-editor/install.mjs';
import { bundleTests } from './web-editor/test-bundles.mjs';

/** @typedef {import('./embedded-editor/browser.d.ts').Browser} Browser */
/** @typedef {import('./support/count.mjs').Count} Count */

/** Begins each line of results; `test/extension/run/web.ts` writes it. */
const mark = 'runbook-test ';
const isVerbose = process.env['RUNBOOK_VERBOSE'] === '1';
const patience = Number(process.env['RUNBOOK_TEST_TIMEOUT'] ?? 300) * 1000;

const groups = testGroups(process.argv.slice(2));
const editor = await installWebEditor((message) => {
  console.log(message);
});
await runQuietly('build the extension', process.execPath, ['scripts/build.mjs'], { cwd: projectFolder });
const browser = await startBrowser(editor.embedded);
/** @type {Count[]} */
const counts = [];
for (const group of groups) counts.push(await runGroup(browser, group));
await browser.close();
const total = addCounts(counts);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(formatCount(total));

/**
 * @param {Browser} browser
 * @param {string} group
 * @returns {Promise<Count>}
 */
async function runGroup(browser, group) {
  console.log(`\n${group}`);
  const session = readSession(group);
  const folder = temporaryFolder('test');
  copyWorkspace(group, session, path.join(folder, 'workspace'));
  const host = await startWebHost(editor, folder, 'workspace', {
    extension: projectFolder,
    tests: await bundleTests(editor, group, session.today),
    settings: session.settings ?? {},
    restricted: session.restricted === true,
  });
  const { page, close } = await openPage(browser);
  const results = new Results();
  /** @type {Promise<string | undefined>} what ended the session early */
  const ended = new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve(
        `It did not end within ${String(patience / 1000)} s. The server's last words:\n${host.log().slice(-3000)}`,
      );
    }, patience);
    const expose = async () => {
      await page.exposeFunction(
        'codeAutomationLog',
        (/** @type {string} */ type, /** @type {unknown[]} */ values) => {
          take(results, type, values);
        },
      );
      await page.exposeFunction('codeAutomationExit', () => {
        clearTimeout(timer);
        resolve(undefined);
      });
      await page.goto(host.address);
    };
    expose().catch(reject);
  });
  const problem = await ended;
  await close();
  await host.stop();
  if (!results.complete)
    results.fail(`the session of ${group} did not run to its end`, problem ?? 'VS Code ended without a word');
  return results.count;
}

/**
 * Picks results from what the page says.
 * @param {Results} results
 * @param {string} type
 * @param {unknown[]} values
 */
function take(results, type, values) {
  const lines = values.filter((value) => typeof value === 'string');
  for (const line of lines) {
    const start = line.indexOf(mark);
    if (start >= 0) results.show(JSON.parse(line.slice(start + mark.length)));
  }
  if (isVerbose) console.error(`[${type}]`, ...values);
}
