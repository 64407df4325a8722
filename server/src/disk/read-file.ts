/**
 * Reads files, and is the only place that does: a file is opened without waiting, its kind and size are known before
 * a byte is read, and no more is read than was allowed, whatever happens to it meanwhile. Knows nothing of contents.
 */
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync,
  type Stats,
} from 'node:fs';
import type { FileContent, ReadFailure } from '../files/host';
import { tooLarge, type SizeLimit } from '../files/size-limit';
import type { Boundary } from './boundary';
import { describeError, errorCode } from './describe-error';

/** Differs for a file that was written, replaced or moved in between, as far as the file system tells. */
export function stampOf({ ino, size, mtimeMs, ctimeMs }: FileTimes): string {
  return `${String(ino)} ${String(size)} ${String(mtimeMs)} ${String(ctimeMs)}`;
}

type FileTimes = Pick<Stats, 'ino' | 'size' | 'mtimeMs' | 'ctimeMs'>;

/** Said of a file that a link leads to, outside of its workspace folder. */
const outsideMessage = 'It points outside the workspace folder.';

/**
 * The bytes of a regular file. Links are followed, but to nothing outside of `boundary` (null for no boundary). Never
 * throws, never waits.
 */
export function readFile(path: string, limit: SizeLimit, boundary: Boundary | null): FileContent {
  // in the foreground: a third of the time of reading in the background, for the many small files of a workspace
  let file: number | null = null;
  try {
    file = openSync(path, openFlags);
    const status = fstatSync(file);
    if (status.isDirectory()) return failure('not-a-file', 'It is a folder, not a file.');
    if (!status.isFile()) return failure('not-a-file', 'It is a device or a pipe, not a file.');
    if (status.size > limit.size) return { problem: tooLarge(status.size, limit) };
    // asked of what is open: the path may lead elsewhere by now
    if (boundary !== null && !boundary.holds(pathOfOpen(file, path, status)))
      return failure('outside', outsideMessage);
    const bytes = readAtMost(file, status.size, limit.size);
    return bytes === null ? { problem: tooLarge(limit.size + 1, limit) } : { bytes, stamp: stampOf(status) };
  } catch (error) {
    return failure(reasons[errorCode(error)] ?? 'failed', describeError(error));
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Reads to the end, which need not be where it was a moment ago; null when that is beyond the limit. */
function readAtMost(file: number, expected: number, limit: number): Uint8Array | null {
  let bytes = Buffer.allocUnsafe(expected + 1);
  let length = 0;
  for (;;) {
    const read = readSync(file, bytes, length, bytes.length - length, null);
    if (read === 0) return bytes.subarray(0, length);
    length += read;
    if (length > limit) return null;
    if (length === bytes.length)
      bytes = Buffer.concat([bytes], Math.min(limit + 1, Math.max(bytes.length * 2, smallestRoom)));
  }
}

/** Bytes of room for a file that grows, or does not tell its size. */
const smallestRoom = 4096;

/** The path without links of an open file; empty when it cannot be told. */
function pathOfOpen(
  file: number,
  path: string,
  opened: { readonly dev: number; readonly ino: number },
): string {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/self/fd/${String(file)}`);
    } catch {
      // not every system shows processes
    }
  }
  const real = realpathSync.native(path);
  const { dev, ino } = statSync(real);
  return dev === opened.dev && ino === opened.ino ? real : '';
}

/** A pipe is opened without waiting for a writer; Windows has no such flags. */
const openFlags =
  constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK | constants.O_NOCTTY);

const reasons: Readonly<Record<string, ReadFailure>> = {
  EACCES: 'permission',
  EPERM: 'permission',
  ENOENT: 'vanished',
  ENOTDIR: 'vanished',
  EISDIR: 'not-a-file',
  // a socket, or a device without a driver
  ENXIO: 'not-a-file',
  ENODEV: 'not-a-file',
};

function failure(reason: ReadFailure, message: string): FileContent {
  return { problem: { reason, message } };
}
