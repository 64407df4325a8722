/** Reads one document from disk, or says in words why that cannot be done. Knows nothing of what is in it. */
import type { FileContent } from '../files/host';
import { documentLimit } from '../files/size-limit';
import { toDocument, type ReadDocument } from '../files/to-document';
import type { SavedText } from '../run/run-host';
import type { Boundary } from './boundary';
import { readFile } from './read-file';

/** The bytes of a document, for {@link toDocument}; nothing outside of `boundary`. Never throws. */
export function readContent(path: string, boundary: Boundary | null): FileContent {
  return readFile(path, documentLimit, boundary);
}

/**
 * The text of a file as an editor would show it: strictly UTF-8, without a byte order mark, line ends as they are.
 * Symbolic links are followed, but to nothing outside of `boundary`. Never throws.
 */
export function readDocument(path: string, boundary: Boundary | null = null): ReadDocument {
  const content = readContent(path, boundary);
  return 'bytes' in content ? toDocument(content.bytes) : content;
}

/** A document as it is on the disk; null where it cannot be read, or is no text. Never throws. */
export function savedText(path: string, boundary: Boundary | null): SavedText | null {
  const content = readContent(path, boundary);
  const document = 'bytes' in content ? toDocument(content.bytes) : content;
  return 'text' in document && 'stamp' in content ? { text: document.text, stamp: content.stamp } : null;
}
