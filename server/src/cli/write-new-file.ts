/** Creates files that were not there. */
import { dirname } from 'node:path';
import { Boundary } from '../disk/boundary';
import { describeError } from '../disk/describe-error';
import { makeFolders, nodeFileSystem } from '../disk/file-system';
import { stampAt } from '../disk/look-at';
import { fromRelativePath } from '../disk/paths';
import { UsageError } from './usage-error';

/** Whether there is a file at a path relative to `root`. */
export function isThere(root: string, path: string): boolean {
  return stampAt(fromRelativePath(root, path)) !== '';
}

/** Writes a file at a path relative to `root`. @throws UsageError when it exists, is outside, or cannot be written. */
export async function writeNewFile(
  root: string,
  { path, text }: { readonly path: string; readonly text: string },
): Promise<void> {
  const to = fromRelativePath(root, path);
  try {
    await makeFolders(dirname(to));
    // a folder on the way may be a link
    if (!Boundary.of(root).holds(await nodeFileSystem.realPath(dirname(to))))
      throw new UsageError(`cannot write "${path}": it is outside the folder.`);
    await nodeFileSystem.writeNew(to, new TextEncoder().encode(text), 0o644);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot write "${path}": ${describeError(error)}`);
  }
}
