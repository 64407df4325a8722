/** How much memory a process has, as the system counts it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import process from 'node:process';

/**
 * @param {number} pid
 * @returns {{ rss: number, peak: number }} in MB, of the process and its children; the peak of each added up. 0 for the
 *   peak where the system does not tell it.
 */
export function processMemory(pid) {
  if (process.platform !== 'linux') {
    const output = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
    return { rss: (Number(output.trim()) * 1024) / 1e6, peak: 0 };
  }
  return [pid, ...childrenOf(pid)]
    .map(readStatus)
    .reduce((sum, { rss, peak }) => ({ rss: sum.rss + rss, peak: sum.peak + peak }), { rss: 0, peak: 0 });
}

/** @param {number} pid */
function readStatus(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  /** @type {(name: string) => number} */
  const field = (name) =>
    (Number(new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) * 1024) / 1e6;
  return { rss: field('VmRSS'), peak: field('VmHWM') };
}

/**
 * @param {number} pid
 * @returns {number[]} with theirs
 */
function childrenOf(pid) {
  const tasks = readdirSync(`/proc/${pid}/task`);
  const children = tasks.flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
  );
  return children.flatMap((child) => [child, ...childrenOf(child)]);
}
