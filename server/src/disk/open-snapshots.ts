/** Where snapshots of folders are on this machine. */
import { join } from 'node:path';
import { FolderSnapshots } from '../files/folder-snapshots';
import type { SnapshotOptions } from '../files/loaded-folder';
import { EntryStore } from './entry-store';
import type { Program } from './program';
import { sha256 } from './sha256';

/** The snapshots of a program below the folder for caches, an absolute path that need not exist. */
export function openSnapshots(
  caches: string,
  program: Program,
): Pick<SnapshotOptions, 'snapshots' | 'digest'> {
  const store = new EntryStore(join(caches, 'folders'));
  return { snapshots: new FolderSnapshots(store, program, sha256), digest: sha256 };
}
