/**
 * A workspace folder together with the folders that it joins: their identifiers count as defined, their documents are
 * read and never judged, changed or counted as its own. Knows nothing of how folders come to be joined.
 */
import type { ImportedId } from './id-list';
import type { Reference } from './references';
import { nextIdIn } from './next-id';
import type { Definition, Summary } from './summary';
import { UnreadSummary, wholeOf } from './unread-summary';
import { compareReferences } from './compare-references';
import type { WorkspaceIndex } from './workspace-index';
import type { LocatedReference, WorkspaceView } from './workspace-view';

/** A folder that is joined. */
export interface JoinedFolder {
  readonly index: WorkspaceIndex;
  /** The way to it from the folder that joins it: `../platform`. */
  readonly path: string;
}

export interface JoinedFolders {
  /** URI of the folder that joins the others. */
  readonly folder: string;
  /** In the order in which they are looked through. */
  readonly joined: readonly JoinedFolder[];
  /** Whether more are to be joined that are not known. */
  readonly lacksFolders: boolean;
}

export class JoinedIndex implements WorkspaceView {
  readonly #own: WorkspaceIndex;
  readonly #folder: string;
  readonly #joined: readonly JoinedFolder[];
  readonly lacksFolders: boolean;

  constructor(own: WorkspaceIndex, { folder, joined, lacksFolders }: JoinedFolders) {
    this.#own = own;
    this.#folder = folder;
    this.#joined = joined;
    this.lacksFolders = lacksFolders;
  }

  documents(): Iterable<Summary> {
    return this.#own.documents();
  }

  document(uri: string): Summary | undefined {
    const own = this.#own.document(uri);
    if (own !== undefined) return own;
    for (const { index, path } of this.#joined) {
      const summary = index.document(uri);
      if (summary !== undefined)
        return { ...wholeOf(summary), folder: this.#folder, path: `${path}/${summary.path}` };
    }
    return undefined;
  }

  holds(uri: string): boolean {
    return this.#own.holds(uri);
  }

  documentAt(folder: string, path: string): Summary | undefined {
    return this.#own.documentAt(folder, path);
  }

  documentsNamed(folder: string, name: string): readonly Summary[] {
    return this.#own.documentsNamed(folder, name);
  }

  definitions(key: string): readonly Definition[] {
    const own = this.#own.definitions(key);
    return own.length > 0 ? own : this.#joined.flatMap(({ index }) => index.definitions(key));
  }

  definition(key: string): Definition | undefined {
    return this.definitions(key)[0];
  }

  imported(key: string): ImportedId | undefined {
    return this.#own.imported(key);
  }

  allImported(): Iterable<ImportedId> {
    return this.#own.allImported();
  }

  isMisspelled(key: string): boolean {
    return this.#own.isMisspelled(key) || this.#joined.some(({ index }) => index.isMisspelled(key));
  }

  references(key: string): readonly LocatedReference[] {
    const own = this.#own.references(key);
    const others = this.#meaningTheSame(key).flatMap((index) => index.references(key));
    return others.length === 0 ? own : [...own, ...others].sort(compareReferences);
  }

  someReference(key: string, test: (reference: Reference, uri: string) => boolean): boolean {
    return (
      this.#own.someReference(key, test) ||
      this.#meaningTheSame(key).some((index) => index.someReference(key, test))
    );
  }

  documentsNaming(key: string): Iterable<string> {
    return this.#own.documentsNaming(key);
  }

  linkersOf(place: Pick<Summary, 'folder' | 'path'>): Iterable<string> {
    return this.#own.linkersOf(place);
  }

  get alerts(): WorkspaceView['alerts'] {
    return this.#own.alerts;
  }

  get runs(): WorkspaceView['runs'] {
    return this.#own.runs;
  }

  get hasOurs(): boolean {
    return this.#own.hasOurs;
  }

  owns(prefix: string): boolean {
    return this.#own.owns(prefix) || this.#joined.some(({ index }) => index.owns(prefix));
  }

  owners(prefix: string): readonly Summary[] {
    return this.#own.owners(prefix);
  }

  allDefinitions(): Iterable<Definition> {
    return this.#inAll((index) => index.allDefinitions());
  }

  definitionsOf(prefix: string): Iterable<Definition> {
    return this.#inAll((index) => index.definitionsOf(prefix));
  }

  isSilent(uri: string): boolean {
    const summary = this.#own.document(uri);
    if (!(summary instanceof UnreadSummary) || summary.isRead) return this.#own.isSilent(uri);
    return ![this.#own, ...this.#joined.map(({ index }) => index)].some((index) => index.ownsSomeOf(summary));
  }

  /** Definitions of all folders, of one id those of the first folder that has it. */
  *#inAll(definitionsIn: (index: WorkspaceIndex) => Iterable<Definition>): Iterable<Definition> {
    yield* definitionsIn(this.#own);
    const before = [this.#own];
    for (const { index } of this.#joined) {
      for (const definition of definitionsIn(index))
        if (before.every((other) => other.definition(definition.key) === undefined)) yield definition;
      before.push(index);
    }
  }

  get definitionsRevision(): number {
    return this.#joined.reduce(
      (sum, { index }) => sum + index.definitionsRevision,
      this.#own.definitionsRevision,
    );
  }

  nextId(prefix: string, uri: string): string {
    return nextIdIn(this, prefix, uri);
  }

  /** Joined folders whose documents mean by the id what this one means: a folder's own entry comes first for itself. */
  #meaningTheSame(key: string): readonly WorkspaceIndex[] {
    const isOurs = this.#own.definition(key) !== undefined;
    return this.#joined
      .map(({ index }) => index)
      .filter((index) => !isOurs || index.definition(key) === undefined);
  }
}
