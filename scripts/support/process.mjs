/**
 * Runs other programs and ends them again. Every child that a script starts goes through here, so that Ctrl+C
 * and failures leave nothing behind.
 * Must not need anything but Node: `npm start` loads it before dependencies are installed.
 */
import { spawn } from 'node:child_process';
import process from 'node:process';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** Children in process groups of their own, which a Ctrl+C in the terminal does not reach. @type {Set<ChildProcess>} */
const groups = new Set();

/** Children that run to their end. @type {Set<ChildProcess>} */
const children = new Set();

process.on('exit', () => {
  // npm takes its time to end, and the next installation would meet it.
  for (const child of children) child.kill('SIGKILL');
  for (const child of groups) signalGroup(child, 'SIGKILL');
});

/** What Ctrl+C does: end the script, and thereby its children. @type {() => void} */
let interrupt = () => process.exit(130);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    interrupt();
  });
}

/**
 * Ends the script in another way when it is interrupted. The handler has to end the process.
 * @param {() => void} handler called once for each signal
 */
export function onInterrupt(handler) {
  interrupt = handler;
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment; the own one when left out
 * @property {boolean} [quiet] keep the output back; it is in the result either way
 */

/**
 * Runs a program to its end, showing its output as it comes.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} `output` holds standard output and standard error together
 * @throws when the program cannot be started
 */
export async function run(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  /** @type {(target: NodeJS.WriteStream) => (chunk: string) => void} */
  const forward = (target) => (chunk) => {
    output += chunk;
    if (options.quiet !== true) target.write(chunk);
  };
  child.stdout.setEncoding('utf8').on('data', forward(process.stdout));
  child.stderr.setEncoding('utf8').on('data', forward(process.stderr));
  children.add(child);
  const code = await ended(child).finally(() => children.delete(child));
  return { code, output };
}

/**
 * Runs a program that has to succeed, keeping its output back unless it fails.
 * @param {string} what what is being done, for the error: `install the packages`
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} the output
 * @throws with the end of the output when the program fails
 */
export async function runQuietly(what, command, args, options = {}) {
  const { code, output } = await run(command, args, { ...options, quiet: true });
  if (code !== 0) {
    throw new Error(`Could not ${what} (exit code ${String(code)}):\n${output.trim().slice(-3000)}`);
  }
  return output;
}

/**
 * Starts a program that stays, in a process group of its own so that its own children end with it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export function startGroup(command, args, env) {
  const child = spawn(command, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  groups.add(child);
  return child;
}

/**
 * Ends a program of {@link startGroup} and everything it started: politely, after three seconds by force.
 * @param {ChildProcess} child
 */
export async function stopGroup(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const end = ended(child);
    signalGroup(child, 'SIGTERM');
    const force = setTimeout(() => {
      signalGroup(child, 'SIGKILL');
    }, 3000);
    await end;
    clearTimeout(force);
  }
  signalGroup(child, 'SIGKILL');
  groups.delete(child);
}

/**
 * How to call npm: through the running Node where npm says how, because `npm` alone is no program on Windows.
 * @param {...string} args
 * @returns {{ command: string, args: string[] }}
 */
export function npm(...args) {
  const script = process.env['npm_execpath'];
  if (script !== undefined && /\.c?js$/.test(script)) {
    return { command: process.execPath, args: [script, ...args] };
  }
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args };
}

/**
 * The environment for npm in another folder: its own variables of a surrounding `npm start` name the project's folder and
 * would win over `cwd`.
 */
export function npmEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(name),
    ),
  );
}

/**
 * @param {ChildProcess} child
 * @returns {Promise<number>} the exit code, 128 for a program that a signal ended
 */
function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 128);
    });
  });
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group has ended already.
  }
}
