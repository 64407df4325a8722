/**
 * What the workspace knows: which document defines, mentions and owns which identifier.
 * `apply` costs the size of the document, not of the workspace; the index after any sequence of changes equals the
 * index built afresh.
 */
import { groupBy } from '../text/group-by';
import { compareIdentifiers } from '../model/identifier';
import { AlertsIndex, changedAlertNames } from './alerts-index';
import { changedReferences, definitionsByKey } from './summary-diff';
import { compareReferences, compareText } from './compare-references';
import { DocumentPlaces } from './document-places';
import { formRank } from './form-rank';
import type { ImportedId } from './id-list';
import { ImportedIds } from './imported-ids';
import { nextIdIn } from './next-id';
import { ownedPrefixes } from './owned-prefixes';
import type { Reference } from './references';
import type { Definition, Summary } from './summary';
import { UriSets } from './uri-sets';
import type { LocatedReference, WorkspaceView } from './workspace-view';

/** What a change may have altered for other documents. */
export interface Change {
  /** Keys whose definitions changed. */
  readonly keys: ReadonlySet<string>;
  /** Keys that the document refers to in another way than before: their definitions may be linked or orphaned now. */
  readonly referred: ReadonlySet<string>;
  /** Prefixes whose ownership changed. */
  readonly prefixes: ReadonlySet<string>;
  /** Names, in lower case, of alerts that the document defines or is about in another way than before. */
  readonly alerts: ReadonlySet<string>;
  /** Whether what all documents together say of alerts differs, so that each that speaks of some may be judged otherwise. */
  readonly alertsDiffer: boolean;
}

export class WorkspaceIndex implements WorkspaceView {
  readonly #documents = new Map<string, Summary>();
  readonly #definitions = new Map<string, Definition[]>();
  /** Documents by the keys that they refer to. */
  readonly #naming = new UriSets();
  /** Documents by the keys that their entries misspell. */
  readonly #misspelled = new UriSets();
  readonly #places = new DocumentPlaces();
  readonly alerts = new AlertsIndex();
  /** How many documents are ours. */
  #ours = 0;
  /** Documents by the prefix that they own, with whether `id_prefix` says so. */
  readonly #owners = new Map<string, Map<string, boolean>>();
  #configured: ReadonlySet<string> = new Set();
  #imported = new ImportedIds();
  #definitionsRevision = 0;
  /** Answers of {@link nextId} since the last change. */
  readonly #nextIds = new Map<string, string>();

