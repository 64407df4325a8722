/**
 * One URI for each file of the workspace: what editors open through a symbolic link, in other case or under the real path of
 * a folder that itself is a link, is the file that the folder has. Knows real paths; nothing of what is opened.
 */
import { join } from 'node:path';
import type { WorkspaceFolder } from '../workspace';
import { realPathOf } from './look-at';
import { toPath, toRelativePath, toUri } from './paths';

/**
 * The URI by which the workspace knows the file of `uri`: in the innermost folder that really holds it. Another file, and
 * what is no file, keeps its own. Never throws.
 */
export function withoutAlias(uri: string, folders: readonly WorkspaceFolder[]): string {
  const path = toPath(uri);
  if (path === null || !uri.startsWith('file:')) return uri;
  const real = realPathOf(path);
  if (real === null) return uri;
  let best: { readonly root: string; readonly uri: string } | null = null;
  for (const folder of folders) {
    const folderPath = toPath(folder.uri);
    const root = folderPath === null ? null : realPathOf(folderPath);
    if (root === null || folderPath === null) continue;
    const relative = toRelativePath(root, real);
    if (relative === null || relative === '' || root.length <= (best?.root.length ?? -1)) continue;
    best = { root, uri: toUri(join(folderPath, relative)) };
  }
  // a link in a folder to a file outside of it is that file, which is of no folder
  return best?.uri ?? (real === path ? uri : toUri(real));
}
