/** The few operations of a file system that writing a document needs, so that tests can let each of them fail. */
import { access, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';

/** Paths are absolute; every operation rejects with the error of the system. */
export interface FileSystem {
  /** The path of a file without any symbolic links. */
  realPath(path: string): Promise<string>;
  read(path: string): Promise<Uint8Array>;
  /** The permission bits of a file. */
  mode(path: string): Promise<number>;
  /** Rejects when this process may not write to the file. */
  assertWritable(path: string): Promise<void>;
  /** Creates a file that must not exist, and comes back when the bytes are on the disk. */
  writeNew(path: string, bytes: Uint8Array, mode: number): Promise<void>;
  /** Puts a file in the place of another one in one step. */
  replace(path: string, by: string): Promise<void>;
  /** Removes a file, if it is there. */
  remove(path: string): Promise<void>;
}

export const nodeFileSystem: FileSystem = {
  realPath: (path) => realpath(path),
  read: (path) => readFile(path),
  mode: async (path) => (await stat(path)).mode & 0o7777,
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
  replace: (path, by) => rename(by, path),
  remove: (path) => rm(path, { force: true }),
};
