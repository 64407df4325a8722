/**
 * The journal of a run: one line an entry, each with a digest of itself, so that a line that was torn by the end of a process
 * or of the disk is known as such and counts for nothing. Knows nothing of where it is kept.
 */
import type { DocumentKind } from '../../../protocol/src/messages';
import type { RunPlace } from '../../../protocol/src/run-view';
import { digestOfText } from '../text/digest';
import type { RecordedAct } from './acts';
import type { RunItem } from './items';

/** What a run is about, and the runbook as it was when it began. */
export interface RunStart {
  readonly run: string;
  /** URI of the document. */
  readonly uri: string;
  /** Its path in its workspace folder. */
  readonly path: string;
  readonly entry: string | null;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly drill: boolean;
  readonly who: string;
  readonly at: string;
  readonly items: readonly RunItem[];
  readonly done: readonly string[];
  readonly place: RunPlace;
}

export interface HandedEdit {
  readonly text: string;
  /** Empty where it could not be told. */
  readonly stamp: string;
}

export type JournalEntry =
  | ({ readonly is: 'start' } & RunStart)
  | ({ readonly is: 'act' } & RecordedAct)
  /** The items changed with the document, and go by these ids from here on. */
  | { readonly is: 'items'; readonly items: readonly RunItem[] }
  /**
   * What act number `n` changes in the document is about to be put there: a digest of the text before, and the stamp that
   * its file had then. By these, whoever resumes the run can tell an edit that was saved and taken back by hand from one that was
   * never saved.
   */
  | ({ readonly is: 'handed'; readonly n: number } & HandedEdit)
  /** What act number `n` changes in the document is saved there. */
  | { readonly is: 'applied'; readonly n: number }
  /** The run file is to be written here, and is written again where that was cut off. */
  | { readonly is: 'record'; readonly uri: string }
  /** The run file is about to be written, or written again, with what `acts` acts say: a digest of its text. */
  | { readonly is: 'recorded'; readonly text: string; readonly acts: number }
  /** Everything is written; until something more is done. */
  | { readonly is: 'closed' };

export interface Journal {
  readonly start: RunStart;
  readonly acts: readonly RecordedAct[];
  readonly items: readonly RunItem[];
  readonly applied: ReadonlySet<number>;
  /** By the number of the act. */
  readonly handed: ReadonlyMap<number, HandedEdit>;
  readonly record: string | null;
  /** How many acts the texts tell of that the run file was given, by their digests. */
  readonly recorded: ReadonlyMap<string, number>;
  readonly closed: boolean;
}

/** A line for a journal, with the end of the line. */
export function journalLine(entry: JournalEntry): string {
  const json = JSON.stringify(entry);
  return `${digestOfText(json)} ${json}\n`;
}

/**
 * What a journal says, whatever is wrong with its lines: torn and damaged ones count for nothing, and what is there twice
 * counts once. Null where it does not say what the run is about.
 */
export function readJournal(text: string): Journal | null {
  let start: RunStart | null = null;
  const acts: RecordedAct[] = [];
  let items: readonly RunItem[] | null = null;
  const applied = new Set<number>();
  const handed = new Map<number, HandedEdit>();
  let record: string | null = null;
  const recorded = new Map<string, number>();
  let closed = false;
  for (const line of text.split('\n')) {
    const entry = entryOf(line);
    switch (entry?.is) {
      case 'start':
        start ??= entry;
        break;
      case 'act':
        // acts that come behind one that is missing rest on it
        if (entry.n !== acts.length + 1) break;
        acts.push(entry);
        closed = false;
        break;
      case 'items':
        ({ items } = entry);
        break;
      case 'applied':
        applied.add(entry.n);
        break;
      case 'handed':
        handed.set(entry.n, { text: entry.text, stamp: entry.stamp });
        break;
      case 'record':
        record = entry.uri;
        break;
      case 'recorded':
        recorded.set(entry.text, entry.acts);
        break;
      case 'closed':
        closed = true;
        break;
      case undefined:
        break;
    }
  }
  if (start === null) return null;
  return { start, acts, items: items ?? start.items, applied, handed, record, recorded, closed };
}

/** A journal with one more entry behind the others. */
export function withEntry(journal: Journal, entry: JournalEntry): Journal {
  switch (entry.is) {
    case 'act':
      return { ...journal, acts: [...journal.acts, entry], closed: false };
    case 'items':
      return { ...journal, items: entry.items };
    case 'applied':
      return { ...journal, applied: new Set([...journal.applied, entry.n]) };
    case 'handed':
      return { ...journal, handed: new Map([...journal.handed, [entry.n, entry]]) };
    case 'record':
      return { ...journal, record: entry.uri };
    case 'recorded':
      return { ...journal, recorded: new Map([...journal.recorded, [entry.text, entry.acts]]) };
    case 'closed':
      return { ...journal, closed: true };
    case 'start':
      return journal;
  }
}

/** The entry of a line; null for one that is torn or none of ours. */
function entryOf(line: string): JournalEntry | null {
  const json = line.slice(13);
  if (line.charAt(12) !== ' ' || line.slice(0, 12) !== digestOfText(json)) return null;
  const value: unknown = JSON.parse(json);
  return isEntry(value) ? value : null;
}

const kinds: ReadonlySet<unknown> = new Set([
  'start',
  'act',
  'items',
  'applied',
  'handed',
  'record',
  'recorded',
  'closed',
]);

/** The digest says that we wrote the line, so that its kind tells all of its form. */
function isEntry(value: unknown): value is JournalEntry {
  return typeof value === 'object' && value !== null && 'is' in value && kinds.has(value.is);
}
