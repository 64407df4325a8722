/**
 * `npm test [-- --only PART,PART]`: sets up what is missing, runs every check in turn and adds up their tests.
 * Goes on after a failing part. The last line of standard output is `N passed, N failed`.
 */
import process from 'node:process';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { installEmbeddedEditor } from './embedded-editor/install.mjs';
import { addCounts, formatCount, readCount, readOnceMore } from './support/count.mjs';
import { installDependencies } from './support/dependencies.mjs';
import { npm, run } from './support/process.mjs';
import { projectFolder } from './support/project.mjs';
import { runVitest } from './support/vitest-results.mjs';

/** @typedef {import('./support/count.mjs').Count} Count */
/** @typedef {{ code: number, output: string, count?: Count | undefined }} Outcome `count`: where the output has none */

/**
 * One thing to run. Without a count of its own it is one test.
 * @typedef {object} Part
 * @property {string} name
 * @property {string} title
 * @property {string} [after] the part whose end it waits for
 * @property {(quiet: boolean) => Promise<Outcome>} run `quiet`: keeps its output back
 */

/** @type {(message: string) => void} */
const report = (message) => {
  console.log(message);
};

/**
 * Begun in this order, those that take long first, so that no core is left idle at the end.
 * @type {readonly Part[]}
 */
const parts = [
  // packages, and so builds for itself what is built anew behind it, for the other parts with an editor
  { name: 'vsix', title: 'The packaged extension', run: inEditor('test:vsix') },
  { name: 'unit', title: 'Unit tests', run: inVitest('unit', false) },
  { name: 'integration', title: 'The parts put together', run: inVitest('integration', false) },
  { name: 'build', title: 'Build', after: 'vsix', run: script('build', '--tests') },
  { name: 'extension', title: 'Extension tests in VS Code', after: 'build', run: inEditor('test:extension') },
  {
    name: 'interface',
    title: 'The user interface in VS Code',
    after: 'build',
    run: inEditor('test:interface', '--usual'),
  },
  { name: 'process', title: 'The product as a process', run: inVitest('process', true) },
  { name: 'fuzz', title: 'Generated cases', run: script('fuzz', '--few') },
  // all of them are a job of their own in CI, and a command, as all of the interface tests are
  {
    name: 'web',
    title: 'Extension tests in the web host',
    after: 'build',
    run: inEditor('test:web', '--usual'),
  },
  {
    name: 'oldest',
    title: 'The oldest VS Code',
    after: 'build',
    run: inEditor('test:web', '--oldest', 'plain-markdown'),
  },
  // of the packages that the part `vsix` has made
  { name: 'forms', title: 'The forms in which it ships', after: 'build', run: inVitest('forms', true) },
  { name: 'lint', title: 'Lint', run: script('check:lint') },
  { name: 'types', title: 'Types', run: script('check:types') },
  { name: 'format', title: 'Format', run: script('check:format') },
  { name: 'dependencies', title: 'Dependency rules', run: script('check:dependencies') },
  { name: 'unused', title: 'Unused code', run: script('check:unused') },
  { name: 'grammar', title: 'Grammar tests', run: script('test:grammar') },
  { name: 'generated', title: 'Generated files', run: script('check:generated') },
  { name: 'patterns', title: 'Regular expressions', run: script('check:patterns') },
  { name: 'commits', title: 'Commit subjects', run: script('check:commits') },
];

/** Parts at once, at most. A third one made a whole run on two cores no shorter: windows of the editor take all they get. */
const lanes = 2;

process.exitCode = await main();

