/**
 * Journals of runs as files in a folder outside of any workspace. A line that was written is on the disk when its writing comes
 * back. Knows nothing of what journals say; who holds a run is said by its lock (`run-locks.ts`).
 */
import { join } from 'node:path';
import { JournalFailed, RunTaken, type JournalStore, type RunHolder } from '../run/journal-store';
import { describeError } from './describe-error';
import { appendDurably, listNames, makeFolders, readWhole, removeFile } from './journal-room';
import { RunLocks, type LockTimes } from './run-locks';

const suffix = '.journal';

export class JournalFiles implements JournalStore {
  readonly #folder: string;
  readonly #locks: RunLocks;

  constructor(folder: string, times?: LockTimes) {
    this.#folder = folder;
    this.#locks = new RunLocks(times);
  }

  async list(): Promise<readonly string[]> {
    const names = await listNames(this.#folder);
    return names.filter((name) => name.endsWith(suffix)).map((name) => name.slice(0, -suffix.length));
  }

  read(run: string): Promise<string> {
    return readWhole(this.#path(run, suffix));
  }

  async append(run: string, lines: string): Promise<void> {
    // a process that slept for long may have been taken for one that is gone
    if (!(await this.#locks.isHeld(this.#lock(run)))) throw new RunTaken('another process has taken the run');
    try {
      await appendDurably(this.#path(run, suffix), lines);
    } catch (error) {
      throw new JournalFailed(describeError(error), { cause: error });
    }
  }

  async lock(run: string): Promise<boolean> {
    await makeFolders(this.#folder);
    return this.#locks.take(this.#lock(run));
  }

  unlock(run: string): Promise<void> {
    return this.#locks.release(this.#lock(run));
  }

  holder(run: string): Promise<RunHolder | null> {
    return this.#locks.holder(this.#lock(run));
  }

  async remove(run: string): Promise<void> {
    if (!(await this.#locks.isHeld(this.#lock(run)))) return;
    const own = this.#path(run, '.');
    // what a process left that ended while it took the lock goes, too; the lock last
    for (const name of await listNames(this.#folder)) {
      const path = join(this.#folder, name);
      if (path.startsWith(own) && path !== this.#lock(run)) await removeFile(path);
    }
    await this.unlock(run);
  }

  #lock(run: string): string {
    return this.#path(run, '.lock');
  }

  #path(run: string, ending: string): string {
    // a name that leads elsewhere is none of ours
    return join(this.#folder, run.replace(/[^A-Za-z0-9-]/g, '_') + ending);
  }
}
