/** What a search found of a folder besides its documents, for the service. */
import type { FolderFiles } from '../service';
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
