/**
 * Locks as files: each names the process that holds it, and is there as a whole or not at all. That of a process that is gone
 * counts for nothing. Knows nothing of what is locked.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { RunHolder } from '../run/journal-store';
import { changedAt, createWhole, readWhole, removeFile, touchFile } from './journal-room';
import { sha256 } from './sha256';
import { mayRun, thisProcess, type ProcessMark } from './this-process';

export interface LockTimes {
  /** Milliseconds from one sign of life to the next. */
  readonly beat: number;
  /** Milliseconds without a sign of life after which a process counts as gone, where the system cannot tell. */
  readonly silence: number;
}

const usual: LockTimes = { beat: 60_000, silence: 10 * 60_000 };

interface Lock extends ProcessMark {
  readonly since: string;
}

export class RunLocks {
  readonly #times: LockTimes;
  readonly #held = new Map<string, string>();
  #beat: NodeJS.Timeout | null = null;

  constructor(times: LockTimes = usual) {
    this.#times = times;
  }

  /** Takes a lock; false where another process that is alive has it. */
  async take(path: string): Promise<boolean> {
    if (await this.isHeld(path)) return true;
    // another one's name, so that two of one process are two
    const own = JSON.stringify({ ...thisProcess(), since: now(), id: randomUUID() });
    // may meet the lock of a process that is gone, a claim on that of another one that is gone, and one that was faster
    for (let tried = 0; tried < 5; tried++) {
      if (await createWhole(path, own)) {
        this.#held.set(path, own);
        this.#beat ??= setInterval(() => void this.#live(), this.#times.beat).unref();
        return true;
      }
      const there = await readWhole(path);
      if (await this.#isAlive(path, there)) return false;
      await this.#removeGone(path, there, own);
    }
    return false;
  }

  /** Whether this has a lock still. */
  async isHeld(path: string): Promise<boolean> {
    const own = this.#held.get(path);
    if (own === undefined) return false;
    if ((await readWhole(path)) === own) return true;
    this.#drop(path);
    return false;
  }

  async release(path: string): Promise<void> {
    if (!(await this.isHeld(path))) return;
    this.#drop(path);
    await removeFile(path);
  }

  /** Who else has a lock; null for nobody that is alive. */
  async holder(path: string): Promise<RunHolder | null> {
    const text = await readWhole(path);
    const lock = text === this.#held.get(path) ? null : readLock(text);
    if (lock === null || !(await this.#isAlive(path, text))) return null;
    const { pid, host, since } = lock;
    return { pid, host, since };
  }

  async #isAlive(path: string, text: string): Promise<boolean> {
    const lock = readLock(text);
    if (lock === null || !mayRun(lock)) return false;
    // the number of a process alone may be that of another one by now, and another machine tells nothing
    if (lock.host === hostname() && lock.started !== '') return true;
    const at = await changedAt(path);
    return at !== null && Date.now() - at < this.#times.silence;
  }

  /**
   * Removes the lock of a process that is gone, and never one that was put there since: only who has the claim on what it says
   * removes it.
   */
  async #removeGone(path: string, text: string, own: string): Promise<void> {
    const claim = `${path}.${sha256(text).slice(0, 32)}`;
    if (!(await createWhole(claim, own))) {
      const there = await readWhole(claim);
      if (there !== '' && !(await this.#isAlive(claim, there))) await removeFile(claim);
      return;
    }
    try {
      if ((await changedAt(path)) !== null && (await readWhole(path)) === text) await removeFile(path);
    } finally {
      await removeFile(claim);
    }
  }

  async #live(): Promise<void> {
    for (const path of [...this.#held.keys()]) if (await this.isHeld(path)) await touchFile(path);
  }

  #drop(path: string): void {
    this.#held.delete(path);
    if (this.#held.size > 0 || this.#beat === null) return;
    clearInterval(this.#beat);
    this.#beat = null;
  }
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

/** What a lock says; null for what is none. */
function readLock(text: string): Lock | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    if (!('pid' in value && 'started' in value && 'host' in value && 'since' in value)) return null;
    const { pid, started, host, since } = value;
    if (typeof pid !== 'number' || typeof started !== 'string') return null;
    if (typeof host !== 'string' || typeof since !== 'string') return null;
    return { pid, started, host, since };
  } catch {
    return null;
  }
}
