/** What there is at a path, without reading it. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { access, constants, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { stampOf } from './read-file';

/** The stamp of the file at a path, through links; empty where there is none, or it cannot be told. */
export function stampAt(path: string): string {
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    return status === undefined ? '' : stampOf(status);
  } catch {
    return '';
  }
}

/** Whether there is a folder at a path; false where it cannot be told. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** What is at a path, a folder only if it can be looked into. Rejects with the error of the system. */
export async function kindOf(path: string): Promise<'folder' | 'other'> {
  if (!(await stat(path)).isDirectory()) return 'other';
  await readdir(path);
  return 'folder';
}

/** The path without links of a program that this process may run; null when there is none at `path`. */
export async function programAt(path: string): Promise<string | null> {
  try {
    if (!(await stat(path)).isFile()) return null;
    await access(path, constants.X_OK);
    return await realpath(path);
  } catch {
    return null;
  }
}

/** The path without links, in the case that the disk has; of a file that does not exist yet, in its folder. Null for none. */
export function realPathOf(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    try {
      return join(realpathSync.native(dirname(path)), basename(path));
    } catch {
      return null;
    }
  }
}

/** Whether there is anything in a folder, at once; false where it cannot be told. */
export function holdsAnything(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}
