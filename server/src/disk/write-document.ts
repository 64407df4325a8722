/** Writes a changed document to disk, wholly or not at all. Knows nothing of what was changed. */
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { decodeText } from '../files/decode-text';
import type { Boundary } from './boundary';
import { describeError, errorCode } from './describe-error';
import { nodeFileSystem, type FileStatus, type FileSystem } from './file-system';

export type WriteFailure =
  'changed' | 'outside' | 'read-only' | 'permission' | 'vanished' | 'disk-full' | 'failed';

/** A document that was not written; the file on disk is as it was. */
export class DocumentWriteError extends Error {
  override readonly name = 'DocumentWriteError';
  readonly path: string;
  readonly reason: WriteFailure;

  /** `message` says what is wrong and what to do, as sentences without the path. */
  constructor(path: string, reason: WriteFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.path = path;
    this.reason = reason;
  }
}

/** What a document is to become. */
export interface DocumentChange {
  /** The text as `readDocument` gave it: the file must still hold it. */
  readonly from: string;
  readonly to: string;
}

/**
 * Puts `change.to` in the place of the file at `path` in one step: other programs see the old file or the new one,
 * and so does a machine that loses power. Owner, permission bits, a byte order mark and a symbolic link at `path` stay;
 * hard links to the file keep the old text. A file that this process may not give back to its owner is overwritten
 * instead; until that is done, the new text lies beside it.
 *
 * @throws DocumentWriteError when the file was changed since it was read, really lies outside of `boundary`, is
 * read-only, or cannot be written.
 */
export async function writeDocument(
  path: string,
  change: DocumentChange,
  boundary: Boundary,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<void> {
  try {
    const real = await fileSystem.realPath(path);
    if (!boundary.holds(real)) throw new DocumentWriteError(path, 'outside', outsideMessage);
    const status = await fileSystem.status(real);
    // Asked for itself, because an administrator may write anything and renaming needs no permission for the file.
    if ((status.mode & 0o200) === 0) throw new DocumentWriteError(path, 'read-only', readOnlyMessage);
    await fileSystem.assertWritable(real);
    const readAgain = (): OldFile => readUnchanged(path, real, change.from, fileSystem);
    const old = readAgain();
    const bytes = new TextEncoder().encode((old.hasByteOrderMark ? byteOrderMark : '') + change.to);
    await replaceFile(real, { old: old.bytes, bytes, status }, fileSystem, async () => {
      // as late as possible: another program may have saved the file, or put a link in its way, while the new text was written
      if ((await fileSystem.realPath(path)) !== real)
        throw new DocumentWriteError(path, 'changed', changedMessage);
      readAgain();
    });
  } catch (error) {
    if (error instanceof DocumentWriteError) throw error;
    const reason = reasons[errorCode(error)] ?? 'failed';
    throw new DocumentWriteError(path, reason, describeError(error), error);
  }
}

interface OldFile {
  readonly bytes: Uint8Array;
  readonly hasByteOrderMark: boolean;
}

/** What a file holds; refuses when that is no longer a text. */
function readUnchanged(path: string, real: string, text: string, fileSystem: FileSystem): OldFile {
  const content = fileSystem.read(real);
  if ('problem' in content) {
    const { reason, message } = content.problem;
    const known = reason === 'vanished' || reason === 'permission';
    throw new DocumentWriteError(path, known ? reason : 'failed', message);
  }
  const decoded = decodeText(content.bytes);
  if ('text' in decoded && decoded.text === text)
    return { bytes: content.bytes, hasByteOrderMark: decoded.hasByteOrderMark };
  throw new DocumentWriteError(path, 'changed', changedMessage);
}

interface Replacement {
  readonly old: Uint8Array;
  readonly bytes: Uint8Array;
  readonly status: FileStatus;
}

/** Leaves no temporary file behind, unless the file could neither be overwritten nor restored. */
async function replaceFile(
  path: string,
  { old, bytes, status }: Replacement,
  fileSystem: FileSystem,
  beforeReplacing: () => Promise<void>,
): Promise<void> {
  // In the same folder, because renaming is one step only within a disk; not named .md, so that nothing indexes it.
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  let isOnlyCopy = false;
  try {
    await fileSystem.writeNew(temporary, bytes, status.mode);
    const isGiven = await give(temporary, status, fileSystem);
    await beforeReplacing();
    if (isGiven) {
      await fileSystem.replace(path, temporary);
      return;
    }
    isOnlyCopy = true;
    try {
      await fileSystem.overwrite(path, bytes);
    } catch (error) {
      await fileSystem.overwrite(path, old);
      isOnlyCopy = false;
      throw error;
    }
    isOnlyCopy = false;
    await fileSystem.remove(temporary);
  } catch (error) {
    // The first error is the one to tell about, also when the disk does not even let us clean up.
    if (!isOnlyCopy) await fileSystem.remove(temporary).catch(() => undefined);
    throw error;
  }
}

/** Whether a file could be given to the owner and group of another one. */
async function give(path: string, to: FileStatus, fileSystem: FileSystem): Promise<boolean> {
  try {
    await fileSystem.give(path, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EPERM' || errorCode(error) === 'ENOSYS') return false;
    throw error;
  }
}

const byteOrderMark = '\uFEFF';
const outsideMessage =
  'It is a link that points outside the folder. Run --fix in the folder that contains it.';
const readOnlyMessage = 'It is read-only. Make it writable, then try again.';
const changedMessage = 'It changed on disk in the meantime, so it was left as it is. Try again.';

const reasons: Readonly<Record<string, WriteFailure>> = {
  EACCES: 'permission',
  EPERM: 'permission',
  EROFS: 'read-only',
  ENOENT: 'vanished',
  ENOTDIR: 'vanished',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};
