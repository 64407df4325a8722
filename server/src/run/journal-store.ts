/** Where journals of runs are kept: a port that hosts fill in. Knows nothing of what they say. */

/** A journal for each run, by the name of the run: letters, digits and hyphens. */
export interface JournalStore {
  /** The names of all journals. */
  list(): Promise<readonly string[]>;
  /** What a journal holds; empty where there is none. */
  read(run: string): Promise<string>;
  /**
   * Writes lines behind what is there, on a line of their own even where the last one is torn; comes back when they would
   * survive the end of the process and of the machine.
   */
  append(run: string, lines: string): Promise<void>;
  /** Takes a run for this process. False where another process that is alive has it. */
  lock(run: string): Promise<boolean>;
  unlock(run: string): Promise<void>;
  /** Whether another process that is alive has it. */
  isHeldElsewhere(run: string): Promise<boolean>;
  /** Drops the journal of a run that is over. */
  remove(run: string): Promise<void>;
}

/** Keeps journals as long as the process lives: where there is no disk, and in tests. */
export class MemoryJournals implements JournalStore {
  readonly texts = new Map<string, string>();

  list(): Promise<readonly string[]> {
    return Promise.resolve([...this.texts.keys()]);
  }

  read(run: string): Promise<string> {
    return Promise.resolve(this.texts.get(run) ?? '');
  }

  append(run: string, lines: string): Promise<void> {
    const before = this.texts.get(run) ?? '';
    this.texts.set(run, before === '' || before.endsWith('\n') ? before + lines : `${before}\n${lines}`);
    return Promise.resolve();
  }

  lock(): Promise<boolean> {
    return Promise.resolve(true);
  }

  unlock(): Promise<void> {
    return Promise.resolve();
  }

  isHeldElsewhere(): Promise<boolean> {
    return Promise.resolve(false);
  }

  remove(run: string): Promise<void> {
    this.texts.delete(run);
    return Promise.resolve();
  }
}
