/** Reads one document from disk, or says in words why that cannot be done. Knows nothing of what is in it. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { decodeText } from './decode-text';
import { describeError, errorCode } from './describe-error';
import { largestDocument, megabytes } from '../text/document-size';

export type ReadFailure =
  'encoding' | 'binary' | 'too-large' | 'permission' | 'vanished' | 'not-a-file' | 'failed';

export interface ReadProblem {
  readonly reason: ReadFailure;
  /** What is wrong and what to do, as sentences without the path. */
  readonly message: string;
}

/** The text of a file, or why there is none. */
export type ReadDocument = { readonly text: string } | { readonly problem: ReadProblem };

/** The bytes of a file, or why there are none. */
export type FileContent = { readonly bytes: Uint8Array } | { readonly problem: ReadProblem };

/** The bytes of a document, for {@link toDocument}. Symbolic links are followed. Never throws. */
export function readContent(path: string): FileContent | Promise<FileContent> {
  // a third of the time of reading in the background, for the many small files that a workspace is made of
  let file: number | null = null;
  try {
    file = openSync(path, openFlags);
    const status = fstatSync(file);
    if (status.isFile() && status.size <= largestDocument) return { bytes: readFileSync(file) };
  } catch {
    // asked again for words
  } finally {
    if (file !== null) closeSync(file);
  }
  return readSlowly(path);
}

/**
 * The text of a file as an editor would show it: strictly UTF-8, without a byte order mark, line ends as they are.
 * Symbolic links are followed. Never throws.
 */
export async function readDocument(path: string): Promise<ReadDocument> {
  const content = await readSlowly(path);
  return 'bytes' in content ? toDocument(content.bytes) : content;
}

async function readSlowly(path: string): Promise<FileContent> {
  try {
    // Asked first: opening a pipe would wait for ever, and an absurdly large file would fill the memory.
    const status = await stat(path);
    if (status.isDirectory()) return { problem: failure('not-a-file', 'It is a folder, not a file.') };
    if (!status.isFile()) return { problem: failure('not-a-file', 'It is a device or a pipe, not a file.') };
    if (status.size > largestDocument) return { problem: tooLarge(status.size) };
    return { bytes: await readFile(path) };
  } catch (error) {
    return { problem: failure(reasons[errorCode(error)] ?? 'failed', describeError(error)) };
  }
}

/** What `readDocument` says of a file that holds these bytes. */
export function toDocument(bytes: Uint8Array): ReadDocument {
  const decoded = decodeText(bytes);
  return 'text' in decoded ? { text: decoded.text } : { problem: decoded };
}

/** A pipe is opened without waiting for somebody who writes; Windows has no such flag. */
const openFlags = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK);

const reasons: Readonly<Record<string, ReadFailure>> = {
  EACCES: 'permission',
  EPERM: 'permission',
  ENOENT: 'vanished',
  ENOTDIR: 'vanished',
  EISDIR: 'not-a-file',
};

function failure(reason: ReadFailure, message: string): ReadProblem {
  return { reason, message };
}

function tooLarge(size: number): ReadProblem {
  const message = `It is ${megabytes(size)} large; documents above ${megabytes(largestDocument)} are not read. Split it, or exclude it.`;
  return failure('too-large', message);
}
