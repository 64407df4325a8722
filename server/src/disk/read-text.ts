/** Reads a document again that was read before, without waiting: for texts that are not all kept in memory. */
import { readFileSync } from 'node:fs';
import { toPath } from './paths';
import { toDocument } from './read-document';

/** The text of a file, or undefined when it is gone or can no longer be read. */
export function readText(uri: string): string | undefined {
  const path = toPath(uri);
  if (path === null) return undefined;
  try {
    const read = toDocument(readFileSync(path));
    return 'text' in read ? read.text : undefined;
  } catch {
    // whoever watches the file will say that it went
    return undefined;
  }
}
