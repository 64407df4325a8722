/** Judges one file as a search of the whole folder would, for events about single files. */
import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { loadRules } from './load-rules';
import type { WorkspaceRules } from './workspace-rules';

/**
 * Whether a file is a document of the workspace: whether `findFiles` would find it now, or would have while it was
 * there. `path` is POSIX style and relative to `workspaceFolder`. Rules of folders that `rules` does not know yet are
 * read from disk; when a `.gitignore` or configuration file changes, search again with new rules.
 *
 * A file outside that several links lead to is taken on each of their paths, since only a search sees them all.
 */
export async function isDocumentOfWorkspace(
  workspaceFolder: string,
  rules: WorkspaceRules,
  path: string,
): Promise<boolean> {
  if (!(await isTaken(workspaceFolder, rules, path))) return false;
  const direct = await pathWithoutLinks(workspaceFolder, path);
  // Reached through a link, a file that the workspace also holds itself would be there twice.
  return direct === null || direct === path || !(await isTaken(workspaceFolder, rules, direct));
}

async function isTaken(workspaceFolder: string, rules: WorkspaceRules, path: string): Promise<boolean> {
  let folder = '';
  for (const name of path.split('/').slice(0, -1)) {
    await ensureRules(workspaceFolder, rules, folder);
    folder = folder === '' ? name : `${folder}/${name}`;
    if (!rules.entersFolder(folder)) return false;
  }
  await ensureRules(workspaceFolder, rules, folder);
  return rules.takesFile(path);
}

async function ensureRules(workspaceFolder: string, rules: WorkspaceRules, folder: string): Promise<void> {
  if (!rules.knows(folder)) await loadRules(rules, folder, join(workspaceFolder, folder));
}

/** The path of the same file in the workspace on which there is no link; null when there is none. */
async function pathWithoutLinks(workspaceFolder: string, path: string): Promise<string | null> {
  try {
    const [root, real] = await Promise.all([
      realpath(workspaceFolder),
      realpath(join(workspaceFolder, path)),
    ]);
    const inside = relative(root, real).split(sep).join('/');
    return inside.startsWith('../') ? null : inside;
  } catch {
    return null;
  }
}
