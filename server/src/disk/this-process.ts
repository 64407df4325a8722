/** Which process this is, and whether another one that left its mark still runs. Knows nothing of what processes do. */
import { hostname } from 'node:os';
import { errorCode } from './describe-error';
import { readFile } from './read-file';

/** Names a process so that another one of the same number is not taken for it, as far as the system tells. */
export interface ProcessMark {
  readonly pid: number;
  /** When it was started, as the system counts; empty where that is not told. */
  readonly started: string;
  readonly host: string;
}

/** The mark of this process. */
export function thisProcess(): ProcessMark {
  return { pid: process.pid, started: startOf(process.pid), host: hostname() };
}

/** Whether a process may still run: where that cannot be told, it does. */
export function mayRun({ pid, started, host }: ProcessMark): boolean {
  if (host !== hostname()) return true;
  if (started !== '') return startOf(pid) === started;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

const status = { size: 64 * 1024, noun: 'files', advice: '' };

/** Linux tells when a process was started, in ticks since the machine was. */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return '';
  const content = readFile(`/proc/${String(pid)}/stat`, status, null);
  if ('problem' in content) return '';
  const text = Buffer.from(content.bytes).toString('latin1');
  // the name of the program, in parentheses, may hold anything
  return text.slice(text.lastIndexOf(')') + 1).split(' ')[20] ?? '';
}
