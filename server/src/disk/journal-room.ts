/** The few operations of a file system that journals need. Knows nothing of what they hold. */
import { randomUUID } from 'node:crypto';
import {
  constants,
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './describe-error';

/** Creates a folder that only this user may look into, with those that it is in. */
export async function makeFolders(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** The names in a folder; none where there is no such folder. */
export async function listNames(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The text of a file; empty where there is none. */
export async function readWhole(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}

/** Writes behind what a file holds, on a line of its own, and comes back when it is on the disk. */
export async function appendDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const isTorn = size > 0 && last[0] !== 0x0a;
    try {
      // in one write: another process never comes in between
      await file.appendFile(isTorn ? `\n${text}` : text);
      await file.sync();
    } catch (error) {
      // what was not kept for certain is not to be found there later
      await file.truncate(size).catch(() => undefined);
      throw error;
    }
    if (size === 0) await syncFolder(dirname(path));
  } finally {
    await file.close();
  }
}

/** The name of a new file survives the end of the machine when its folder is on the disk; some systems know no such thing. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch {
    // Windows
  }
}

/** Creates a file that holds a text from its first moment on; false where there is one already. */
export async function createWhole(path: string, text: string): Promise<boolean> {
  const whole = `${path}.${randomUUID()}`;
  await writeFile(whole, text, { mode: 0o600, flag: 'wx' });
  try {
    return await nameAlso(whole, path);
  } finally {
    await removeFile(whole);
  }
}

/** Gives a file another name besides its own; false where that is taken. */
async function nameAlso(path: string, name: string): Promise<boolean> {
  try {
    await link(path, name);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    // a disk without such names
    return copyTo(path, name);
  }
}

async function copyTo(path: string, name: string): Promise<boolean> {
  try {
    await copyFile(path, name, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** When a file was last written or touched, in milliseconds; null where it is not there. */
export async function changedAt(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Says of a file that it was written now. It may be gone by then. */
export async function touchFile(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
}

/** Removes a file, if it is there. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true });
}
