/** Takes in what happened to single files of a loaded folder. Knows paths; nothing of who told of them. */
import type { Affected } from '../service';
import type { DocumentPlace } from '../workspace';
import type { FoundFiles } from './host';
import type { LoadedFolder } from './loaded-folder';
import type { WorkspaceRules } from './workspace-rules';

/** What a change led to. */
export interface FileChange {
  /** The documents whose findings may differ. */
  readonly affected: Affected;
  /** Why the file cannot be read, where it is there. */
  readonly problem: string | null;
}

/** The file at a path came, changed or went. */
export async function readOne(loaded: LoadedFolder, path: string): Promise<FileChange> {
  const uri = loaded.files.uriOf(path);
  if (!loaded.holds(uri)) return { affected: new Set(), problem: null };
  const wasThere = loaded.documents.has(uri);
  const wasSkipped = loaded.skipped.delete(path);
  let message: string | null = null;
  const role = await loaded.files.roleOf(path, loaded.rules);
  if (role === 'document' || (role === 'alerts' && loaded.hasAlerts)) {
    for await (const [, content] of loaded.read([path])) {
      const { affected, problem } = await loaded.put(path, content);
      if (problem === null) return { affected, problem };
      if (problem.reason !== 'vanished') message = problem.message;
    }
  }
  const affected = new Set(removeBelow(loaded, uri));
  const isSkipped = loaded.skipped.has(path);
  if (wasThere) for (const other of loaded.remove(uri)) affected.add(other);
  else if (wasSkipped !== isSkipped) for (const other of loaded.changeSkipped(path)) affected.add(other);
  return { affected, problem: message };
}

/** Documents below a folder that is gone. */
export function removeBelow(loaded: LoadedFolder, uri: string): Affected {
  const affected = new Set<string>();
  for (const document of [...loaded.documents]) {
    if (!document.startsWith(`${uri}/`)) continue;
    for (const other of loaded.remove(document)) affected.add(other);
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
      of.extendedFiles,
      of.imported,
      outside,
    ]);
  return said(loaded.rules, loaded.outside) !== said(rules, found.outside);
}

/** Paths of the files that a search finds now, and of those that were read and it does not find. */
export function filesToLookAt(loaded: LoadedFolder, found: FoundFiles): readonly string[] {
  const alertFiles = loaded.hasAlerts ? found.alertFiles : [];
  return [...new Set([...found.documents, ...alertFiles, ...loaded.paths()])];
}

/** Whether one of these documents is not as it was read into its folder, which is looked up by URI. */
export async function isAnyStale(
  folders: ReadonlyMap<string, LoadedFolder>,
  documents: Iterable<DocumentPlace>,
): Promise<boolean> {
  const byFolder = new Map<LoadedFolder, string[]>();
  for (const { uri, folder, path } of documents) {
    const loaded = folders.get(folder);
    if (loaded?.documents.has(uri) === true) byFolder.set(loaded, [...(byFolder.get(loaded) ?? []), path]);
  }
  for (const [loaded, paths] of byFolder) {
    let next = 0;
    for await (const stamp of loaded.files.stamps(paths))
      if (loaded.isStale(paths[next++] ?? '', stamp)) return true;
  }
  return false;
}
