/** Decides whether a folder is checked by several threads, and which documents each takes. Knows nothing of what they do. */
import { availableParallelism } from 'node:os';
import type { FileContent } from '../../files/host';
import { toDocument } from '../../files/to-document';
import { mayHaveKind } from '../../model/kind-signs';
import type { ReadFolder } from '../read-folder';
import type { Share } from './share';

export interface ThreadOptions {
  /** What each thread found in its share, as lines of `toLine`; null where one failed. */
  readonly judge: (shares: readonly Share[]) => Promise<readonly Uint8Array[] | null>;
  /** How many threads are asked for, whatever the folder: 1 or less for none; anything else leaves it to the folder. */
  readonly asked: string;
}

/** More threads than these wait for each other, and each takes room for its own code. */
const mostThreads = 4;
/** On fewer cores threads do not pay: each compiles the code again, which one thread has the other cores do. */
const fewestCores = 4;
/** Fewer documents of ours are checked before threads have started. */
const worthThreads = 1500;
/** So many documents are looked at to estimate how many are ours. */
const looks = 50;
/** Where fewer than these are ours, from 0 to 1, most of the time is no thread's. */
const leastOurs = 0.5;

/** The shares of a folder; empty where it is not shared out. */
export function shareOut(
  { root, configuration, allowOutside, contents }: ReadFolder,
  { asked }: ThreadOptions,
  { today, profile, notes }: Pick<Share, 'today' | 'profile' | 'notes'>,
): readonly Share[] {
  // what joins other folders is judged by what these hold, and a given configuration is no data that can be copied
  if (configuration !== null || contents.configuration.join.length > 0) return [];
  const contentOf = (path: string): FileContent | undefined => contents.contentOf(root, path);
  const { documents } = contents;
  const parts = threadsAsked(asked) ?? (isWorthIt(documents, contentOf) ? mostThreads : 1);
  if (parts < 2) return [];
  const readable: string[] = [];
  const unreadable: string[] = [];
  for (const path of documents) (isReadable(contentOf(path)) ? readable : unreadable).push(path);
  const { found, rules, remotes } = contents.listing;
  const common = { root, allowOutside, today, profile, notes, unreadable };
  return divide(readable, Math.min(parts, mostThreads), contentOf).map((own, index, { length }) => ({
    ...common,
    listing: { rules, remotes, found: { ...found, documents: own } },
    parts: length,
    judgesAlerts: index === 0,
  }));
}

/** Null where it is left to the folder. */
function threadsAsked(asked: string): number | null {
  return /^\d{1,2}$/.test(asked) ? Number(asked) : null;
}

function isWorthIt(
  documents: readonly string[],
  contentOf: (path: string) => FileContent | undefined,
): boolean {
  if (availableParallelism() < fewestCores || documents.length < worthThreads) return false;
  const step = Math.ceil(documents.length / looks);
  const looked = documents.filter((_, index) => index % step === 0);
  const ours = looked.filter((path) => {
    const content = contentOf(path);
    const read = content === undefined || 'problem' in content ? null : toDocument(content.bytes);
    return read !== null && 'text' in read && mayHaveKind(read.text, path);
  });
  const part = ours.length / looked.length;
  return part >= leastOurs && part * documents.length >= worthThreads;
}

function isReadable(content: FileContent | undefined): boolean {
  return content !== undefined && 'bytes' in content && 'text' in toDocument(content.bytes);
}

/** Cuts the documents into parts of about the same size: those that lie side by side refer to each other most. */
function divide(
  documents: readonly string[],
  parts: number,
  contentOf: (path: string) => FileContent | undefined,
): readonly (readonly string[])[] {
  const sizeOf = (path: string): number => {
    const content = contentOf(path);
    return content !== undefined && 'bytes' in content ? content.bytes.byteLength : 0;
  };
  const whole = documents.reduce((sum, path) => sum + sizeOf(path), 0);
  const divided = Array.from({ length: parts }, (): string[] => []);
  let size = 0;
  for (const path of documents) {
    divided[Math.min(parts - 1, Math.floor((size / Math.max(1, whole)) * parts))]?.push(path);
    size += sizeOf(path);
  }
  return divided.filter((own) => own.length > 0);
}
