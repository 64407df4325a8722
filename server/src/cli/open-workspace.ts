/** Makes a service of its own of a folder that was read. Knows files and configuration; nothing of findings or formats. */
import { basename, resolve } from 'node:path';
import { parseConfiguration } from '../config/parse-configuration';
import { DiskWorkspace, type ReadConfiguration } from '../disk/disk-workspace';
import { toPath, toRelativePath, toUri } from '../disk/paths';
import { createRunbookService, ruleOptions, type RunbookService } from '../service';
import type { GivenConfiguration, ReadFolder } from './read-folder';
import type { Terminal } from './terminal';

/** Characters of text whose models are kept between reading and judging; more than that takes longer to clean up than to read. */
const modelBudget = 12_000_000;

export interface OpenedWorkspace {
  readonly service: RunbookService;
  /** Absolute path of the folder. */
  readonly root: string;
  /** The configuration files; `file` is how they are shown. */
  readonly configurations: readonly (ReadConfiguration & { readonly file: string })[];
  /** What could not be read, in words. */
  readonly problems: readonly string[];
}

/** `today`: `YYYY-MM-DD`. Uses the snapshot of the folder up. */
export async function openWorkspace(
  { root, configuration, snapshot }: ReadFolder,
  today: string,
  { progress }: Terminal,
): Promise<OpenedWorkspace> {
  const given = configuration === null ? null : parseGiven(configuration);
  const folder = { uri: toUri(root).replace(/\/$/, ''), name: basename(root) };
  const service = createRunbookService({ today: () => today }, { modelBudget });
  service.setFolders([folder]);
  const disk = new DiskWorkspace(service, ruleOptions, {
    ...(given === null ? {} : { configuration: given.configuration }),
    source: snapshot.source,
    onRead: (read, all) => progress?.(`Reading ${String(read)} of ${String(all)} documents`),
  });
  const { problems } = await disk.load(folder);
  progress?.('');
  const inFolder = (uri: string): string => toRelativePath(root, toPath(uri) ?? uri) ?? uri;
  return {
    service,
    root,
    configurations:
      given === null
        ? Array.from(disk.configurations, (one) => ({ ...one, file: inFolder(one.uri) }))
        : [given],
    problems: problems.map(({ uri, message }) => `${inFolder(uri)} was skipped: ${message}`),
  };
}

function parseGiven({ path, text }: GivenConfiguration): OpenedWorkspace['configurations'][number] {
  return {
    uri: toUri(resolve(path)),
    file: path.replaceAll('\\', '/'),
    text,
    ...parseConfiguration(text, ruleOptions),
  };
}
