/**
 * One index for each workspace folder, and one for each document outside of all folders, which is judged alone. What a
 * folder knows is its own documents and those of the folders that it joins, never those of the folders that join it.
 */
import { affectedBy, affectedReader } from './affected-documents';
import type { ImportedId } from './id-list';
import { JoinedIndex, type JoinedFolder } from './joined-index';
import type { Summary } from './summary';
import { WorkspaceIndex } from './workspace-index';
import type { WorkspaceView } from './workspace-view';

/** What a folder joins. */
export interface Joins {
  /** The folders that are known, with the way to them. */
  readonly joined: readonly { readonly folder: string; readonly path: string }[];
  readonly lacksFolders: boolean;
}

/** What stands for a folder is its URI; what stands for a document that is alone is its own. */
export class FolderIndexes {
  readonly #indexes = new Map<string, WorkspaceIndex>();
  /** Where each document is. */
  readonly #homes = new Map<string, string>();
  readonly #views = new Map<string, WorkspaceView>();
  #joins: ReadonlyMap<string, Joins> = new Map();

  /** What may be asked from a folder or a document that is alone. */
  viewOf(home: string): WorkspaceView {
    return this.#views.get(home) ?? this.#makeView(home);
  }

  /** The summary of a document, wherever it is. */
  document(uri: string): Summary | undefined {
    return this.#indexOf(uri)?.document(uri);
  }

  /** Whether a document is known there and nowhere else. */
  isAt(uri: string, home: string): boolean {
    return this.#homes.get(uri) === home;
  }

  /** Prefixes that the configuration of a folder declares, and identifiers of other repositories that it imports. */
  configure(folder: string, prefixes: ReadonlySet<string>, imported?: readonly ImportedId[]): void {
    this.#openIndex(folder).configure(prefixes, imported);
  }

  /** Sets which folders join which. */
  join(joins: ReadonlyMap<string, Joins>): void {
    this.#joins = joins;
    this.#views.clear();
  }

  /** Takes in the summary of a document where it does not matter what that changes for others. */
  put(home: string, summary: Summary): void {
    this.#leave(summary.uri, home, new Set());
    this.#homes.set(summary.uri, home);
    this.#openIndex(home).put(summary);
  }

  /** Takes in the summary of a document, or null for one that is gone. Returns the documents whose findings may differ. */
  apply(home: string, uri: string, summary: Summary | null): ReadonlySet<string> {
    const affected = new Set([uri]);
    this.#leave(uri, home, affected);
    if (summary === null && !this.#homes.has(uri)) return affected;
    this.#change(home, uri, summary, affected);
    if (summary === null) this.#forget(uri, home);
    else this.#homes.set(uri, home);
    return affected;
  }

  /** The documents of folders that join one of these. */
  *readersOf(folders: ReadonlySet<string>): Iterable<string> {
    for (const [folder, { joined }] of this.#joins)
      if (joined.some((one) => folders.has(one.folder)))
        for (const { uri } of this.viewOf(folder).documents()) yield uri;
  }

  /** Reads the documents that nobody has asked about, one after the other, where something is ours. */
  *readUnread(): Generator<undefined> {
    for (const { hasOurs, unread } of this.#indexes.values()) if (hasOurs) yield* unread.readEach();
  }

  /** Takes a document out of where it was, if that is elsewhere. */
  #leave(uri: string, home: string, affected: Set<string>): void {
    const before = this.#homes.get(uri);
    if (before === undefined || before === home) return;
    this.#change(before, uri, null, affected);
    this.#forget(uri, before);
  }

  #change(home: string, uri: string, summary: Summary | null, affected: Set<string>): void {
    const index = this.#openIndex(home);
    const before = index.document(uri);
    const change = index.apply(uri, summary);
    affectedBy(index, { before, after: summary, change }, affected);
    for (const [folder, { joined }] of this.#joins)
      if (joined.some((one) => one.folder === home)) affectedReader(this.viewOf(folder), change, affected);
  }

  #forget(uri: string, home: string): void {
    this.#homes.delete(uri);
    if (home !== uri) return;
    this.#indexes.delete(home);
    this.#views.delete(home);
  }

  #indexOf(uri: string): WorkspaceIndex | undefined {
    const home = this.#homes.get(uri);
    return home === undefined ? undefined : this.#indexes.get(home);
  }

  #openIndex(home: string): WorkspaceIndex {
    const known = this.#indexes.get(home);
    if (known !== undefined) return known;
    const index = new WorkspaceIndex();
    this.#indexes.set(home, index);
    this.#views.delete(home);
    return index;
  }

  #makeView(home: string): WorkspaceView {
    const own = this.#indexes.get(home);
    // a reader that asks before there is anything is not noted
    if (own === undefined && !this.#joins.has(home)) return new WorkspaceIndex();
    const index = this.#openIndex(home);
    const joins = this.#joins.get(home);
    const joined = (joins?.joined ?? []).map(({ folder, path }): JoinedFolder => ({
      index: this.#openIndex(folder),
      path,
    }));
    const lacksFolders = joins?.lacksFolders === true;
    const view =
      joined.length === 0 && !lacksFolders
        ? index
        : new JoinedIndex(index, { folder: home, joined, lacksFolders });
    this.#views.set(home, view);
    return view;
  }
}
