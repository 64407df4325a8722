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
}

/** No name of these leads out of the folder, or is another one's on a file system that ignores case. */
const possibleName = /^[a-z0-9]{1,128}$/;

export class Storage<Place> {
  readonly #folder: StorageFolder<Place>;
  readonly #onProblem: (problem: string) => void;

  /** @param onProblem told in words of what could not be saved */
  constructor(folder: StorageFolder<Place>, onProblem: (problem: string) => void) {
    this.#folder = folder;
    this.#onProblem = onProblem;
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
    } catch (error) {
      this.#onProblem(error instanceof Error ? error.message : String(error));
    }
  }
}
