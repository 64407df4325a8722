/**
 * Keeps two scripts from installing into the same folder at the same time.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Runs a task while holding a lock file; waits while another process that is still alive holds it.
 * @template T
 * @param {string} file the lock file; its folder exists
 * @param {(message: string) => void} report
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function withLock(file, report, task) {
  let waited = false;
  while (!take(file)) {
    if (!waited) report('Waiting for another script that is installing the embedded editor …');
    waited = true;
    await delay(500);
  }
  try {
    return await task();
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {boolean} whether this process holds the lock now
 */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isHeld(file)) rmSync(file, { force: true });
    return false;
  }
}

/**
 * @param {string} file
 * @returns {boolean} whether the process that wrote the lock file is alive
 */
function isHeld(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}
