/**
 * Journals of runs in several folders as one store: those of the editor, of other editors and of the command line, so that a run
 * that was begun in one of them is seen, and can be resumed, in the others. A run stays where it was begun; its lock is beside
 * its journal. Knows nothing of what journals say.
 */
import { join, resolve } from 'node:path';
import type { JournalStore, RunHolder } from '../run/journal-store';
import { JournalFiles } from './journal-files';
import { createWhole, listNames, makeFolders, readWhole } from './journal-room';
import { sha256 } from './sha256';
import { stateFolder } from './state-folder';

/** The folder of the runs that are begun on the command line; an absolute path. */
export function commandLineJournals(state = stateFolder()): string {
  return join(state, 'runs');
}

export class SharedJournals implements JournalStore {
  readonly #state: string;
  readonly #own: string;
  /** Stores by their folders: each keeps the locks that this process holds there. */
  readonly #stores = new Map<string, JournalFiles>();
  readonly #folderOf = new Map<string, string>();

  /** `own`: the folder of the runs that are begun here; `state`: where the command line keeps its own. Absolute paths. */
  constructor(own: string, state = stateFolder()) {
    this.#own = resolve(own);
    this.#state = state;
  }

  async list(): Promise<readonly string[]> {
    const runs = new Set<string>();
    for (const folder of await this.#folders())
      for (const run of await this.#runsIn(folder)) {
        if (!runs.has(run)) this.#folderOf.set(run, folder);
        runs.add(run);
      }
    return [...runs];
  }

  async read(run: string): Promise<string> {
    return (await this.#storeOf(run)).read(run);
  }

  async append(run: string, lines: string): Promise<void> {
    return (await this.#storeOf(run)).append(run, lines);
  }

  async lock(run: string): Promise<boolean> {
    const store = await this.#storeOf(run);
    if (store === this.#store(this.#own)) await this.#tellOthers();
    return store.lock(run);
  }

  async unlock(run: string): Promise<void> {
    return (await this.#storeOf(run)).unlock(run);
  }

  async holder(run: string): Promise<RunHolder | null> {
    return (await this.#storeOf(run)).holder(run);
  }

  async remove(run: string): Promise<void> {
    await (await this.#storeOf(run)).remove(run);
    this.#folderOf.delete(run);
  }

  /** The own folder first. */
  async #folders(): Promise<readonly string[]> {
    const told: string[] = [];
    for (const name of await namesIn(this.#places)) {
      const folder = await readWhole(join(this.#places, name)).catch(() => '');
      if (folder === resolve(folder)) told.push(folder);
    }
    return [...new Set([this.#own, commandLineJournals(this.#state), ...told])];
  }

  /** Of a folder that is not ours nothing is wanted but its runs: one that cannot be read has none. */
  async #runsIn(folder: string): Promise<readonly string[]> {
    const runs = this.#store(folder).list();
    return folder === this.#own ? runs : runs.catch(() => []);
  }

  /** A run that is nowhere is begun here. */
  async #storeOf(run: string): Promise<JournalFiles> {
    if (!this.#folderOf.has(run)) await this.list();
    const folder = this.#folderOf.get(run) ?? this.#own;
    this.#folderOf.set(run, folder);
    return this.#store(folder);
  }

  #store(folder: string): JournalFiles {
    const known = this.#stores.get(folder) ?? new JournalFiles(folder);
    this.#stores.set(folder, known);
    return known;
  }

  get #places(): string {
    return join(this.#state, 'run-places');
  }

  /** Says where runs are begun here; who cannot is alone with them. */
  async #tellOthers(): Promise<void> {
    if (this.#own === commandLineJournals(this.#state)) return;
    try {
      await makeFolders(this.#places);
      await createWhole(join(this.#places, sha256(this.#own).slice(0, 16)), this.#own);
    } catch {
      // a home that may not be written to
    }
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return listNames(folder).catch(() => []);
}
