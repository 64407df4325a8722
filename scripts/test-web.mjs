/**
 * Runs the extension tests in the web extension host of VS Code, where there is neither Node nor a disk: the same suites on
 * the same workspaces as `test-extension.mjs`. What cannot be tested there says so in the suites, with the reason.
 *
 *   node scripts/test-web.mjs [--usual] [--oldest] [GROUP…]
 *
 * --usual   only the groups that meet what is different there: how the server starts, what it reads, what wakes it up
 * --oldest  in the oldest VS Code that the manifest promises to run in
 *
 * Each group has a page of its own in one browser. Its folder is mounted; what tests write stays in the page.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { openPage, startBrowser } from './embedded-editor/browser.mjs';
import { addCounts, formatCount, onceMore } from './support/count.mjs';
import { runQuietly } from './support/process.mjs';
import { projectFolder, workFolder } from './support/project.mjs';
import { temporaryFolder } from './support/temporary-folder.mjs';
import { copyWorkspace, readSession, testGroups } from './support/test-groups.mjs';
import { Results } from './support/test-results.mjs';
import { startWebHost } from './web-editor/host.mjs';
import { installWebEditor } from './web-editor/install.mjs';
import { bundleTests } from './web-editor/test-bundles.mjs';

/** @typedef {import('./embedded-editor/browser.d.ts').Browser} Browser */
/** @typedef {import('./embedded-editor/browser.d.ts').Page} Page */
/** @typedef {import('./support/count.mjs').Count} Count */
/** @typedef {import('../test/extension/run/test-event.js').TestEvent} TestEvent */

/** Begins each line of results; `test/extension/run/web.ts` writes it. */
const mark = 'runbook-test ';
/** Pages at once: two wait for each other's processor less than for their own tests. */
const atOnce = 2;
const isVerbose = process.env['RUNBOOK_VERBOSE'] === '1';
const patience = Number(process.env['RUNBOOK_TEST_TIMEOUT'] ?? 900) * 1000;

const { values: flags, positionals } = parseArgs({
  options: { usual: { type: 'boolean', default: false }, oldest: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const groups = testGroups(positionals).filter(
  (group) => !flags.usual || readSession(group).usualInWeb === true,
);
const editor = await installWebEditor((message) => {
  console.log(message);
});
if (process.env['RUNBOOK_BUILT'] !== '1')
  await runQuietly('build the extension', process.execPath, ['scripts/build.mjs'], { cwd: projectFolder });
const browser = await startBrowser(editor.embedded);
/** @type {Count[]} */
const counts = [];
const waiting = [...groups];
await Promise.all(Array.from({ length: atOnce }, runWaiting));
await browser.close();
const total = addCounts(counts);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(formatCount(total));

/** Runs one group after the other, until none waits any more. One with a failed test runs once more, in a page of its own. */
async function runWaiting() {
  for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
    /** @type {string[]} */
    const lines = [`\n${group}`];
    let count = await runGroup(browser, group, (line) => lines.push(line));
    if (count.failed > 0) {
      lines.push(onceMore('a test failed', group));
      count = await runGroup(browser, group, (line) => lines.push(line));
    }
    counts.push(count);
    console.log(lines.join('\n'));
  }
}

/**
 * @param {Browser} browser
 * @param {string} group
 * @param {(line: string) => void} say
 * @returns {Promise<Count>}
 */
async function runGroup(browser, group, say) {
  const session = readSession(group);
  const folder = temporaryFolder('test');
  copyWorkspace(group, session, path.join(folder, 'workspace'));
  const version = flags.oldest ? 'oldest' : 'new';
  const host = await startWebHost(editor, folder, 'workspace', {
    version,
    extension: projectFolder,
    tests: await bundleTests(editor, group, { version, today: session.today }),
    settings: session.settings ?? {},
  });
  const { page, close } = await openPage(browser);
  const results = new Results(say);
  const problem = await runInPage(page, host.address, async (event) => {
    if (event.type === 'fail') await takePicture(page, group);
    results.show(event);
  });
  await close();
  await host.stop();
  if (!results.complete)
    results.fail(`the session of ${group} did not run to its end`, `${problem}\n${host.log().slice(-3000)}`);
  return results.count;
}

/**
 * Opens the page and follows its results until it says that the tests have ended.
 * @param {Page} page
 * @param {string} address
 * @param {(event: TestEvent) => Promise<void>} onEvent
 * @returns {Promise<string>} why it ended
 */
async function runInPage(page, address, onEvent) {
  /** @type {Promise<void>} */
  let handled = Promise.resolve();
  /** @type {(type: string, values: unknown[]) => void} */
  const log = (type, values) => {
    if (isVerbose) console.error(`[${type}]`, ...values);
    for (const value of values) {
      const start = typeof value === 'string' ? value.indexOf(mark) : -1;
      if (typeof value !== 'string' || start < 0) continue;
      const event = JSON.parse(value.slice(start + mark.length));
      handled = handled.then(() => onEvent(event));
    }
  };
  await page.exposeFunction('codeAutomationLog', log);
  /** @type {Promise<string>} */
  const ended = new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve(`It did not end within ${String(patience / 1000)} s.`);
    }, patience);
    const open = async () => {
      await page.exposeFunction('codeAutomationExit', () => {
        clearTimeout(timer);
        resolve('VS Code ended without a word.');
      });
      await page.goto(address);
    };
    open().catch(reject);
  });
  const reason = await ended;
  await handled;
  return reason;
}

/**
 * Shows what a failure looked like; the last one of a group stays.
 * @param {Page} page
 * @param {string} group
 */
async function takePicture(page, group) {
  const picture = path.join(workFolder, 'screenshots', `test-web-${group}.png`);
  mkdirSync(path.dirname(picture), { recursive: true });
  await page.screenshot({ path: picture });
}
