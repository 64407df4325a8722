/** Reads standard input as a document, and no more of it than documents may hold. */
import { toDocument } from '../files/to-document';
import { largestDocument, megabytes } from '../text/document-size';
import { UsageError } from './usage-error';

/** The text of a stream of bytes. @throws UsageError when it is too long, or no text. */
export async function readInput(stream: AsyncIterable<unknown>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    if (!(bytes instanceof Uint8Array)) continue;
    chunks.push(bytes);
    size += bytes.byteLength;
    if (size > largestDocument)
      throw new UsageError(
        `standard input is larger than ${megabytes(largestDocument)}, the limit for a document.`,
      );
  }
  const read = toDocument(Buffer.concat(chunks));
  if ('problem' in read) throw new UsageError(`cannot read standard input: ${read.problem.message}`);
  return read.text;
}
