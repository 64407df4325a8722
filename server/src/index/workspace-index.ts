/**
 * What the workspace knows: which document defines, mentions and owns which identifier.
 * `apply` costs the size of the document, not of the workspace; the index after any sequence of changes equals the
 * index built afresh.
 */
import { AlertsIndex, changedAlertNames } from './alerts-index';
import { changedReferences, definitionsByKey, type Change } from './summary-diff';
import { compareText, inOrder } from './compare-references';
import { DefinitionsByKey } from './definitions-by-key';
import { DocumentPlaces } from './document-places';
import type { ImportedId } from './id-list';
import { ImportedIds } from './imported-ids';
import { isOfOurs } from './is-of-ours';
import { nextIdIn } from './next-id';
import { ownedPrefixes } from './owned-prefixes';
import { PrefixOwners } from './prefix-owners';
import { RunsIndex } from './runs-index';
import type { Reference } from './references';
import type { Definition, Summary } from './summary';
import { UnreadDocuments } from './unread-documents';
import { UnreadSummary, wholeOf } from './unread-summary';
import { UriSets } from './uri-sets';
import type { LocatedReference, WorkspaceView } from './workspace-view';

export class WorkspaceIndex implements WorkspaceView {
  readonly #documents = new Map<string, Summary>();
  readonly #definitions = new DefinitionsByKey((uri) => this.#documents.get(uri));
  /** Documents by the keys that they refer to. */
  readonly #naming = new UriSets();
  /** Documents by the keys that their entries misspell. */
  readonly #misspelled = new UriSets();
  readonly #places = new DocumentPlaces();
  readonly #alerts = new AlertsIndex();
  readonly runs = new RunsIndex();
  readonly unread = new UnreadDocuments((summary) => {
    this.#take(summary);
  });
  /** How many documents are ours. */
  #ours = 0;
  readonly #owners = new PrefixOwners();
  #imported = new ImportedIds();
  #definitionsRevision = 0;
  /** Answers of {@link nextId} since the last change. */
  readonly #nextIds = new Map<string, string>();

