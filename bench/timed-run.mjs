/** Runs a program to its end with a clock beside it, and counts its processor time where something does that. */
import { spawn, spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import process from 'node:process';

/** @typedef {{ command: string, args: readonly string[] }} Call */
/** @typedef {{ cwd: string, env: NodeJS.ProcessEnv, limit: number }} RunOptions `limit` in seconds */

/**
 * @typedef {object} TimedRun
 * @property {number} time milliseconds from the start to the end
 * @property {number | null} code exit code; null when it took too long and was ended
 * @property {string} output what it wrote to standard output
 * @property {string} problem the end of what it wrote to standard error
 */

/**
 * @param {Call} call
 * @param {RunOptions} options
 * @returns {Promise<TimedRun>}
 * @throws when the program cannot be started
 */
export async function timedRun(call, options) {
  const { time, code, output, problem } = await watch(call, options, false);
  return { time, code, output, problem };
}

/**
 * The same with the milliseconds of processor time that the program and all that it started took together; null when it
 * took too long, and where there is no bash to count them (Node knows only its own). The clock runs for bash too, which
 * is some two milliseconds.
 * @param {Call} call
 * @param {RunOptions} options
 * @returns {Promise<TimedRun & { processor: number | null }>}
 * @throws when the program cannot be started
 */
export async function countedRun(call, options) {
  if (!hasBash()) return { ...(await timedRun(call, options)), processor: null };
  const counting = { command: 'bash', args: ['-c', countingScript, call.command, ...call.args] };
  const { counted, ...run } = await watch(counting, options, true);
  const seconds = counted.trim().replaceAll(',', '.').split(' ').map(Number);
  const processor = run.code === null ? null : 1000 * seconds.reduce((sum, one) => sum + one, 0);
  return { ...run, processor };
}

/** Runs a program and writes its processor time to a pipe of its own, in seconds: as user and as system. */
const countingScript = `TIMEFORMAT='%3U %3S'; { time "$0" "$@" 2>&4 3>&- 4>&-; } 4>&2 2>&3`;

const hasBash = () =>
  process.platform !== 'win32' && spawnSync('bash', ['-c', 'exit 0'], { stdio: 'ignore' }).status === 0;

/**
 * @param {Call} call
 * @param {RunOptions} options
 * @param {boolean} counting whether it starts another program, and writes to a third pipe
 * @returns {Promise<TimedRun & { counted: string }>} `counted`: what came from that pipe
 */
function watch({ command, args }, { cwd, env, limit }, counting) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe', counting ? 'pipe' : 'ignore'],
      // a group of its own can be ended as a whole
      detached: counting,
    });
    /** @type {string[]} */
    const output = [];
    let problem = '';
    let counted = '';
    child.stdio[1]?.setEncoding('utf8').on('data', (/** @type {string} */ text) => output.push(text));
    child.stdio[2]?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      problem = (problem + text).slice(-2000);
    });
    child.stdio[3]?.on('data', (/** @type {Buffer} */ bytes) => {
      counted += bytes.toString('latin1');
    });
    const stop = () => {
      if (counting && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    };
    const tooLong = setTimeout(stop, limit * 1000);
    process.once('exit', stop);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(tooLong);
      process.off('exit', stop);
      resolve({ time: performance.now() - start, code, output: output.join(''), problem, counted });
    });
  });
}
