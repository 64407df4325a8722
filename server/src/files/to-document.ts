/** From the bytes of a file to the document that an editor would show. */
import { decodeText } from './decode-text';
import type { ReadProblem } from './host';

/** The text of a file, or why there is none. */
export type ReadDocument = { readonly text: string } | { readonly problem: ReadProblem };

/** The text strictly as UTF-8, without a byte order mark, line ends as they are. */
export function toDocument(bytes: Uint8Array): ReadDocument {
  const decoded = decodeText(bytes);
  return 'text' in decoded ? { text: decoded.text } : { problem: decoded };
}
