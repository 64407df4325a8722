/** Sessions on real folders that keep what they know for the next one, and sessions that start afresh, to compare them. */
import { basename, join } from 'node:path';
import { DiskWorkspace, type DiskWorkspaceOptions } from '../../server/src/disk/disk-workspace';
import { EntryStore } from '../../server/src/disk/entry-store';
import { FolderMemory } from '../../server/src/disk/folder-memory';
import { toUri } from '../../server/src/disk/paths';
import { readProgram } from '../../server/src/disk/program';
import { RereadTexts } from '../../server/src/disk/reread-texts';
import { createRunbookService, ruleOptions, type RunbookService } from '../../server/src/service';
import { temporaryFolder, type FolderContent } from '../server/disk/temporary-folder';
import { today } from './workspace';

export interface SessionOptions {
  /** Null for starting afresh and keeping nothing. */
  readonly memory: FolderMemory | null;
  /** `YYYY-MM-DD`; may change while the session lasts. */
  readonly day?: () => string;
  readonly pace?: DiskWorkspaceOptions['pace'];
  /** Called with the service before anything is loaded. */
  readonly before?: (service: RunbookService) => void;
}

export interface Session {
  readonly service: RunbookService;
  readonly disk: DiskWorkspace;
  /** Paths of the files that were read as Markdown since the last call, sorted. */
  readonly read: () => string[];
}

/** A memory that holds nothing yet, and the folder that it is in. */
export function newMemory(): { readonly memory: FolderMemory; readonly folder: string } {
  const place = temporaryFolder({ 'tool.js': '1' });
  const folder = join(place, 'folders');
  const program = readProgram([join(place, 'tool.js')]);
  if (program === null) throw new Error('the tool cannot be read');
  return { memory: new FolderMemory(new EntryStore(folder), program), folder };
}

/** A session on workspace folders that are loaded one after the other. */
export async function openSession(
  folders: string | readonly string[],
  { memory, day = () => today, pace, before }: SessionOptions,
): Promise<Session> {
  const taken: string[] = [];
  const texts = new RereadTexts();
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
  const disk = new DiskWorkspace(service, ruleOptions, {
    ...(memory === null ? {} : { keeping: { memory, today: day, terms: '', texts } }),
    ...(pace === undefined ? {} : { pace }),
  });
  const roots = [folders].flat().map((path) => ({ uri: toUri(path), name: basename(path) }));
  service.setFolders(roots);
  before?.(service);
  for (const root of roots) await disk.load(root);
  return { service, disk, read: () => taken.splice(0).sort() };
}

/** All findings of a workspace, by the URI of the document. */
export function findingsOf({ service }: Pick<Session, 'service'>): unknown {
  return [...service.uris()].sort().map((uri) => [uri, service.plainFindings(uri)]);
}

/** The session judges everything and keeps it. */
export async function keep(session: Session): Promise<void> {
  findingsOf(session);
  await session.disk.save();
}

/** Fewer documents are not kept. */
const count = 103;

function entry(id: string, more = ''): string {
  return `## ${id}: Pool\n\n**ID**: ${id}\n**Status**: Active\n**Last Tested**: 2026-11-01\n\n${more}\n`;
}

/** Owns RUN. */
export const owner = `---\nid_prefix: RUN-XXX\n---\n# Runbooks\n\n${entry('RUN-001', 'See RUN-002.')}${entry('RUN-002')}`;

/** The owner of RUN, a document that refers wrongly, and plain ones that refer to what there is. */
export function manyDocuments(): FolderContent {
  const notes = Array.from({ length: count - 3 }, (_, index): [string, string] => [
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

export interface Kept {
  readonly folder: string;
  readonly memory: ReturnType<typeof newMemory>;
}

/** A folder that a session has judged and kept, after what `during` does in it. */
export async function kept(
  during: (session: Session, folder: string) => void = () => undefined,
): Promise<Kept> {
  const folder = temporaryFolder(manyDocuments());
  const memory = newMemory();
  const session = await openSession(folder, memory);
  during(session, folder);
  await keep(session);
  return { folder, memory };
}

/** What a session says that starts afresh. */
export async function afresh(folder: string | readonly string[], day = today): Promise<unknown> {
  return findingsOf(await openSession(folder, { memory: null, day: () => day }));
}
