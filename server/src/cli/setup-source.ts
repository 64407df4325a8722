/** Reads a folder without a configuration, for what one should say of it. */
import { FolderContents } from '../disk/folder-contents';
import { today } from '../files/today';
import { lookAt, type DocumentLook, type SetupSource } from '../service';
import { configurationOf } from './given-configuration';
import { openWorkspace } from './open-workspace';
import type { Terminal } from './terminal';

/** Documents are also found where others write Markdown into: components, and templates of pages. */
const everyEnding =
  'include: ["*.md", "*.markdown", "*.mdx", "*.md.erb", "*.md.j2", "*.mdown"]\nalerts: {}\n';

/** The looks of all documents of a folder (an absolute path), and what could not be read, in words. */
export async function setupSourceOf(
  root: string,
  terminal: Terminal,
): Promise<{
  readonly source: Pick<SetupSource, 'looks' | 'runbook' | 'mappings'>;
  readonly problems: readonly string[];
}> {
  const configuration = configurationOf('.runbook.yaml', everyEnding);
  const contents = await FolderContents.read(root, {
    configuration,
    onRead: (read, all) => terminal.progress?.(`Reading ${String(read)} of ${String(all)} documents`),
  });
  const { service, problems } = await openWorkspace(
    { root, configuration, allowOutside: false, contents },
    { today: today(), snapshots: null },
    terminal,
  );
  const looks: DocumentLook[] = [];
  const uris = new Map<string, string>();
  // those read last first: their models are still at hand
  for (const uri of [...service.uris()].reverse()) {
    const runbook = service.runbook(uri);
    if (runbook?.alerts !== null) continue;
    uris.set(runbook.path, uri);
    looks.push(lookAt(runbook));
    terminal.progress?.(`Looking at ${String(looks.length)} documents`);
  }
  terminal.progress?.('');
  return {
    source: {
      looks: looks.sort((a, b) => (a.path < b.path ? -1 : 1)),
      runbook: (path) => service.runbook(uris.get(path) ?? ''),
      mappings: service.proposeMappings(service.layout.folders[0]?.uri ?? ''),
    },
    problems,
  };
}
