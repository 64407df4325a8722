import { describe, expect, test } from 'vitest';
import { Journals } from '../../../../client/src/files/journals';
import {
  listJournalsRequest,
  readJournalRequest,
  removeJournalRequest,
  writeJournalRequest,
  type ReadJournalParams,
  type WriteJournalParams,
} from '../../../../protocol/src/journals';
import { ClientJournals, type Locks } from '../../../../server/src/lsp/browser/client-journals';
import type { Requests } from '../../../../server/src/lsp/browser/client-files';
import { RunTaken } from '../../../../server/src/run/journal-store';

/** A client with its storage, which may be full. */
class Client implements Requests {
  readonly files = new Map<string, Uint8Array>();
  isFull = false;
  readonly #journals = new Journals<string>({
    file: (name) => name,
    readFile: (name) => Promise.resolve(this.files.get(name) ?? new Uint8Array()),
    writeFile: async (name, bytes) => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (this.isFull) throw new Error('full');
      this.files.set(name, bytes);
    },
    list: () => Promise.resolve([...this.files.keys()].map((name) => [name, 0] as const)),
    remove: (name) => Promise.resolve(void this.files.delete(name)),
  });

  sendRequest(method: string, params: object): Promise<unknown> {
    switch (method) {
      case listJournalsRequest.method:
        return this.#journals.list();
      case readJournalRequest.method:
        return this.#journals.read(params as ReadJournalParams);
      case writeJournalRequest.method:
        return this.#journals.write(params as WriteJournalParams);
      case removeJournalRequest.method:
        return this.#journals.remove(params as ReadJournalParams);
      default:
        return Promise.reject(new Error(method));
    }
  }
}

/** The locks of one browser, as its windows share them. */
function browserLocks(): Locks {
  const held = new Set<string>();
  return {
    async request(name, _options, callback) {
      if (held.has(name)) return callback(null);
      held.add(name);
      try {
        await callback({});
      } finally {
        held.delete(name);
      }
      return undefined;
    },
    query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
  };
}

describe('journals of a server in a browser', () => {
  test('are there for the next session, line by line', async () => {
    const client = new Client();
    const first = new ClientJournals(client, browserLocks());
    expect(await first.lock('r-1')).toBe(true);
    await Promise.all([first.append('r-1', 'one\n'), first.append('r-1', 'two\n')]);
    const next = new ClientJournals(client, browserLocks());
    expect(await next.list()).toEqual(['r-1']);
    expect(await next.read('r-1')).toBe('one\ntwo\n');
    await next.lock('r-1');
    await next.append('r-1', 'three\n');
    expect(await next.read('r-1')).toBe('one\ntwo\nthree\n');
    await next.remove('r-1');
    expect(await next.list()).toEqual([]);
  });

  test('belong to one window at a time', async () => {
    const client = new Client();
    const locks = browserLocks();
    const first = new ClientJournals(client, locks);
    const second = new ClientJournals(client, locks);
    expect(await first.lock('r-1')).toBe(true);
    expect(await second.lock('r-1')).toBe(false);
    expect(await second.holder('r-1')).toBe('unknown');
    expect(await first.holder('r-1')).toBeNull();
    await expect(second.append('r-1', 'x\n')).rejects.toThrow(RunTaken);
    await second.remove('r-1');
    await first.append('r-1', 'one\n');
    await first.unlock('r-1');
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(await second.holder('r-1')).toBeNull();
    expect(await second.lock('r-1')).toBe(true);
    await expect(first.append('r-1', 'two\n')).rejects.toThrow(RunTaken);
    expect(await second.read('r-1')).toBe('one\n');
  });

  test('refuse an act that could not be saved, and take the next', async () => {
    const client = new Client();
    const journals = new ClientJournals(client, null);
    await journals.lock('r-1');
    await journals.append('r-1', 'one\n');
    client.isFull = true;
    await expect(journals.append('r-1', 'two\n')).rejects.toThrow('full');
    client.isFull = false;
    await journals.append('r-1', 'three\n');
    expect(await journals.read('r-1')).toBe('one\nthree\n');
  });
});
