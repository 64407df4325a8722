/** Where journals of runs are kept: a port that hosts fill in. Knows nothing of what they say. */

/** A process that holds a run. */
export interface RunHolder {
  readonly pid: number;
  /** Name of its machine. */
  readonly host: string;
  /** Since when: `2026-11-30T03:12:07Z` */
  readonly since: string;
}

/** Nothing more is written into a journal: another process has taken the run, or this one has let go of it. */
export class RunTaken extends Error {
  override readonly name = 'RunTaken';
}

/** A journal could not be written; the message says why, as a sentence. What was to be written is not there. */
export class JournalFailed extends Error {
  override readonly name = 'JournalFailed';
}

/** A journal for each run, by the name of the run: letters, digits and hyphens. */
export interface JournalStore {
  /** The names of all journals. */
  list(): Promise<readonly string[]>;
  /** What a journal holds; empty where there is none. */
  read(run: string): Promise<string>;
  /**
   * Writes lines into the journal of a run that this process holds: behind what is there, on a line of their own even where
   * the last one is torn. Comes back when they would survive the end of the process and of the machine.
   * @throws RunTaken where this process does not hold the run, or no longer; JournalFailed where the disk is full or the like
   */
  append(run: string, lines: string): Promise<void>;
  /** Takes a run for this process. False where another process that is alive has it. */
  lock(run: string): Promise<boolean>;
  /** Lets others take a run. */
  unlock(run: string): Promise<void>;
  /** Who else holds a run, which some hosts cannot tell; null for this process, for one that is gone, and for nobody. */
  holder(run: string): Promise<RunHolder | 'unknown' | null>;
  /** Drops the journal of a run that this process holds and that is over. */
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

  holder(): Promise<RunHolder | null> {
    return Promise.resolve(null);
  }

  remove(run: string): Promise<void> {
    this.texts.delete(run);
    return Promise.resolve();
  }
}
