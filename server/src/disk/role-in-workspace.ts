/** Judges one file as a search of the whole folder would, for events about single files. */
import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { FileRole, WorkspaceRules } from '../files/workspace-rules';
import { Boundary } from './boundary';
import { loadRules } from './load-rules';

/** A workspace folder as a search leaves it. */
export interface SearchedFolder {
  /** Absolute. */
  readonly path: string;
  readonly rules: WorkspaceRules;
  /** What links must stay in; null for nothing. */
  readonly boundary: Boundary | null;
}

/**
 * What a file is to the workspace: what `findFiles` would find it as now, or would have while it was there; null for
 * nothing. `path` is POSIX style and relative to the folder. Rules of folders that are not known yet are read from disk;
 * when a `.gitignore` or configuration file changes, search again with new rules.
 *
 * Without a boundary, a file outside that several links lead to is taken on each of their paths, since only a search
 * sees them all.
 */
export async function roleInWorkspace(folder: SearchedFolder, path: string): Promise<FileRole | null> {
  const role = roleOf(folder, path);
  if (role === null) return null;
  const real = await realPathOf(join(folder.path, path));
  if (real === null) return role;
  if (folder.boundary?.holds(real) === false) return null;
  const direct = pathInside(folder.boundary ?? Boundary.of(folder.path), real);
  // Reached through a link, a file that the workspace also holds itself would be there twice.
  return direct === null || direct === path || roleOf(folder, direct) === null ? role : null;
}

function roleOf(folder: SearchedFolder, path: string): FileRole | null {
  const { rules } = folder;
  let above = '';
  for (const name of path.split('/').slice(0, -1)) {
    ensureRules(folder, above);
    above = above === '' ? name : `${above}/${name}`;
    if (!rules.entersFolder(above)) return null;
  }
  ensureRules(folder, above);
  return rules.roleOf(path);
}

function ensureRules({ path, rules, boundary }: SearchedFolder, folder: string): void {
  if (!rules.knows(folder)) loadRules(rules, { path: folder, absolute: join(path, folder) }, boundary);
}

/** The path of a file without links; null when it does not exist. */
async function realPathOf(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch {
    return null;
  }
}

/** The path of a file relative to a folder, on which there is no link; null when it lies outside. */
function pathInside({ root }: Boundary, real: string): string | null {
  const inside = relative(root, real).split(sep).join('/');
  return inside.startsWith('../') ? null : inside;
}
