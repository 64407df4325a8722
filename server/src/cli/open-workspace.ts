/** Makes a service of its own of a folder that was read. Knows files and configuration; nothing of findings or formats. */
import { basename, resolve } from 'node:path';
import { parseConfiguration } from '../config/parse-configuration';
import type { ReadConfiguration } from '../disk/configuration-files';
import { DiskWorkspace } from '../disk/disk-workspace';
import { fileNotice } from '../disk/file-notice';
import type { FolderMemory } from '../disk/folder-memory';
import { toPath, toRelativePath, toUri } from '../disk/paths';
import { RereadTexts } from '../disk/reread-texts';
import { createRunbookService, ruleOptions, type RunbookService } from '../service';
import { shorten } from '../text/shorten';
import { noWorkLog, type WorkLog } from '../workspace';
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
  /** Keeps what was worked out for the next time, where there is a memory. */
  readonly save: () => Promise<void>;
}

export interface OpenOptions {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** What earlier runs left; null for working out everything, which is needed where files change meanwhile. */
  readonly memory: FolderMemory | null;
  readonly workLog?: WorkLog;
}

/** Uses the snapshot of the folder up. */
export async function openWorkspace(
  { root, configuration, allowOutside, snapshot }: ReadFolder,
  { today, memory, workLog = noWorkLog }: OpenOptions,
  { progress }: Terminal,
): Promise<OpenedWorkspace> {
  const given = configuration === null ? null : parseGiven(configuration);
  const folder = { uri: toUri(root).replace(/\/$/, ''), name: basename(root) };
  const texts = new RereadTexts();
  const service = createRunbookService(
    { today: () => today },
    {
      modelBudget,
      tellsFixable: true,
      workLog,
      ...(memory === null ? {} : { readText: (uri: string) => texts.read(uri) }),
    },
  );
  service.setFolders([folder]);
  const disk = new DiskWorkspace(service, ruleOptions, {
    ...(given === null ? {} : { configuration: given.configuration }),
    ...(memory === null
      ? {}
      : { keeping: { memory, today: () => today, terms: configuration?.text ?? '', texts } }),
    allowOutside,
    source: snapshot.source,
    wordUnread: notOnCommandLine,
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
    problems: problems.map((problem) => fileNotice(inFolder(problem.uri), problem)),
    save: () => disk.save(),
  };
}

function notOnCommandLine(path: string): string {
  return `"${shorten(path)}" is not read: a check covers one folder. Only an editor with both folders open reports undefined ids.`;
}

function parseGiven({ path, text }: GivenConfiguration): OpenedWorkspace['configurations'][number] {
  return {
    uri: toUri(resolve(path)),
    file: path.replaceAll('\\', '/'),
    text,
    ...parseConfiguration(text, ruleOptions),
  };
}
