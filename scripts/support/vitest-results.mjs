/**
 * Runs a suite of vitest and counts its tests. Files with a failed test may run once more: what fails both times has failed,
 * and what failed once is said.
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { onceMore } from './count.mjs';
import { npm, run } from './process.mjs';
import { projectFolder, workFolder } from './project.mjs';

/** @typedef {import('./count.mjs').Count} Count */
/** @typedef {{ name: string, status: string, assertionResults: { status: string }[] }} FileResult */

/**
 * @param {string} name of the suite: `test:unit` of package.json's scripts
 * @param {{ again: boolean, quiet: boolean }} options `again`: whether files that fail run once more
 * @returns {Promise<{ code: number, output: string, count: Count | undefined }>} no count when vitest did not come as far as
 *   writing its results
 */
export async function runVitest(name, { again, quiet }) {
  const results = path.join(workFolder, `${name}-results.json`);
  const first = await runFiles(name, results, [], quiet);
  if (first.code === 0 || !again) return { ...first, count: countOf(readResults(results)) };
  const before = readResults(results);
  const failed = before.filter(({ status }) => status === 'failed').map((file) => file.name);
  // an error outside of all tests says of no file that it failed: that may be any of them
  const said = failed.map((file) => path.relative(projectFolder, file)).join(', ') || 'all files';
  const line = `\n${onceMore('a test failed', said)}\n`;
  if (!quiet) process.stdout.write(line);
  const second = await runFiles(name, results, failed, quiet);
  const after = readResults(results);
  const kept = before.filter((file) => !after.some((one) => one.name === file.name));
  return {
    code: second.code,
    output: `${first.output}${line}${second.output}`,
    count: countOf(after.length === 0 ? [] : [...kept, ...after]),
  };
}

/**
 * @param {string} name
 * @param {string} results the file for the results
 * @param {readonly string[]} files all when empty
 * @param {boolean} quiet
 */
async function runFiles(name, results, files, quiet) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  rmSync(results, { force: true });
  const { command, args } = npm('run', '--silent', `test:${name}`, '--', ...reporters, ...files);
  return run(command, args, { cwd: projectFolder, quiet });
}

/**
 * @param {string} results
 * @returns {FileResult[]} none when vitest has written none
 */
function readResults(results) {
  let text;
  try {
    text = readFileSync(results, 'utf8');
  } catch {
    return [];
  }
  /** @type {{ testResults: FileResult[] }} */
  const { testResults } = JSON.parse(text);
  return testResults;
}

/**
 * @param {readonly FileResult[]} files
 * @returns {Count | undefined} undefined of none
 */
function countOf(files) {
  if (files.length === 0) return undefined;
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const broken = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
  };
}
