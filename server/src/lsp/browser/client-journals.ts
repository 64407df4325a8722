/**
 * Keeps journals of runs in the storage of the client. Who holds a run is said by a lock of the browser, which goes with the
 * worker that took it.
 */
import {
  listJournalsRequest,
  readJournalRequest,
  removeJournalRequest,
  writeJournalRequest,
} from '../../../../protocol/src/journals';
import { RunTaken, type JournalStore } from '../../run/journal-store';
import type { Requests } from './client-files';

/** The part of the Web Locks API that is needed. */
export interface Locks {
  request(
    name: string,
    options: { readonly ifAvailable: true },
    callback: (lock: object | null) => Promise<void>,
  ): Promise<unknown>;
  query(): Promise<{ readonly held?: readonly { readonly name?: string }[] }>;
}

/** A run that is held here. */
interface Held {
  text: string | null;
  readonly release: () => void;
}

export class ClientJournals implements JournalStore {
  readonly #requests: Requests;
  readonly #locks: Locks | null;
  readonly #held = new Map<string, Held>();
  /** Writes of one journal go one after the other, as each is of the whole. */
  #writing: Promise<unknown> = Promise.resolve();

  /** @param locks null where the browser has none: then the last window that writes wins */
  constructor(requests: Requests, locks: Locks | null) {
    this.#requests = requests;
    this.#locks = locks;
  }

  async list(): Promise<readonly string[]> {
    const names = await this.#requests.sendRequest(listJournalsRequest.method, {});
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  }

  async read(run: string): Promise<string> {
    const text = await this.#requests.sendRequest(readJournalRequest.method, { run });
    return typeof text === 'string' ? text : '';
  }

  async append(run: string, lines: string): Promise<void> {
    const held = this.#held.get(run);
    if (held === undefined) throw new RunTaken('another window has taken the run');
    const write = this.#writing.then(async () => {
      const before = held.text ?? (await this.read(run));
      const text = before === '' || before.endsWith('\n') ? before + lines : `${before}\n${lines}`;
      await this.#requests.sendRequest(writeJournalRequest.method, { run, text });
      held.text = text;
    });
    this.#writing = write.catch(() => undefined);
    await write;
  }

  async lock(run: string): Promise<boolean> {
    if (this.#held.has(run)) return true;
    const locks = this.#locks;
    if (locks === null) {
      this.#held.set(run, { text: null, release: () => undefined });
      return true;
    }
    return new Promise((resolve, reject) => {
      locks
        .request(lockName(run), { ifAvailable: true }, (lock) => {
          if (lock === null) {
            resolve(false);
            return Promise.resolve();
          }
          return new Promise((release) => {
            this.#held.set(run, { text: null, release });
            resolve(true);
          });
        })
        .catch(reject);
    });
  }

  unlock(run: string): Promise<void> {
    this.#held.get(run)?.release();
    this.#held.delete(run);
    return Promise.resolve();
  }

  async holder(run: string): Promise<'unknown' | null> {
    if (this.#locks === null || this.#held.has(run)) return null;
    const { held = [] } = await this.#locks.query();
    return held.some(({ name }) => name === lockName(run)) ? 'unknown' : null;
  }

  async remove(run: string): Promise<void> {
    if (!this.#held.has(run)) return;
    await this.#requests.sendRequest(removeJournalRequest.method, { run });
    await this.unlock(run);
  }
}

function lockName(run: string): string {
  return `runbook-run-${run}`;
}
