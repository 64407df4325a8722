/**
 * Journals of runs as files in a folder outside of any workspace. A line that was written is on the disk when its writing comes
 * back. A lock names the process that holds a run; that of one which is gone counts for nothing.
 */
import { join } from 'node:path';
import type { JournalStore } from '../run/journal-store';
import {
  appendDurably,
  listNames,
  makeFolders,
  readWhole,
  removeFile,
  writeExclusively,
} from './journal-room';
import { mayRun, thisProcess, type ProcessMark } from './this-process';

const suffix = '.journal';
const lockSuffix = '.lock';

export class JournalFiles implements JournalStore {
  readonly #folder: string;
  readonly #own: string;
  readonly #held = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
    this.#own = JSON.stringify(thisProcess());
  }

  async list(): Promise<readonly string[]> {
    const names = await listNames(this.#folder);
    return names.filter((name) => name.endsWith(suffix)).map((name) => name.slice(0, -suffix.length));
  }

  read(run: string): Promise<string> {
    return readWhole(this.#path(run, suffix));
  }

  async append(run: string, lines: string): Promise<void> {
    await makeFolders(this.#folder);
    await appendDurably(this.#path(run, suffix), lines);
  }

  async lock(run: string): Promise<boolean> {
    if (this.#held.has(run)) return true;
    await makeFolders(this.#folder);
    const path = this.#path(run, lockSuffix);
    // twice: the first time may meet the lock of a process that is gone
    for (let tried = 0; tried < 2; tried++) {
      if (await writeExclusively(path, this.#own)) {
        this.#held.add(run);
        return true;
      }
      if (await this.isHeldElsewhere(run)) return false;
      await removeFile(path);
    }
    return false;
  }

  async unlock(run: string): Promise<void> {
    if (!this.#held.delete(run)) return;
    await removeFile(this.#path(run, lockSuffix));
  }

  async isHeldElsewhere(run: string): Promise<boolean> {
    const text = await readWhole(this.#path(run, lockSuffix));
    const mark = text === '' || text === this.#own ? null : readMark(text);
    return mark !== null && mayRun(mark);
  }

  async remove(run: string): Promise<void> {
    await removeFile(this.#path(run, suffix));
    await this.unlock(run);
  }

  #path(run: string, ending: string): string {
    // a name that leads elsewhere is none of ours
    return join(this.#folder, run.replace(/[^A-Za-z0-9-]/g, '_') + ending);
  }
}

/** The process that a lock names; null for what is none, such as a lock that was torn. */
function readMark(text: string): ProcessMark | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    if (!('pid' in value && 'started' in value && 'host' in value)) return null;
    const { pid, started, host } = value;
    if (typeof pid !== 'number' || typeof started !== 'string' || typeof host !== 'string') return null;
    return { pid, started, host };
  } catch {
    return null;
  }
}
