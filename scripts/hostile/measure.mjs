/** Checks a folder of hostile text by the built command line, in a process of its own, and measures what that takes. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { inProject } from '../support/project.mjs';

/**
 * What became of a check.
 * @typedef {object} Outcome
 * @property {number | null} time of the processor, in ms; null when the process did not end by itself
 * @property {boolean} judged false when the document was left unchecked because it passes a bound
 * @property {number} findings
 * @property {string} failure empty when the check ended as it should
 */

const timer = fileURLToPath(new URL('processor-time.cjs', import.meta.url));

/** A process, or an answer of one, that takes longer than this is ended; real time, far above the limit on processor time. */
export const patience = 120_000;

/** Most output that is kept, in UTF-16 units. */
const mostOutput = 200_000_000;

/**
 * Writes files into an empty folder and checks it.
 * @param {string} folder is made, and removed again
 * @param {Readonly<Record<string, string>>} files by path
 * @returns {Promise<Outcome>}
 */
export async function measure(folder, files) {
  const work = layOut(folder, files);
  const times = path.join(folder, 'time');
  const { code, signal, output, errors } = await checked(work, times);
  const time = readNumber(times);
  rmSync(folder, { recursive: true, force: true });
  const ended = signal === null && (code === 0 || code === 1) && time !== null;
  return {
    time,
    judged: isJudged(output),
    findings: countOf(output),
    failure: ended ? '' : `ended with ${signal ?? `code ${code}`} ${errors.trim().slice(0, 300)}`,
  };
}

/**
 * Writes files into an empty folder of their own and gives its path.
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} files by path
 */
export function layOut(folder, files) {
  const work = path.join(folder, 'work');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(work, name)), { recursive: true });
    writeFileSync(path.join(work, name), text);
  }
  return work;
}

/**
 * Whether no finding says that the document was left unchecked.
 * @param {string} findings as text
 */
export function isJudged(findings) {
  return !findings.includes('This document is not checked');
}

/**
 * @param {string} work
 * @param {string} times
 * @returns {Promise<{ code: number | null, signal: string | null, output: string, errors: string }>}
 */
function checked(work, times) {
  const child = spawn(
    process.execPath,
    [
      ...['--require', timer, inProject('dist/cli.js'), 'check', work],
      ...['--no-cache', '--no-color', '--today', '2026-11-20'],
    ],
    { env: { ...process.env, RUNBOOK_PROCESSOR_TIME: times }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const stop = setTimeout(() => child.kill('SIGKILL'), patience);
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ some) => {
    if (output.length < mostOutput) output += some;
  });
  child.stderr
    .setEncoding('utf8')
    .on('data', (/** @type {string} */ some) => (errors += some.slice(0, 1_000)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(stop);
      resolve({ code, signal, output, errors });
    });
  });
}

/**
 * How many findings the last line of the output counts: `2 errors, 1 hint in 3 documents.`
 * @param {string} output
 */
function countOf(output) {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  return Array.from(last.matchAll(/(\d+) (?:error|warning|information|hint)/g), ([, some]) =>
    Number(some),
  ).reduce((sum, some) => sum + some, 0);
}

/** @param {string} file */
function readNumber(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
