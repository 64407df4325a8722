/** Takes in what happened to single files of a loaded folder. Knows paths; nothing of who told of them. */
import type { Affected } from '../service';
import type { FoundFiles } from './find-files';
import { isDocumentOfWorkspace } from './is-document-of-workspace';
import type { LoadedFolder } from './loaded-folder';
import { fromRelativePath } from './paths';
import { readContent } from './read-document';
import type { WorkspaceRules } from './workspace-rules';

/** What a change led to. */
export interface FileChange {
  /** The documents whose findings may differ. */
  readonly affected: Affected;
  /** Why the file cannot be read, where it is there. */
  readonly problem: string | null;
}

/** The file at a path came, changed or went. */
export async function readOne(loaded: LoadedFolder, relative: string): Promise<FileChange> {
  const uri = loaded.uriOf(relative);
  if (!loaded.holds(uri)) return { affected: new Set(), problem: null };
  const wasThere = loaded.documents.has(uri);
  const wasSkipped = loaded.skipped.delete(relative);
  let words: string | null = null;
  if (await isDocumentOfWorkspace(loaded, relative)) {
    const content = readContent(fromRelativePath(loaded.path, relative), loaded.boundary);
    const { affected, problem } = loaded.take(relative, content);
    if (problem === null) return { affected, problem };
    if (problem.reason !== 'vanished') words = problem.message;
  }
  const affected = new Set(removeBelow(loaded, uri));
  const isSkipped = loaded.skipped.has(relative);
  if (wasThere) for (const other of loaded.forget(uri)) affected.add(other);
  else if (wasSkipped !== isSkipped) for (const other of loaded.changeSkipped(relative)) affected.add(other);
  return { affected, problem: words };
}

/** Documents below a folder that is gone. */
export function removeBelow(loaded: LoadedFolder, uri: string): Affected {
  const affected = new Set<string>();
  for (const document of [...loaded.documents]) {
    if (!document.startsWith(`${uri}/`)) continue;
    for (const other of loaded.forget(document)) affected.add(other);
  }
  return affected;
}

/** Whether a search found a folder by other rules than those that it was loaded by, so that all of it is to be loaded again. */
export function hasOtherRules(loaded: LoadedFolder, found: FoundFiles, rules: WorkspaceRules): boolean {
  const said = (of: WorkspaceRules, outside: readonly string[]): string =>
    JSON.stringify([
      of.learned.filter(
        ({ ignoreText, configurationText }) => ignoreText !== null || configurationText !== null,
      ),
      outside,
    ]);
  return said(loaded.rules, loaded.outside) !== said(rules, found.outside);
}

/** Paths of the files that a search finds now, and of those that were read and it does not find. */
export function filesToLookAt(loaded: LoadedFolder, found: FoundFiles): readonly string[] {
  return [...new Set([...found.documents, ...loaded.paths()])];
}
