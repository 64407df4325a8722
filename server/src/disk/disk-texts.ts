/**
 * Reads documents again that were read before, without waiting: for texts that are not all kept in memory. Knows what
 * they held when they were read again, which need not be what they held the first time.
 */
import { digestOf } from '../files/folder-snapshots';
import type { RereadTexts } from '../files/loaded-folder';
import { toDocument } from '../files/to-document';
import type { SavedText } from '../run/run-host';
import type { Boundary } from './boundary';
import { sha256 } from './sha256';
import { toPath, toRelativePath } from './paths';
import { readContent, savedText } from './read-document';

/** Of a file that is gone or cannot be read any more. */
const nothing = '';

export class DiskTexts implements RereadTexts {
  readonly #digests = new Map<string, string>();
  /** By absolute path of a folder. */
  readonly #boundaries = new Map<string, Boundary | null>();

  /** What lies in a folder must really lie inside of its boundary; null for anywhere. */
  confine(folder: string, boundary: Boundary | null): void {
    this.#boundaries.set(folder, boundary);
  }

  /** The text of a file, or undefined when it is gone or can no longer be read. */
  read(uri: string): string | undefined {
    const path = toPath(uri);
    if (path === null) return undefined;
    const content = readContent(path, this.#boundaryOf(path));
    // the watcher of the file will tell that it went
    this.#digests.set(uri, 'bytes' in content ? digestOf(content.bytes, sha256) : nothing);
    const read = 'bytes' in content ? toDocument(content.bytes) : content;
    return 'text' in read ? read.text : undefined;
  }

  /** A file as it is now, and the stamp that tells whether it was written since; null where it cannot be read. */
  saved(uri: string): SavedText | null {
    const path = toPath(uri);
    return path === null ? null : savedText(path, this.#boundaryOf(path));
  }

  #boundaryOf(path: string): Boundary | null {
    let innermost = '';
    for (const folder of this.#boundaries.keys())
      if (folder.length > innermost.length && toRelativePath(folder, path) !== null) innermost = folder;
    return this.#boundaries.get(innermost) ?? null;
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
