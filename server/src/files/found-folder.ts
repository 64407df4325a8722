/** What a search found of a folder, for the service and for whoever reads its documents. */
import type { FolderFiles } from '../service';
import type { WorkspaceFolder } from '../workspace';
import type { FoundFiles, HostFolder } from './host';
import type { LoadedFolder } from './loaded-folder';
import type { WorkspaceRules } from './workspace-rules';

/** What the files of a folder are to it. */
export async function foundFolder(
  files: HostFolder,
  rules: WorkspaceRules,
  found: FoundFiles,
  loaded: LoadedFolder,
): Promise<FolderFiles> {
  const pages = new Set(found.pages.map((path) => path.replace(/\.[^./]+$/, '').toLowerCase()));
  return {
    leavesOut: (path) => rules.leavesOut(path) || loaded.hides(path),
    excludes: (path) => rules.roleOf(path) !== 'alerts' && rules.leavesOut(path),
    hasPage: (stem) => pages.has(stem.toLowerCase()),
    remotes: await files.remotes(),
    imported: rules.imported.flatMap(({ ids }) => ids),
  };
}

/** Paths of the documents that are the folder's own; those of a workspace folder inside of it are that one's. */
export function ownDocuments(
  loaded: LoadedFolder,
  found: FoundFiles,
  folders: readonly WorkspaceFolder[],
): readonly string[] {
  const isAlone = !folders.some(({ uri }) => uri.startsWith(`${loaded.folder.uri}/`));
  return isAlone ? found.documents : found.documents.filter((path) => loaded.holds(loaded.files.uriOf(path)));
}
