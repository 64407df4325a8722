/** Reads a folder as if it had no configuration, for what one should say of it: for the command line and for editors alike. */
import { parseConfiguration } from '../config/parse-configuration';
import { lookAt, ruleOptions, type DocumentLook, type SetupSource } from '../service';
import type { WorkspaceFolder } from '../workspace';
import type { FileHost } from './host';
import { openTrial, type Trial, type TrialOptions } from './trial';

/** Documents are also found where others write Markdown into: components, and templates of pages. Alert rules matter. */
const everyEnding =
  'include: ["*.md", "*.markdown", "*.mdx", "*.md.erb", "*.md.j2", "*.mdown"]\nalerts: {}\n';

export interface ReadForSetupOptions extends Omit<TrialOptions, 'configuration'> {
  /** Told how many documents were looked at so far. */
  readonly onLook?: (looked: number) => void;
}

export interface ReadForSetup extends Pick<Trial, 'problems'> {
  readonly source: Pick<SetupSource, 'looks' | 'runbook' | 'mappings'>;
}

/** The looks of all documents of a folder, and what could not be read. Rejects as `openTrial` does. */
export async function readForSetup(
  host: FileHost,
  folder: WorkspaceFolder,
  options: ReadForSetupOptions,
): Promise<ReadForSetup> {
  const { pace, signal, onLook } = options;
  const layer = parseConfiguration(everyEnding, ruleOptions).configuration;
  const { service, problems } = await openTrial(host, folder, {
    ...options,
    configuration: { given: { layer, extended: { styles: [], problems: [], files: [] } } },
  });
  const looks: DocumentLook[] = [];
  const uris = new Map<string, string>();
  // those read last first: their models are still at hand
  for (const uri of [...service.urisIn(folder.uri)].reverse()) {
    if (pace?.isDue === true) await pace.pause();
    signal?.throwIfAborted();
    const runbook = service.runbook(uri);
    if (runbook?.alerts !== null) continue;
    uris.set(runbook.path, uri);
    looks.push(lookAt(runbook));
    onLook?.(looks.length);
  }
  return {
    source: {
      looks: looks.sort((a, b) => (a.path < b.path ? -1 : 1)),
      runbook: (path) => service.runbook(uris.get(path) ?? ''),
      mappings: service.proposeMappings(folder.uri),
    },
    problems,
  };
}
