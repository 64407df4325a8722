/** Paths as texts: POSIX style, relative to a folder. Knows no disks, no URIs, and nothing of which files there are. */

/**
 * A path in its shortest form, `./a//b/../c/` as `a/c`, empty for the folder itself. `..` is left only at its start, where it
 * leads out of the folder.
 */
export function shortestPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else segments.push(segment);
  }
  return segments.join('/');
}

/**
 * A path relative to a folder as one relative to what the folder is relative to, in its shortest form; null where it leads
 * out of that, and so to nothing that is known.
 */
export function pathFrom(folder: string, path: string): string | null {
  const shortest = shortestPath(`${folder}/${path}`);
  return shortest === '..' || shortest.startsWith('../') ? null : shortest;
}

/** The folder that holds a file: empty for the one that paths are relative to. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