  /** Takes in the summary of a document, or null for one that is gone, and tells what changed for others. */
  apply(uri: string, summary: Summary | null): Change {
    this.#nextIds.clear();
    this.unread.takeRead(uri);
    const known = this.#documents.get(uri);
    // what nobody has read says nothing that others could have heard
    const before = this.unread.has(uri) ? undefined : known;
    const keys = new Set<string>();
    const prefixes = new Set<string>();
    const standing = this.#standing();
    const owned = before === undefined ? new Map<string, boolean>() : ownedPrefixes(before);
    const owns = summary === null ? new Map<string, boolean>() : ownedPrefixes(summary);
    if (known !== undefined) this.#remove(known, keys);
    if (summary !== null) this.#add(summary, keys);
    const after = (this.unread.has(uri) ? null : this.#documents.get(uri)) ?? null;
    for (const prefix of new Set([...owned.keys(), ...owns.keys()])) {
      const was = this.owns(prefix);
      this.#owners.set(prefix, uri, owns.get(prefix));
      if (was !== this.owns(prefix)) prefixes.add(prefix);
    }
    if (before !== undefined && after !== null) this.#dropUnchanged(before, after, keys);
    const isJudgedAlike = before?.quiet === summary?.quiet && before?.kind === summary?.kind;
    if (keys.size + prefixes.size > 0 || !isJudgedAlike) this.#definitionsRevision++;
    return {
      keys,
      referred: changedReferences(before, after),
      prefixes,
      alerts: changedAlertNames(before, after),
      alertsDiffer: standing !== this.#standing(),
    };
  }

  /** As `apply`, where it does not matter what that changes for others. */
  put(summary: Summary): void {
    if (this.#documents.has(summary.uri)) {
      this.apply(summary.uri, summary);
      return;
    }
    this.#nextIds.clear();
    this.#definitionsRevision++;
    this.#add(summary, new Set());
    for (const [prefix, declared] of ownedPrefixes(summary)) this.#owners.set(prefix, summary.uri, declared);
  }

  /** Prefixes that the configuration declares, and identifiers of other repositories; those stay where none are given. */
  configure(prefixes: ReadonlySet<string>, imported?: readonly ImportedId[]): void {
    this.#owners.configure(prefixes);
    if (imported !== undefined) this.#imported = new ImportedIds(imported);
    this.#definitionsRevision++;
  }

  imported(key: string): ImportedId | undefined {
    return this.#imported.get(key);
  }

  allImported(): Iterable<ImportedId> {
    return this.#imported.all();
  }

  /** What all documents together say of alerts, as a text to compare. */
  #standing(): string {
    return JSON.stringify([this.#alerts.facts, this.hasOurs]);
  }

  get hasOurs(): boolean {
    return this.#ours > 0 || !this.#owners.isEmpty;
  }

  /** What is said of alerts matters only where rules define some. */
  get alerts(): AlertsIndex {
    if (this.#alerts.facts.hasRules) this.unread.readClaiming();
    return this.#alerts;
  }

  documents(): Iterable<Summary> {
    return this.#documents.values();
  }

  document(uri: string): Summary | undefined {
    return this.#documents.get(uri);
  }

  holds(uri: string): boolean {
    return this.#documents.has(uri);
  }

  /** A workspace that joins no folder lacks none. */
  readonly lacksFolders = false;

  documentAt(folder: string, path: string): Summary | undefined {
    const uri = this.#places.documentAt({ folder, path });
    return uri === undefined ? undefined : this.#documents.get(uri);
  }

  documentsNamed(folder: string, name: string): readonly Summary[] {
    return [...this.#places.documentsNamed(folder, name)].flatMap((uri) => this.#documents.get(uri) ?? []);
  }

  definitions(key: string): readonly Definition[] {
    this.unread.readNaming(key);
    return this.#definitions.get(key);
  }

  definition(key: string): Definition | undefined {
    return this.definitions(key)[0];
  }

  isMisspelled(key: string): boolean {
    this.unread.readNaming(key);
    return this.#misspelled.has(key);
  }

  references(key: string): readonly LocatedReference[] {
    const found: LocatedReference[] = [];
    for (const uri of [...this.documentsNaming(key)].sort(compareText)) {
      // each reference is an object of its own, made for this question
      for (const reference of this.#documents.get(uri)?.references.to(key) ?? [])
        found.push(Object.assign(reference, { uri }));
    }
    return inOrder(found);
  }

  someReference(key: string, test: (reference: Reference, uri: string) => boolean): boolean {
    for (const uri of this.documentsNaming(key)) {
      for (const reference of this.#documents.get(uri)?.references.to(key) ?? [])
        if (test(reference, uri)) return true;
    }
    return false;
  }

  owns(prefix: string): boolean {
    return this.#owners.has(prefix) || this.#imported.hasPrefix(prefix);
  }

  owners(prefix: string): readonly Summary[] {
    const found: { summary: Summary; declared: boolean }[] = [];
    for (const [uri, declared] of this.#owners.of(prefix)) {
      const summary = this.#documents.get(uri);
      if (summary !== undefined) found.push({ summary, declared });
    }
    return found
      .sort((a, b) => Number(b.declared) - Number(a.declared) || compareText(a.summary.path, b.summary.path))
      .map(({ summary }) => summary);
  }

  get definitionsRevision(): number {
    return this.#definitionsRevision;
  }

  *allDefinitions(): Iterable<Definition> {
    this.unread.readAll();
    yield* this.#definitions.all();
  }

  /** Documents that mention the id, in any place. */
  documentsNaming(key: string): Iterable<string> {
    this.unread.readNaming(key);
    return this.#naming.get(key);
  }

  /** Documents with a link to the place of a document, whether that exists or not. */
  linkersOf(place: Pick<Summary, 'folder' | 'path'>): Iterable<string> {
    this.unread.readLinking(place.path);
    return this.#places.linkersOf(place);
  }

  /** As {@link linkersOf}, but for documents that nobody has read: nothing is said of them. */
  judgedLinkersOf(place: Pick<Summary, 'folder' | 'path'>): Iterable<string> {
    return this.#places.linkersOf(place);
  }

  /** Documents with a link to a file of the same name that is not there: they may have meant this one. */
  strayLinkersOf(place: Pick<Summary, 'folder' | 'path'>): Iterable<string> {
    return this.#places.strayLinkersOf(place);
  }

  /** Looked for once between changes. */
  nextId(prefix: string, uri: string): string {
    const asked = `${prefix}\n${uri}`;
    const known = this.#nextIds.get(asked) ?? nextIdIn(this, prefix, uri);
    this.#nextIds.set(asked, known);
    return known;
  }

  *definitionsOf(prefix: string): Iterable<Definition> {
    this.unread.readOf(prefix);
    yield* this.#definitions.of(prefix);
  }

  isSilent(uri: string): boolean {
    const summary = this.#documents.get(uri);
    if (summary instanceof UnreadSummary && !summary.isRead) return !this.ownsSomeOf(summary);
    return summary?.silent === true;
  }

  /** Whether an unread document may name an identifier of a prefix that this workspace owns. */
  ownsSomeOf(summary: UnreadSummary): boolean {
    for (const prefix of [...this.#owners.prefixes(), ...this.#imported.prefixes()])
      if (summary.mayName(prefix)) return true;
    return false;
  }

  /** Takes in what a document says of which nobody had asked. */
  #take({ uri, whole }: UnreadSummary): void {
    this.#documents.set(uri, whole);
    this.#addContents(whole, new Set());
    this.#nextIds.clear();
    this.#definitionsRevision++;
  }

  #add(summary: Summary, keys: Set<string>): void {
    this.#places.add(summary);
    const isUnread = summary instanceof UnreadSummary && this.unread.add(summary);
    const known = isUnread ? summary : wholeOf(summary);
    this.#documents.set(summary.uri, known);
    if (!isUnread) this.#addContents(known, keys);
  }

  #addContents(summary: Summary, keys: Set<string>): void {
    this.#places.link(summary, summary.linked);
    this.#alerts.add(summary);
    this.runs.add(summary);
    if (isOfOurs(summary)) this.#ours++;
    this.#definitions.add(summary.definitions, keys);
    for (const key of summary.misspelled) {
      this.#misspelled.add(key, summary.uri);
      keys.add(key);
    }
    for (const key of summary.references.keys()) this.#naming.add(key, summary.uri);
  }

  #remove(summary: Summary, keys: Set<string>): void {
    this.#documents.delete(summary.uri);
    this.#places.delete(summary);
    if (this.unread.delete(summary.uri)) return;
    this.#places.unlink(summary, summary.linked);
    this.#alerts.delete(summary);
    this.runs.delete(summary);
    if (isOfOurs(summary)) this.#ours--;
    this.#definitions.delete(summary, keys);
    for (const key of summary.misspelled) {
      this.#misspelled.delete(key, summary.uri);
      keys.add(key);
    }
    for (const key of summary.references.keys()) this.#naming.delete(key, summary.uri);
  }

  /** Keys whose definitions in this document read the same before and after did not change. */
  #dropUnchanged(before: Summary, after: Summary, keys: Set<string>): void {
    if (before.quiet !== after.quiet || before.kind !== after.kind) return;
    const was = definitionsByKey(before);
    const is = definitionsByKey(after);
    for (const key of keys) if (was.get(key) === is.get(key)) keys.delete(key);
  }
}