/** @returns {Promise<number>} the exit code */
async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const wanted = values.only?.split(',');
  const names = parts.map(({ name }) => name);
  const unknown = wanted?.filter((name) => !names.includes(name)) ?? [];
  if (unknown.length > 0) {
    console.error(`No part ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
    return 2;
  }
  await installDependencies(report);
  // what is built is built once, before others run beside each other
  if (wanted?.includes('build') ?? true) process.env['RUNBOOK_BUILT'] = '1';
  /** @type {{ part: Part, count: Count, failures: string, again: string[] }[]} */
  const results = [];
  const waiting = parts.filter(({ name }) => wanted?.includes(name) ?? true);
  const isQuiet = waiting.length > 1;
  /** Those that wait or run. */
  const unfinished = new Set(waiting.map(({ name }) => name));
  /** @type {Set<Promise<void>>} */
  const running = new Set();
  while (waiting.length > 0) {
    const next = running.size < lanes ? waiting.findIndex(({ after = '' }) => !unfinished.has(after)) : -1;
    if (next < 0) await Promise.race(running);
    for (const part of next < 0 ? [] : waiting.splice(next, 1)) {
      const run = runPart(part, isQuiet).then((result) => {
        results.push({ part, ...result });
        unfinished.delete(part.name);
        running.delete(run);
      });
      running.add(run);
    }
  }
  await Promise.all(running);
  const total = addCounts(results.map(({ count }) => count));
  for (const { part, failures } of results.filter(({ count }) => count.failed > 0)) {
    heading(`What failed: ${part.title}`);
    console.log(failures);
  }
  heading('Summary');
  for (const { part, count, again } of results) {
    const twice = again.length > 0 ? ` (once more: ${again.join(', ')})` : '';
    console.log(`${count.failed > 0 ? '✗' : '✓'} ${part.title}: ${formatCount(count)}${twice}`);
  }
  console.log(`\n${formatCount(total)}`);
  return total.failed > 0 ? 1 : 0;
}

/**
 * @param {Part} part
 * @param {boolean} quiet whether it runs beside others, so that its output is shown at its end
 * @returns {Promise<{ count: Count, failures: string, again: string[] }>} `again`: what it tried a second time
 */
async function runPart(part, quiet) {
  if (!quiet) heading(part.title);
  const start = Date.now();
  const outcome = await part.run(quiet).catch((/** @type {unknown} */ error) => {
    const output = error instanceof Error ? error.message : String(error);
    if (!quiet) console.log(output);
    return { code: 1, output };
  });
  if (quiet) {
    heading(part.title);
    console.log(outcome.output.trimEnd());
  }
  const count = countOf(outcome);
  console.log(`→ ${formatCount(count)} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return { count, failures: failuresIn(outcome.output), again: readOnceMore(outcome.output) };
}

/**
 * What is said once more at the end, where a long log is read first.
 * @param {string} output of a part that failed
 * @returns {string} each failed test with the lines below it; the end of the output if none is marked as such
 */
function failuresIn(output) {
  const lines = stripVTControlCharacters(output).trimEnd().split('\n');
  const marked = lines.flatMap((line, index) => (/^\s*(✗|×|FAIL\b)/.test(line) ? [index] : []));
  const shown = new Set(marked.flatMap((index) => Array.from({ length: 12 }, (_, below) => index + below)));
  const chosen = marked.length > 0 ? lines.filter((_, index) => shown.has(index)) : lines.slice(-40);
  return chosen.slice(0, 120).join('\n');
}

/**
 * @param {Outcome} outcome
 * @returns {Count}
 */
function countOf(outcome) {
  const own = outcome.count ?? readCount(outcome.output);
  if (own === undefined) return outcome.code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  // A runner that failed without a failed test, or ran none, has not done its work.
  const silentFailure = own.failed === 0 && (outcome.code !== 0 || own.passed === 0);
  return silentFailure ? { ...own, failed: 1 } : own;
}

/**
 * @param {string} name of package.json's scripts
 * @param {...string} args
 * @returns {(quiet: boolean) => Promise<Outcome>}
 */
function script(name, ...args) {
  const call = npm('run', '--silent', name, ...(args.length > 0 ? ['--', ...args] : []));
  return (quiet) => run(call.command, call.args, { cwd: projectFolder, quiet });
}

/**
 * @param {string} name of package.json's scripts
 * @param {...string} args
 * @returns {(quiet: boolean) => Promise<Outcome>}
 */
function inEditor(name, ...args) {
  return async (quiet) => {
    // Part of the set-up, but only of what needs it: these are 800 MB.
    if (!process.env['RUNBOOK_VSCODE']) await installEmbeddedEditor(report);
    return script(name, ...args)(quiet);
  };
}

/**
 * @param {'unit' | 'integration' | 'process' | 'forms'} name of the suite: `test:unit` of package.json's scripts
 * @param {boolean} again whether files that fail run once more, as those that wait for other processes do
 * @returns {(quiet: boolean) => Promise<Outcome>}
 */
function inVitest(name, again) {
  return (quiet) => runVitest(name, { again, quiet });
}

/** @param {string} title */
function heading(title) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 70 - title.length))}`);
}
