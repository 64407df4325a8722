/**
 * Reads documents again that were read before, without waiting: for texts that are not all kept in memory. Knows what
 * they held when they were read again, which need not be what they held the first time.
 */
import { readFileSync } from 'node:fs';
import { digestOf } from './folder-memory';
import { toPath } from './paths';
import { toDocument } from './read-document';

/** Of a file that is gone or cannot be read any more. */
const nothing = '';

export class RereadTexts {
  readonly #digests = new Map<string, string>();

  /** The text of a file, or undefined when it is gone or can no longer be read. */
  read(uri: string): string | undefined {
    const path = toPath(uri);
    if (path === null) return undefined;
    try {
      const bytes = readFileSync(path);
      const read = toDocument(bytes);
      this.#digests.set(uri, digestOf(bytes));
      return 'text' in read ? read.text : undefined;
    } catch {
      // whoever watches the file will say that it went
      this.#digests.set(uri, nothing);
      return undefined;
    }
  }

  /** Whether a document was read again and did not hold what has this digest. */
  differs(uri: string, digest: string): boolean {
    const again = this.#digests.get(uri);
    return again !== undefined && again !== digest;
  }

  /** A document was read as if for the first time: what it held before does not matter any more. */
  forget(uri: string): void {
    this.#digests.delete(uri);
  }
}
