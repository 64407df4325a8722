/**
 * Journals of runs in the storage that the editor gives to the extension, for a server that has no disk.
 * Knows neither the connection nor the editor, so that it is tested without them.
 */
import type {
  ListJournalsResult,
  ReadJournalParams,
  RemoveJournalParams,
  WriteJournalParams,
} from '../../../protocol/src/journals.js';
import type { StorageFolder } from './storage.js';

/** No name of these leads out of the folder. */
const possibleName = /^[A-Za-z0-9-]{1,128}$/;

const suffix = '.journal';

export class Journals<Place> {
  readonly #folder: StorageFolder<Place>;

  constructor(folder: StorageFolder<Place>) {
    this.#folder = folder;
  }

  /** Without a folder there are none. */
  async list(): Promise<ListJournalsResult> {
    try {
      return (await this.#folder.list())
        .map(([name]) => name)
        .filter((name) => name.endsWith(suffix))
        .map((name) => name.slice(0, -suffix.length));
    } catch {
      return [];
    }
  }

  /** @throws Error for a journal that is there and cannot be read: an empty one would begin the run again */
  async read({ run }: ReadJournalParams): Promise<string> {
    const file = this.#file(run);
    if (!(await this.list()).includes(run)) return '';
    return new TextDecoder().decode(await this.#folder.readFile(file));
  }

  /** @throws Error where it is not saved */
  async write({ run, text }: WriteJournalParams): Promise<void> {
    await this.#folder.writeFile(this.#file(run), new TextEncoder().encode(text));
  }

  /** @throws Error where it is still there */
  async remove({ run }: RemoveJournalParams): Promise<void> {
    const file = this.#file(run);
    if ((await this.list()).includes(run)) await this.#folder.remove(file);
  }

  #file(run: string): Place {
    if (!possibleName.test(run)) throw new Error(`"${run}" is no name of a run`);
    return this.#folder.file(run + suffix);
  }
}
