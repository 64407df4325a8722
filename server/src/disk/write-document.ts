/** Writes a changed document to disk, wholly or not at all. Knows nothing of what was changed. */
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { decodeText } from './decode-text';
import { describeError, errorCode } from './describe-error';
import { nodeFileSystem, type FileSystem } from './file-system';

export type WriteFailure = 'changed' | 'read-only' | 'permission' | 'vanished' | 'disk-full' | 'failed';

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
 * and so does a machine that loses power. Permission bits, a byte order mark and a symbolic link at `path` stay;
 * hard links to the file keep the old text.
 *
 * @throws DocumentWriteError when the file was changed since it was read, is read-only, or cannot be written.
 */
export async function writeDocument(
  path: string,
  change: DocumentChange,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<void> {
  try {
    const real = await fileSystem.realPath(path);
    const mode = await fileSystem.mode(real);
    // Asked for itself, because an administrator may write anything and renaming needs no permission for the file.
    if ((mode & 0o200) === 0) throw new DocumentWriteError(path, 'read-only', readOnlyMessage);
    await fileSystem.assertWritable(real);
    const hasMark = await assertUnchanged(path, real, change.from, fileSystem);
    const bytes = new TextEncoder().encode((hasMark ? byteOrderMark : '') + change.to);
    await replaceFile(real, bytes, mode, fileSystem, async () => {
      await assertUnchanged(path, real, change.from, fileSystem);
    });
  } catch (error) {
    if (error instanceof DocumentWriteError) throw error;
    const reason = reasons[errorCode(error)] ?? 'failed';
    throw new DocumentWriteError(path, reason, describeError(error), error);
  }
}

/** Refuses when a file no longer holds a text; else tells whether it begins with a byte order mark. */
async function assertUnchanged(
  path: string,
  real: string,
  text: string,
  fileSystem: FileSystem,
): Promise<boolean> {
  const decoded = decodeText(await fileSystem.read(real));
  if ('text' in decoded && decoded.text === text) return decoded.hasByteOrderMark;
  throw new DocumentWriteError(path, 'changed', changedMessage);
}

/** Leaves no temporary file behind, whatever fails. */
async function replaceFile(
  path: string,
  bytes: Uint8Array,
  mode: number,
  fileSystem: FileSystem,
  beforeReplacing: () => Promise<void>,
): Promise<void> {
  // In the same folder, because renaming is one step only within a disk; not named .md, so that nothing indexes it.
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await fileSystem.writeNew(temporary, bytes, mode);
    // As late as possible: somebody may have saved the file while the new text was written.
    await beforeReplacing();
    await fileSystem.replace(path, temporary);
  } catch (error) {
    // The first error is the one to tell about, also when the disk does not even let us clean up.
    await fileSystem.remove(temporary).catch(() => undefined);
    throw error;
  }
}

const byteOrderMark = '\uFEFF';
const readOnlyMessage = 'It is read-only. Make it writable, then try again.';
const changedMessage = 'It was changed by somebody else meanwhile and is left as it is. Try again.';

const reasons: Readonly<Record<string, WriteFailure>> = {
  EACCES: 'permission',
  EPERM: 'permission',
  EROFS: 'read-only',
  ENOENT: 'vanished',
  ENOTDIR: 'vanished',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};