  /** Takes in the summary of a document, or null for one that is gone, and tells what changed for others. */
  apply(uri: string, summary: Summary | null): Change {
    this.#nextIds.clear();
    const before = this.#documents.get(uri);
    const keys = new Set<string>();
    const prefixes = new Set<string>();
    const standing = this.#standing();
    const owned = before === undefined ? new Map<string, boolean>() : ownedPrefixes(before);
    const owns = summary === null ? new Map<string, boolean>() : ownedPrefixes(summary);
    if (before !== undefined) this.#remove(before, keys);
    if (summary !== null) this.#add(summary, keys);
    for (const prefix of new Set([...owned.keys(), ...owns.keys()])) {
      const was = this.owns(prefix);
      this.#setOwner(prefix, uri, owns.get(prefix));
      if (was !== this.owns(prefix)) prefixes.add(prefix);
    }
    if (before !== undefined && summary !== null) this.#dropUnchanged(before, summary, keys);
    const isJudgedAlike = before?.quiet === summary?.quiet && before?.kind === summary?.kind;
    if (keys.size + prefixes.size > 0 || !isJudgedAlike) this.#definitionsRevision++;
    return {
      keys,
      referred: changedReferences(before, summary),
      prefixes,
      alerts: changedAlertNames(before, summary),
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
    for (const [prefix, declared] of ownedPrefixes(summary)) this.#setOwner(prefix, summary.uri, declared);
  }

  /** Prefixes that the configuration declares, and identifiers of other repositories; those stay where none are given. */
  configure(prefixes: ReadonlySet<string>, imported?: readonly ImportedId[]): void {
    this.#configured = prefixes;
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
    return JSON.stringify([this.alerts.facts, this.hasOurs]);
  }

  get hasOurs(): boolean {
    return this.#ours > 0 || this.#owners.size > 0 || this.#configured.size > 0;
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
    return Array.from(this.#places.documentsNamed(folder, name), (uri) => this.#documents.get(uri)).filter(
      (summary) => summary !== undefined,
    );
  }

  definitions(key: string): readonly Definition[] {
    return this.#definitions.get(key) ?? [];
  }

  definition(key: string): Definition | undefined {
    return this.#definitions.get(key)?.[0];
  }

  isMisspelled(key: string): boolean {
    return this.#misspelled.has(key);
  }

  references(key: string): readonly LocatedReference[] {
    const found: LocatedReference[] = [];
    for (const uri of this.#naming.get(key)) {
      for (const reference of this.#documents.get(uri)?.references.to(key) ?? [])
        found.push({ ...reference, uri });
    }
    return found.sort(compareReferences);
  }

  someReference(key: string, test: (reference: Reference, uri: string) => boolean): boolean {
    for (const uri of this.#naming.get(key)) {
      for (const reference of this.#documents.get(uri)?.references.to(key) ?? [])
        if (test(reference, uri)) return true;
    }
    return false;
  }

  owns(prefix: string): boolean {
    return (
      this.#configured.has(prefix) ||
      this.#imported.hasPrefix(prefix) ||
      (this.#owners.get(prefix)?.size ?? 0) > 0
    );
  }

  owners(prefix: string): readonly Summary[] {
    const found: { summary: Summary; declared: boolean }[] = [];
    for (const [uri, declared] of this.#owners.get(prefix) ?? []) {
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
    for (const definitions of this.#definitions.values()) yield* definitions;
  }

  /** Documents that mention the id, in any place. */
  documentsNaming(key: string): Iterable<string> {
    return this.#naming.get(key);
  }

  /** Documents with a link to the place of a document, whether that exists or not. */
  linkersOf(place: Pick<Summary, 'folder' | 'path'>): Iterable<string> {
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

  #add(summary: Summary, keys: Set<string>): void {
    this.#documents.set(summary.uri, summary);
    this.#places.add(summary);
    this.alerts.add(summary);
    if (isOfOurs(summary)) this.#ours++;
    for (const [key, same] of groupBy(summary.definitions, (definition) => definition.key)) {
      const all = [...(this.#definitions.get(key) ?? []), ...same].sort((a, b) => this.#compare(a, b));
      this.#definitions.set(key, all);
      keys.add(key);
    }
    for (const key of summary.misspelled) {
      this.#misspelled.add(key, summary.uri);
      keys.add(key);
    }
    for (const key of summary.references.keys()) this.#naming.add(key, summary.uri);
  }

  #remove(summary: Summary, keys: Set<string>): void {
    this.#documents.delete(summary.uri);
    this.#places.delete(summary);
    this.alerts.delete(summary);
    if (isOfOurs(summary)) this.#ours--;
    for (const key of new Set(summary.definitions.map((definition) => definition.key))) {
      const rest = this.#definitions.get(key)?.filter(({ uri }) => uri !== summary.uri) ?? [];
      if (rest.length === 0) this.#definitions.delete(key);
      else this.#definitions.set(key, rest);
      keys.add(key);
    }
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

  #setOwner(prefix: string, uri: string, declared: boolean | undefined): void {
    const owners = this.#owners.get(prefix) ?? new Map<string, boolean>();
    if (declared === undefined) owners.delete(uri);
    else owners.set(uri, declared);
    if (owners.size === 0) this.#owners.delete(prefix);
    else this.#owners.set(prefix, owners);
  }

  #compare(a: Definition, b: Definition): number {
    return (
      this.#rank(a) - this.#rank(b) ||
      compareIdentifiers(a.id, b.id) ||
      compareText(a.uri, b.uri) ||
      a.idRange.start.line - b.idRange.start.line
    );
  }

  /** Judged before quiet and foreign documents, better forms before weaker ones, filled before stubs. */
  #rank(definition: Definition): number {
    const document = this.#documents.get(definition.uri);
    const foreign = document === undefined || document.quiet || document.kind === 'skill';
    return (
      formRank[definition.form] * 4 +
      (foreign ? 20 : 0) +
      (definition.claims ? 0 : 2) +
      (definition.stub ? 1 : 0)
    );
  }
}

function isOfOurs({ kind, quiet }: Summary): boolean {
  return kind !== 'none' && kind !== 'skill' && !quiet;
}
