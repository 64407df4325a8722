/** Runs a program to its end with a clock beside it. */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import process from 'node:process';

/** @typedef {{ command: string, args: readonly string[] }} Call */

/**
 * @typedef {object} TimedRun
 * @property {number} time milliseconds from the start to the end
 * @property {number | null} code exit code; null when it took too long and was ended
 * @property {string} output what it wrote to standard output
 * @property {string} problem the end of what it wrote to standard error
 */

/**
 * @param {Call} call
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, limit: number }} options `limit` in seconds
 * @returns {Promise<TimedRun>}
 * @throws when the program cannot be started
 */
export function timedRun({ command, args }, { cwd, env, limit }) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {string[]} */
    const output = [];
    let problem = '';
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => output.push(text));
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      problem = (problem + text).slice(-2000);
    });
    const stop = () => child.kill('SIGKILL');
    const tooLong = setTimeout(stop, limit * 1000);
    process.once('exit', stop);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(tooLong);
      process.off('exit', stop);
      resolve({ time: performance.now() - start, code, output: output.join(''), problem });
    });
  });
}
