/** Reads a folder into a service of its own. Knows files and configuration; nothing of findings or formats. */
import { readdir, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseConfiguration } from '../config/parse-configuration';
import { describeError } from '../disk/describe-error';
import { DiskWorkspace, type ReadConfiguration } from '../disk/disk-workspace';
import { toPath, toRelativePath, toUri } from '../disk/paths';
import { readDocument } from '../disk/read-document';
import { createRunbookService, ruleOptions, type RunbookService } from '../service';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

export interface OpenOptions {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Path of a file that counts instead of the `.runbook.yaml` files. */
  readonly config?: string;
}

export interface OpenedWorkspace {
  readonly service: RunbookService;
  /** Absolute path of the folder. */
  readonly root: string;
  /** The configuration files; `file` is how they are shown. */
  readonly configurations: readonly (ReadConfiguration & { readonly file: string })[];
  /** What could not be read, in words. */
  readonly problems: readonly string[];
}

/** Reads a folder. @throws UsageError when it does not exist, is no folder or cannot be read, or the file of `config` cannot. */
export async function openWorkspace(
  path: string,
  { today, config }: OpenOptions,
  { progress }: Terminal,
): Promise<OpenedWorkspace> {
  await ensureFolder(path);
  const root = resolve(path);
  const given = config === undefined ? null : await readConfiguration(config);
  const folder = { uri: toUri(root).replace(/\/$/, ''), name: basename(root) };
  const service = createRunbookService({ today: () => today });
  service.setFolders([folder]);
  const disk = new DiskWorkspace(service, ruleOptions, {
    ...(given === null ? {} : { configuration: given.configuration }),
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

async function readConfiguration(path: string): Promise<OpenedWorkspace['configurations'][number]> {
  const read = await readDocument(path);
  if ('problem' in read)
    throw new UsageError(`cannot read the configuration "${path}": ${read.problem.message}`);
  return {
    uri: toUri(resolve(path)),
    file: path.replaceAll('\\', '/'),
    text: read.text,
    ...parseConfiguration(read.text, ruleOptions),
  };
}

async function ensureFolder(path: string): Promise<void> {
  let folder: boolean;
  try {
    folder = (await stat(path)).isDirectory();
    if (folder) await readdir(path);
  } catch (error) {
    throw new UsageError(`cannot check "${path}": ${describeError(error)}`);
  }
  if (!folder)
    throw new UsageError(
      `cannot check "${path}": it is a file, not a folder. Give the folder that holds your runbooks.`,
    );
}
