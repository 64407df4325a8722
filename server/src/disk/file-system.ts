/** The few operations of a file system that writing a document needs, so that tests can let each of them fail. */
import { access, chmod, chown, constants, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import type { FileContent } from '../files/host';
import { largestDocument } from '../text/document-size';
import { readFile } from './read-file';

/** Whose a file is, and who may do what with it. */
export interface FileStatus {
  /** The permission bits. */
  readonly mode: number;
  readonly owner: number;
  readonly group: number;
}

/** Paths are absolute; every operation but `read` rejects with the error of the system. */
export interface FileSystem {
  /** The path of a file without any symbolic links. */
  realPath(path: string): Promise<string>;
  read(path: string): FileContent;
  status(path: string): Promise<FileStatus>;
  /** Rejects when this process may not write to the file. */
  assertWritable(path: string): Promise<void>;
  /** Creates a file that must not exist, and comes back when the bytes are on the disk. */
  writeNew(path: string, bytes: Uint8Array, mode: number): Promise<void>;
  /** Gives a file to an owner and a group, which only some may do. */
  give(path: string, to: FileStatus): Promise<void>;
  /** Puts a file in the place of another one in one step. */
  replace(path: string, by: string): Promise<void>;
  /** Puts bytes in the place of those of a file that exists, and comes back when they are on the disk. */
  overwrite(path: string, bytes: Uint8Array): Promise<void>;
  /** Removes a file, if it is there. */
  remove(path: string): Promise<void>;
}

/** A file that was written here may have grown above what is read otherwise. */
const writable = { size: 2 * largestDocument, noun: 'documents', advice: 'Split it.' };

export const nodeFileSystem: FileSystem = {
  realPath: (path) => realpath(path),
  read: (path) => readFile(path, writable, null),
  status: async (path) => {
    const { mode, uid, gid } = await stat(path);
    return { mode: mode & 0o7777, owner: uid, group: gid };
  },
  assertWritable: (path) => access(path, constants.W_OK),
  writeNew: async (path, bytes, mode) => {
    const file = await open(path, 'wx', mode);
    try {
      // Again, because the mode given when opening is cut down by the umask.
      await file.chmod(mode);
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  give: async (path, { owner, group, mode }) => {
    const now = await stat(path);
    if (now.uid === owner && now.gid === group) return;
    await chown(path, owner, group);
    // some of the bits do not survive a change of the owner
    await chmod(path, mode);
  },
  replace: (path, by) => rename(by, path),
  overwrite: async (path, bytes) => {
    const file = await open(path, constants.O_WRONLY | noFollow);
    try {
      for (let at = 0; at < bytes.byteLength;)
        at += (await file.write(bytes, at, bytes.byteLength - at, at)).bytesWritten;
      await file.truncate(bytes.byteLength);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  remove: (path) => rm(path, { force: true }),
};

/** Creates a folder with those that it is in, where they are not there. Rejects with the error of the system. */
export async function makeFolders(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
}

const noFollow = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW;
