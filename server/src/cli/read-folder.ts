/** Reads a folder and the configuration that was given for it, before anything is made of them. */
import { resolve } from 'node:path';
import { describeError } from '../disk/describe-error';
import { FolderContents } from '../disk/folder-contents';
import { kindOf } from '../disk/look-at';
import { readGiven, type GivenConfiguration } from './given-configuration';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

export interface ReadFolder {
  /** Absolute path of the folder. */
  readonly root: string;
  readonly configuration: GivenConfiguration | null;
  /** Whether links may lead out of the folder. */
  readonly allowOutside: boolean;
  /** Can be taken once. */
  readonly contents: FolderContents;
}

export interface ReadOptions {
  /** The path of a file that counts instead of the `.runbook.yaml` files; null for none. */
  readonly config: string | null;
  /** Whether links may lead out of the folder. */
  readonly allowOutside: boolean;
}

/**
 * Reads a folder.
 * @throws UsageError when it does not exist, is no folder or cannot be read, or the file of `config` cannot.
 */
export async function readFolder(
  path: string,
  { config, allowOutside }: ReadOptions,
  { progress }: Terminal,
): Promise<ReadFolder> {
  await ensureFolder(path);
  const root = resolve(path);
  const configuration = config === null ? null : await readGiven(config, root);
  const contents = await FolderContents.read(root, {
    ...(configuration === null ? {} : { configuration }),
    allowOutside,
    onRead: (read, all) => progress?.(`Reading ${String(read)} of ${String(all)} documents`),
  });
  progress?.('');
  return { root, configuration, allowOutside, contents };
}

/** @throws UsageError when there is no folder at a path that can be looked into. */
export async function ensureFolder(path: string): Promise<void> {
  let folder: boolean;
  try {
    folder = (await kindOf(path)) === 'folder';
  } catch (error) {
    throw new UsageError(`cannot check "${path}": ${describeError(error)}`);
  }
  if (!folder)
    throw new UsageError(
      `cannot check "${path}": it is a file, not a folder. Give the folder that holds your runbooks.`,
    );
}
