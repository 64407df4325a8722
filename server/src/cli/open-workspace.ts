/** Makes a service of its own of a folder that was read. Knows files and configuration; nothing of findings or formats. */
import { basename } from 'node:path';
import type { ProfileName } from '../config/configuration';
import { DiskHost } from '../disk/disk-host';
import type { HeldContents } from '../disk/folder-contents';
import { DiskTexts } from '../disk/disk-texts';
import { toPath, toRelativePath, toUri } from '../disk/paths';
import { fileNotice } from '../files/file-notice';
import type { SnapshotOptions } from '../files/loaded-folder';
import { WorkspaceFiles } from '../files/workspace-files';
import { createRunbookService, ruleOptions, type CoreService } from '../service';
import { shorten } from '../text/shorten';
import { noWorkLog, type WorkLog } from '../workspace';
import { understandGiven, type ShownConfiguration } from './given-configuration';
import type { ReadFolder } from './read-folder';
import { type Words, words } from '../text/say';
import type { Terminal } from './terminal';

/** Characters of text whose models are kept between reading and judging; more than that takes longer to clean up than to read. */
export const modelBudget = 12_000_000;

export interface OpenedWorkspace {
  readonly service: CoreService;
  /** Absolute path of the folder. */
  readonly root: string;
  /** The configuration files; `file` is how they are shown. */
  readonly configurations: readonly ShownConfiguration[];
  /** What could not be read, in words. */
  readonly problems: readonly string[];
  /** Saves what was worked out for the next time, where there is a place for it. */
  readonly save: () => Promise<void>;
}

/** Where earlier runs saved what they worked out. */
export type OpenSnapshots = Pick<SnapshotOptions, 'snapshots' | 'digest' | 'worthSaving'>;

export interface OpenOptions {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Null for working out everything, which is needed where files change meanwhile. */
  readonly snapshots: OpenSnapshots | null;
  readonly workLog?: WorkLog;
  /** What the documents have to pass, whatever the configuration says; null leaves it to that. */
  readonly profile?: ProfileName | null;
  /** Whether all findings are asked for next. */
  readonly judges?: boolean;
  /** Whether texts are read again instead of being kept; where something is restored they are. */
  readonly rereads?: boolean;
  /** Into how many parts the room for models is divided. */
  readonly parts?: number;
  /** Called when all documents are read, before the alert files; may hand more to the service. */
  readonly onDocuments?: (service: CoreService) => Promise<ReadonlySet<string>>;
}

/** A folder as far as it matters here. */
export interface FolderToOpen extends Omit<ReadFolder, 'contents'> {
  readonly contents: HeldContents;
}

/** Takes the contents of the folder. */
export async function openWorkspace(
  { root, configuration, allowOutside, contents }: FolderToOpen,
  {
    today,
    snapshots,
    workLog = noWorkLog,
    profile = null,
    judges = false,
    rereads = snapshots !== null,
    parts = 1,
    onDocuments,
  }: OpenOptions,
  { progress }: Terminal,
): Promise<OpenedWorkspace> {
  const given = configuration === null ? null : await understandGiven(configuration, root, ruleOptions);
  const folder = { uri: toUri(root).replace(/\/$/, ''), name: basename(root) };
  const texts = new DiskTexts();
  const service = createRunbookService(
    { today: () => today },
    {
      modelBudget: modelBudget / parts,
      tellsFixable: true,
      judgesEarly: judges,
      workLog,
      ...(rereads ? { readText: (uri: string) => texts.read(uri) } : {}),
    },
  );
  service.setFolders([folder]);
  const files = new WorkspaceFiles(new DiskHost({ allowOutside, texts, contents }), service, ruleOptions, {
    ...(given === null
      ? {}
      : { configuration: { layer: given.parsed.configuration, extended: given.extended } }),
    ...(snapshots === null
      ? {}
      : {
          snapshots: {
            ...snapshots,
            today: () => today,
            terms: () => `${profile ?? ''}\n${configuration?.text ?? ''}`,
            texts,
          },
        }),
    ...(profile === null ? {} : { above: { profile } }),
    ignoresBaselines: true,
    wordUnread: notOnCommandLine,
    onRead: (read, all) => progress?.(`Reading ${String(read)} of ${String(all)} documents`),
  });
  const { problems } = await files.load(
    folder,
    onDocuments === undefined ? {} : { onDocuments: () => onDocuments(service) },
  );
  progress?.('');
  const documents = new Set(Array.from(service.uris(), (uri) => service.placeOf(uri).path));
  const inFolder = (uri: string): string => toRelativePath(root, toPath(uri) ?? uri) ?? uri;
  return {
    service,
    root,
    configurations:
      given === null
        ? Array.from(files.configurations, (one) => ({ ...one, file: inFolder(one.uri) }))
        : given.shown((path) => documents.has(path)),
    problems: problems.map((problem) => fileNotice(inFolder(problem.uri), problem)),
    save: () => files.save(),
  };
}

function notOnCommandLine(path: string): Words {
  return words`"${shorten(path)}" is not read: a check covers one folder. Only an editor with both folders open reports undefined IDs.`;
}
