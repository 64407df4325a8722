/** Saves bytes in the storage of the client, and gives back nothing but what it was given. */
import { readStorageRequest, writeStorageRequest } from '../../../../protocol/src/files';
import { concatBytes, fromLatin1, utf8 } from '../../files/bytes';
import type { Digest, SnapshotStore } from '../../files/folder-snapshots';
import type { Requests } from './client-files';

/** Bytes of one entry, at most: a browser gives its pages little room. */
const largestEntry = 32 * 1024 * 1024;

export class ClientStore implements SnapshotStore {
  readonly #requests: Requests;
  readonly #digest: Digest;

  constructor(requests: Requests, digest: Digest) {
    this.#requests = requests;
    this.#digest = digest;
  }

  async readBytes(name: string): Promise<Uint8Array | null> {
    const entry = await this.#send(readStorageRequest.method, { name });
    if (!(entry instanceof Uint8Array)) return null;
    const end = entry.indexOf(lineEnd);
    if (end < 0) return null;
    const content = entry.subarray(end + 1);
    return fromLatin1(entry.subarray(0, end)) === (await this.#digest(content)) ? content : null;
  }

  async writeBytes(name: string, pieces: readonly Uint8Array[]): Promise<void> {
    const bytes = concatBytes(pieces);
    if (bytes.byteLength > largestEntry) return;
    const entry = concatBytes([utf8(`${await this.#digest(bytes)}\n`), bytes]);
    await this.#send(writeStorageRequest.method, { name, bytes: entry });
  }

  /** Null where the client refuses: then nothing is saved, and that is all. */
  async #send(method: string, params: object): Promise<unknown> {
    try {
      return await this.#requests.sendRequest(method, params);
    } catch {
      return null;
    }
  }
}

const lineEnd = 0x0a;
