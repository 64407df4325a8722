/** Sessions on real folders that save what they know for the next one, and sessions that start afresh, to compare them. */
import { basename, join } from 'node:path';
import { DiskHost } from '../../server/src/disk/disk-host';
import { DiskTexts } from '../../server/src/disk/disk-texts';
import { openSnapshots } from '../../server/src/disk/open-snapshots';
import { toUri } from '../../server/src/disk/paths';
import { readProgram } from '../../server/src/disk/program';
import type { SnapshotOptions } from '../../server/src/files/loaded-folder';
import { WorkspaceFiles, type WorkspaceFilesOptions } from '../../server/src/files/workspace-files';
import { createRunbookService, ruleOptions, type RunbookService } from '../../server/src/service';
import { temporaryFolder, type FolderContent } from '../server/disk/temporary-folder';
import { today } from './workspace';

export type Snapshots = Pick<SnapshotOptions, 'snapshots' | 'digest' | 'worthSaving'>;

export interface SessionOptions {
  /** Null for starting afresh and saving nothing. */
  readonly snapshots: Snapshots | null;
  /** `YYYY-MM-DD`; may change while the session lasts. */
  readonly day?: () => string;
  readonly pace?: WorkspaceFilesOptions['pace'];
  /** Called with the service before anything is loaded. */
  readonly before?: (service: RunbookService) => void;
}

export interface Session {
  readonly service: RunbookService;
  readonly files: WorkspaceFiles;
  /** Paths of the files that were read as Markdown since the last call, sorted. */
  readonly read: () => string[];
}

/** Fewer documents are not saved in these sessions. */
const worthSaving = 10;

/** A place for snapshots that holds none yet, and the folder that it is in. */
export function newSnapshots(): { readonly snapshots: Snapshots; readonly folder: string } {
  const place = temporaryFolder({ 'tool.js': '1' });
  const program = readProgram([join(place, 'tool.js')]);
  if (program === null) throw new Error('the tool cannot be read');
  const snapshots = { ...openSnapshots(place, program), worthSaving };
  return { snapshots, folder: join(place, 'folders') };
}

/** A session on workspace folders that are loaded one after the other. */
export async function openSession(
  folders: string | readonly string[],
  { snapshots, day = () => today, pace, before }: SessionOptions,
): Promise<Session> {
  const taken: string[] = [];
  const texts = new DiskTexts();
  const made = createRunbookService({ today: day }, { readText: (uri) => texts.read(uri) });
  const service: RunbookService = {
    ...made,
    get revision() {
      return made.revision;
    },
    putFile(uri, text) {
      taken.push(made.placeOf(uri).path);
      return made.putFile(uri, text);
    },
  };
  const files = new WorkspaceFiles(new DiskHost({ texts }), service, ruleOptions, {
    ...(snapshots === null ? {} : { snapshots: { ...snapshots, today: day, terms: () => '', texts } }),
    ...(pace === undefined ? {} : { pace }),
  });
  const roots = [folders].flat().map((path) => ({ uri: toUri(path), name: basename(path) }));
  service.setFolders(roots);
  before?.(service);
  for (const root of roots) await files.load(root);
  return { service, files, read: () => taken.splice(0).sort() };
}

/** All findings of a workspace, by the URI of the document. */
export function findingsOf({ service }: Pick<Session, 'service'>): unknown {
  return [...service.uris()].sort().map((uri) => [uri, service.plainFindings(uri)]);
}

/** The session judges everything and saves it. */
export async function save(session: Session): Promise<void> {
  findingsOf(session);
  await session.files.save();
}

function entry(id: string, more = ''): string {
  return `## ${id}: Pool\n\n**ID**: ${id}\n**Status**: Active\n**Last Tested**: 2026-11-01\n\n${more}\n`;
}

/** Owns RUN. */
export const owner = `---\nid_prefix: RUN-XXX\n---\n# Runbooks\n\n${entry('RUN-001', 'See RUN-002.')}${entry('RUN-002')}`;

/** The owner of RUN, a document that refers wrongly, and plain ones that refer to what there is. */
export function manyDocuments(): FolderContent {
  const notes = Array.from({ length: worthSaving }, (_, index): [string, string] => [
    `notes/n${String(index)}.md`,
    `# Note ${String(index)}\n\nRUN-001, and [the list](../list.md).\n`,
  ]);
  return {
    'SoT.RUNBOOKS.md': owner,
    'wrong.md': '# Wrong\n\nLinked IDs: RUN-009, ZED-001\n\n[RUN-001](gone.md)\n',
    'list.md': '# List\n\nRUN-002\n',
    ...Object.fromEntries(notes),
  };
}

export interface Saved {
  readonly folder: string;
  readonly place: ReturnType<typeof newSnapshots>;
}

/** A folder that a session has judged and saved, after what `during` does in it. */
export async function saved(
  during: (session: Session, folder: string) => void = () => undefined,
): Promise<Saved> {
  const folder = temporaryFolder(manyDocuments());
  const place = newSnapshots();
  const session = await openSession(folder, place);
  during(session, folder);
  await save(session);
  return { folder, place };
}

/** What a session says that starts afresh. */
export async function afresh(folder: string | readonly string[], day = today): Promise<unknown> {
  return findingsOf(await openSession(folder, { snapshots: null, day: () => day }));
}
