/** Between paths of files and the URIs that editors name them by. Knows nothing of what the files are. */
import { relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { parseUri } from '../files/canonical-uri';

/** The URI of an absolute path, written the way VS Code writes it (`file:///c%3A/a%20b.md`). */
export function toUri(path: string): string {
  return URI.file(path).toString();
}

/** The path of a file URI in any spelling; null for a URI that stands for no file on this machine's disks. */
export function toPath(uri: string): string | null {
  const parsed = parseUri(uri);
  return parsed?.scheme === 'file' ? parsed.fsPath : null;
}

/**
 * The path of a file or folder relative to a workspace folder, POSIX style and empty for the folder itself; null when
 * it lies outside. Both are absolute paths.
 */
export function toRelativePath(workspaceFolder: string, path: string): string | null {
  const inside = relative(workspaceFolder, path);
  // On Windows the way to another drive is an absolute path.
  if (inside === '..' || inside.startsWith(`..${sep}`) || inside === resolve(inside)) return null;
  return inside.split(sep).join('/');
}

/** The absolute path of a POSIX style path relative to a workspace folder. */
export function fromRelativePath(workspaceFolder: string, path: string): string {
  return resolve(workspaceFolder, ...path.split('/'));
}
