/**
 * `npm run test:interface [-- --usual] [SUITE…]`: works with the built extension as a person does, with the keyboard and the mouse in a
 * real VS Code, and counts how much she has to do. Extension tests cannot type into a question. A suite is a function of
 * `scripts/interface/suites`. `--usual` leaves out what takes its time and is met elsewhere: suites that say so, and tests by
 * `testOfWhole`.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { installEmbeddedEditor } from './embedded-editor/install.mjs';
import { startSession } from './interface/session.mjs';
import { accessibility } from './interface/suites/accessibility.mjs';
import { documents } from './interface/suites/documents.mjs';
import { emptyViews } from './interface/suites/empty-views.mjs';
import { german } from './interface/suites/german.mjs';
import { insertions } from './interface/suites/insertions.mjs';
import { newDocuments } from './interface/suites/new-documents.mjs';
import { newcomer } from './interface/suites/newcomer.mjs';
import { overview } from './interface/suites/overview.mjs';
import { restricted } from './interface/suites/restricted.mjs';
import { runWays } from './interface/suites/run-ways.mjs';
import { runs } from './interface/suites/runs.mjs';
import { settingUp } from './interface/suites/setting-up.mjs';
import { addCounts, formatCount } from './support/count.mjs';
import { runQuietly } from './support/process.mjs';
import { projectFolder } from './support/project.mjs';
import { temporaryFolder } from './support/temporary-folder.mjs';
import { Tests } from './support/tests.mjs';

/** @typedef {import('./interface/session.mjs').Session} Session */
/** @typedef {import('./support/count.mjs').Count} Count */

/**
 * @typedef {object} Suite
 * @property {(session: Session) => Promise<void>} run
 * @property {'trusted' | 'restricted' | 'german'} window what kind of window it works in: one that trusts every folder, one
 *   that trusts none, or one whose language it changes
 * @property {boolean} [isUsual] false: the usual tests leave it out
 */

/**
 * Those that take long first, so that no window is left idle at the end, and those with a window of their own last.
 * @type {Readonly<Record<string, Suite>>}
 */
const suites = {
  runs: { run: runs, window: 'trusted' },
  runWays: { run: runWays, window: 'trusted' },
  emptyViews: { run: emptyViews, window: 'trusted' },
  documents: { run: documents, window: 'trusted' },
  overview: { run: overview, window: 'trusted' },
  newcomer: { run: newcomer, window: 'trusted' },
  newDocuments: { run: newDocuments, window: 'trusted' },
  // what they find and write, and the refusals, are unit tests of the server
  settingUp: { run: settingUp, window: 'trusted', isUsual: false },
  insertions: { run: insertions, window: 'trusted', isUsual: false },
  // the unit tests have axe judge the pages of the report and of a run
  accessibility: { run: accessibility, window: 'trusted', isUsual: false },
  restricted: { run: restricted, window: 'restricted' },
  // unit tests hold every word to its translation
  german: { run: german, window: 'german', isUsual: false },
};

/** Whether `npm test` runs this beside other parts. */
const isPart = process.env['RUNBOOK_BUILT'] === '1';

/** Windows at once: a window takes most of a core, so that beside other parts a second one only slows down all of them. */
const atOnce = isPart ? 1 : 2;

const { values: flags, positionals: wanted } = parseArgs({
  options: { usual: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const editor = await installEmbeddedEditor((message) => {
  console.log(message);
});
if (!isPart)
  await runQuietly('build the extension', process.execPath, ['scripts/build.mjs'], { cwd: projectFolder });
/** @type {Count[]} */
const counts = [];
const waiting = Object.entries(suites).filter(([name, { isUsual = true }]) =>
  wanted.length === 0 ? isUsual || !flags.usual : wanted.includes(name),
);
await Promise.all(Array.from({ length: atOnce }, runWaiting));
const total = addCounts(counts);
process.exitCode = total.failed > 0 || counts.length === 0 ? 1 : 0;
console.log(formatCount(total));

/** Runs one suite after the other, in the same window where it can, until none waits any more. */
async function runWaiting() {
  /** @type {{ session: Session, kind: Suite['window'] } | undefined} */
  let window;
  const close = async () => {
    await window?.session.end();
    window = undefined;
  };
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, { run, window: kind }] = next;
    const lines = [`\n${name}`];
    const tests = new Tests(`test-interface-${name}`, (line) => lines.push(line));
    await tests.suite(name, async (attempt) => {
      if (window?.kind !== kind || attempt > 1) await close();
      window ??= { session: await open(kind), kind };
      window.session.begin(tests, !flags.usual);
      await run(window.session);
    });
    counts.push(tests.count);
    console.log(lines.join('\n'));
  }
  await close();
}

/** @param {Suite['window']} kind */
function open(kind) {
  const restricted = kind === 'restricted';
  return startSession(editor, { folder: temporaryFolder(`interface-${kind}`), restricted });
}
