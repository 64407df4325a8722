/**
 * What the server saves for its next start, in the storage that the editor gives to the extension.
 * Knows neither the connection nor the editor, so that it is tested without them.
 */
import type {
  ReadStorageParams,
  ReadStorageResult,
  WriteStorageParams,
} from '../../../protocol/src/files.js';

/** The part of the editor that is needed, whose URIs are of the type `Place`. */
export interface StorageFolder<Place> {
  /** A file of the folder. */
  file(name: string): Place;
  readFile(uri: Place): PromiseLike<Uint8Array>;
  /** Makes the folder too. */
  writeFile(uri: Place, bytes: Uint8Array): PromiseLike<void>;
  /** The names of its files, with when they were written in milliseconds since 1970. */
  list(): PromiseLike<readonly (readonly [name: string, time: number])[]>;
  remove(uri: Place): PromiseLike<void>;
}

/** Milliseconds after which what was not written again is evicted, as on a disk. */
const longestAge = 30 * 24 * 60 * 60 * 1000;

/** No name of these leads out of the folder, or is another one's on a file system that ignores case. */
const possibleName = /^[a-z0-9]{1,128}$/;

export class Storage<Place> {
  readonly #folder: StorageFolder<Place>;
  readonly #onProblem: (problem: string) => void;
  readonly #now: () => number;

  /** @param onProblem told in words of what could not be saved */
  constructor(
    folder: StorageFolder<Place>,
    onProblem: (problem: string) => void,
    now: () => number = Date.now,
  ) {
    this.#folder = folder;
    this.#onProblem = onProblem;
    this.#now = now;
  }

  async read({ name }: ReadStorageParams): Promise<ReadStorageResult> {
    if (!possibleName.test(name)) return null;
    try {
      return await this.#folder.readFile(this.#folder.file(name));
    } catch {
      // Most often it was never written; whatever else it is, the server reads afresh.
      return null;
    }
  }

  /** Never rejects: a session that saved nothing only makes the next one start slower. */
  async write({ name, bytes }: WriteStorageParams): Promise<void> {
    if (!possibleName.test(name)) {
      this.#onProblem(`"${name}" is no name in the storage`);
      return;
    }
    try {
      await this.#folder.writeFile(this.#folder.file(name), bytes);
      await this.#evict();
    } catch (error) {
      this.#onProblem(error instanceof Error ? error.message : String(error));
    }
  }

  async #evict(): Promise<void> {
    const oldest = this.#now() - longestAge;
    for (const [name, time] of await this.#folder.list())
      if (time < oldest) await this.#folder.remove(this.#folder.file(name));
  }
}
