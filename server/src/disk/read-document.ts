/** Reads one document from disk, or says in words why that cannot be done. Knows nothing of what is in it. */
import { largestDocument } from '../text/document-size';
import type { Boundary } from './boundary';
import { decodeText } from './decode-text';
import { readFile, type FileContent, type ReadProblem, type SizeLimit } from './read-file';

/** The text of a file, or why there is none. */
export type ReadDocument = { readonly text: string } | { readonly problem: ReadProblem };

const documents: SizeLimit = {
  size: largestDocument,
  noun: 'documents',
  advice: 'Split it or exclude it.',
};

/** The bytes of a document, for {@link toDocument}; nothing outside of `boundary`. Never throws. */
export function readContent(path: string, boundary: Boundary | null): FileContent {
  return readFile(path, documents, boundary);
}

/**
 * The text of a file as an editor would show it: strictly UTF-8, without a byte order mark, line ends as they are.
 * Symbolic links are followed, but to nothing outside of `boundary`. Never throws.
 */
export function readDocument(path: string, boundary: Boundary | null = null): ReadDocument {
  const content = readContent(path, boundary);
  return 'bytes' in content ? toDocument(content.bytes) : content;
}

/** What `readDocument` says of a file that holds these bytes. */
export function toDocument(bytes: Uint8Array): ReadDocument {
  const decoded = decodeText(bytes);
  return 'text' in decoded ? { text: decoded.text } : { problem: decoded };
}
