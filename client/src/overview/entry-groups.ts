/** The entries of a workspace in groups, and those that a filter leaves. Knows no VS Code type and no words of its own. */
import type { EntriesResult, WorkspaceEntry } from '../../../protocol/src/overview.js';

/** What entries are grouped by. */
export type Grouping = 'prefix' | 'file' | 'owner' | 'age';

export const groupings: readonly Grouping[] = ['prefix', 'file', 'owner', 'age'];

/** Days since the last test up to which a group goes; the last one has no end. */
export const ageLimits = [30, 90, 180, 365, Infinity] as const;

/** An entry with the document that it stands in. */
export interface LocatedEntry extends WorkspaceEntry {
  /** Unique among the entries, and the same when the entry moves in its document. */
  readonly key: string;
  readonly uri: string;
  /** Path of the document. */
  readonly label: string;
}

export interface EntryGroup {
  /** Unique among the groups. */
  readonly key: string;
  /** Prefix, path, owner, or the limit of days; empty for entries without owner, or without a test. */
  readonly name: string;
  readonly entries: readonly LocatedEntry[];
}

/** So many rows are looked through in one list; more are cut into parts. */
export const mostRows = 250;

/** All entries with their documents. */
export function locate({ documents, entries }: EntriesResult): readonly LocatedEntry[] {
  /** How many entries have an id in a document so far: one may define an id twice. */
  const seen = new Map<string, number>();
  return entries.flatMap((entry) => {
    const document = documents[entry.document];
    if (document === undefined) return [];
    const name = `${document.uri}#${entry.id}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return [{ ...entry, ...document, key: before === 0 ? name : `${name} ${String(before)}` }];
  });
}

/** The entries that have all words of a filter in their id, title, owner, status or path. */
export function filtered(entries: readonly LocatedEntry[], filter: string): readonly LocatedEntry[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter(({ id, title, owner, status, label }) => {
    const text = `${id} ${title} ${owner} ${status} ${label}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The groups in order: by name, ages from the longest ago; those without owner or test first, since they are to be mended. */
export function groupsOf(entries: readonly LocatedEntry[], by: Grouping): readonly EntryGroup[] {
  const groups = new Map<string, LocatedEntry[]>();
  for (const entry of entries) {
    const name = nameOf(entry, by);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [entry]);
    else group.push(entry);
  }
  const order = (a: string, b: string): number =>
    by === 'age'
      ? Number(b || Infinity) - Number(a || Infinity) || Number(b === '') - Number(a === '')
      : byName.compare(a, b);
  return [...groups]
    .sort(([a], [b]) => (a === '' ? -1 : b === '' ? 1 : order(a, b)))
    .map(([name, own]) => ({ key: `${by} ${name}`, name, entries: own }));
}

function nameOf({ prefix, label, owner, days }: LocatedEntry, by: Grouping): string {
  if (by === 'prefix') return prefix;
  if (by === 'file') return label;
  if (by === 'owner') return owner;
  return days === null ? '' : String(ageLimits.find((limit) => days <= limit));
}

/** A list in parts that can be looked through; one part where it is short. */
export function partsOf<T>(entries: readonly T[]): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let start = 0; start < entries.length; start += mostRows)
    parts.push(entries.slice(start, start + mostRows));
  return parts;
}
