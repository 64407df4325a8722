/**
 * One workspace folder while the service has its documents: which they are, what they were read as, and what of them is
 * saved for the next session. Knows nothing of how files are found.
 */
import { IdScan, type Affected, type CoreService } from '../service';
import { fromLatin1, utf8 } from './bytes';
import type { WorkspaceFolder } from '../workspace';
import { digestOf, toLine, type Digest, type FolderSnapshots, type SnapshotKey } from './folder-snapshots';
import { holdsAlerts } from './holds-alerts';
import type { FileContent, HostFolder, ReadProblem } from './host';
import { toDocument } from './to-document';
import type { WorkspaceRules } from './workspace-rules';

/** Lets others have their turn during long work. */
export type Pause = () => Promise<void>;

/** What is saved from one session to the next. */
export interface SnapshotOptions {
  readonly snapshots: Pick<FolderSnapshots, 'read' | 'write'>;
  readonly digest: Digest;
  /** Today as `YYYY-MM-DD`: findings are of a day. */
  readonly today: () => string;
  /** What the findings depend on besides the files and the rules in the folder, as text. */
  readonly terms: () => string;
  /** What the service reads texts again with; null where it keeps all of them. */
  readonly texts: RereadTexts | null;
  /** Fewer documents than these are read again sooner than a snapshot of all is written; if not the usual number. */
  readonly worthSaving?: number;
}

/** Texts that are read again long after the first time, when the file may hold something else. */
export interface RereadTexts {
  /** Whether a document was read again and did not hold what has this digest. */
  differs(uri: string, digest: string): boolean;
  /** A document was read as if for the first time: what it held before does not matter any more. */
  forget(uri: string): void;
}

const usualWorthSaving = 100;

export class LoadedFolder {
  readonly folder: WorkspaceFolder;
  readonly files: HostFolder;
  readonly rules: WorkspaceRules;
  /** Paths of links that were not followed. */
  readonly outside: readonly string[];
  /** URIs of the documents that the service has. */
  readonly documents = new Set<string>();
  /** Whether files that may hold alert rules were looked into. */
  hasAlerts = false;
  /** Paths of documents that are there and cannot be read. */
  readonly skipped = new Set<string>();
  /** Stamps of the files that were read, by path. */
  readonly #stamps = new Map<string, string>();
  readonly #service: CoreService;
  readonly #options: SnapshotOptions | null;
  /** Digests of contents by document: of those that were restored, then of those that were read. */
  readonly #digests = new Map<string, string>();
  /** While documents are searched for ids: which may define which, and contents that are better not read twice. */
  #search: { readonly scan: IdScan; readonly contents: ReadonlyMap<string, FileContent> } | null = null;
  #restoredSkipped: readonly string[] | null = null;
  /** How many documents differ from the snapshot, about. */
  #unsaved = 0;
  /** How many are in the snapshot without their findings, because those depended on other folders or files. */
  #unjudged = 0;

  constructor(
    service: CoreService,
    place: Pick<LoadedFolder, 'folder' | 'files' | 'rules' | 'outside'>,
    options: SnapshotOptions | null,
  ) {
    this.folder = place.folder;
    this.files = place.files;
    this.rules = place.rules;
    this.outside = place.outside;
    this.#service = service;
    this.#options = options;
  }

  /** Whether it is unknown what is at a path, though there is something: links that lead to it lead somewhere. */
  hides(path: string): boolean {
    return (
      this.skipped.has(path) || this.outside.some((link) => path === link || path.startsWith(`${link}/`))
    );
  }

  /** Restores the snapshot of an earlier session, before any file is put. */
  async restore(pause: Pause): Promise<Affected> {
    const snapshot = await this.#options?.snapshots.read(this.#key());
    if (this.#options === null || snapshot == null) return new Set();
    for (const { uri, digest, values } of snapshot.files) {
      const parts = { findings: !this.#joins, day: snapshot.today };
      const restored = this.holds(uri) ? this.#service.restore(uri, values, parts) : null;
      if (restored === null) continue;
      if (restored === 'read' || snapshot.isNew === true) this.#unsaved++;
      this.#digests.set(uri, digest);
      await pause();
    }
    this.#restoredSkipped = snapshot.skipped;
    return this.#service.endRestoring();
  }

  /** Takes in what the file at a path holds. Returns whose findings may differ, and why it could not be read. */
  async put(
    path: string,
    content: FileContent,
  ): Promise<{ affected: Affected; problem: ReadProblem | null }> {
    const uri = this.files.uriOf(path);
    const isForeign = !this.rules.mayTake(path) && !holdsAlerts(path, content);
    const gone = isForeign && this.documents.has(uri) ? this.remove(uri) : new Set<string>();
    if ('bytes' in content && content.stamp !== undefined) this.#stamps.set(path, content.stamp);
    else this.#stamps.delete(path);
    if (isForeign) return { affected: gone, problem: null };
    const digest =
      this.#options !== null && 'bytes' in content
        ? await digestOf(content.bytes, this.#options.digest)
        : null;
    const isRestored = digest !== null && this.#digests.get(uri) === digest && !this.#isDoubtful(uri);
    if (isRestored && !this.#service.lacksText(uri)) {
      this.documents.add(uri);
      return { affected: new Set(), problem: null };
    }
    const read = 'bytes' in content ? toDocument(content.bytes) : content;
    if ('problem' in read) {
      if (read.problem.reason !== 'vanished') this.skipped.add(path);
      return { affected: new Set(), problem: read.problem };
    }
    this.documents.add(uri);
    if (isRestored) {
      this.#service.putRestored(uri, read.text);
      return { affected: new Set(), problem: null };
    }
    if (digest !== null) this.#digests.set(uri, digest);
    this.#options?.texts?.forget(uri);
    return { affected: this.#noted(this.#service.putFile(uri, read.text)), problem: null };
  }

  /** Whether the file at a path is not the one that was read, as far as its stamp now tells. */
  isStale(path: string, stamp: string): boolean {
    const known = this.#stamps.get(path);
    if (known === undefined && this.skipped.has(path)) return true;
    return stamp !== (known ?? '');
  }

  /** Paths of all files that are known, read or skipped. */
  *paths(): Iterable<string> {
    yield* this.#stamps.keys();
    for (const path of this.skipped) if (!this.#stamps.has(path)) yield path;
  }

  /** Whether nothing is known of any document. */
  get isUnknown(): boolean {
    return this.documents.size + this.#digests.size === 0;
  }

  /** Looks which of the documents at these paths may define which identifiers. */
  async scan(documents: readonly string[], pause: Pause): Promise<void> {
    const scan = new IdScan();
    const contents = new Map<string, FileContent>();
    let next = 0;
    for await (const content of this.files.read(documents)) {
      const path = documents[next++] ?? '';
      // identifiers are ASCII, which UTF-8 keeps as it is
      if ('bytes' in content) scan.add(path, fromLatin1(content.bytes));
      if (!this.files.isQuick) contents.set(path, content);
      await pause();
    }
    this.#search = { scan, contents };
  }

  /** The contents of documents, those that are at hand from {@link scan} among them. */
  async *read(paths: readonly string[]): AsyncIterable<readonly [path: string, content: FileContent]> {
    const contents = this.#search?.contents;
    const missing = contents === undefined ? paths : paths.filter((path) => !contents.has(path));
    for (const path of paths) {
      const content = contents?.get(path);
      if (content !== undefined) yield [path, content];
    }
    let next = 0;
    for await (const content of this.files.read(missing)) yield [missing[next++] ?? '', content];
  }

  /** Puts the documents that may define an id, if they were scanned, and not all are put yet. */
  async loadDefining(key: string, pause: Pause): Promise<void> {
    const paths = [...(this.#search?.scan.defining(key) ?? [])];
    for await (const [path, content] of this.read(paths)) {
      if (this.documents.has(this.files.uriOf(path)) || this.#search === null) continue;
      await this.put(path, content);
      await pause();
    }
  }

  /** All files are put: removes what was there before, by an earlier search or session, and is not any more. */
  finish(before: Iterable<string>): Affected {
    this.#search = null;
    const affected = new Set<string>();
    for (const uri of [...before, ...this.#digests.keys()]) {
      if (!this.documents.has(uri)) for (const other of this.remove(uri)) affected.add(other);
    }
    const restored = new Set(this.#restoredSkipped ?? []);
    for (const path of new Set([...restored, ...this.skipped])) {
      if (restored.has(path) !== this.skipped.has(path))
        for (const other of this.changeSkipped(path)) affected.add(other);
    }
    return affected;
  }

  /** A document is gone. */
  remove(uri: string): Affected {
    this.documents.delete(uri);
    this.#stamps.delete(this.#service.placeOf(uri).path);
    this.#digests.delete(uri);
    return this.#noted(this.#service.removeFile(uri));
  }

  /** A file without a text came or went. Those who link to it are found by its place, which the service has to know for a moment. */
  changeSkipped(path: string): Affected {
    const uri = this.files.uriOf(path);
    if (this.documents.has(uri)) return new Set();
    const linkers = this.#service.putFile(uri, '');
    return new Set([...this.#noted(linkers), ...this.#service.removeFile(uri)]);
  }

  /**
   * Saves a snapshot of the documents for the next session, if that is worth it. What changes meanwhile ends it: what is
   * said of one document and what is said of another have to belong together.
   */
  async save(pause: Pause): Promise<void> {
    if (this.#options === null) return;
    const { worthSaving = usualWorthSaving } = this.#options;
    if (this.#unsaved + this.#unjudged < worthSaving) return;
    // what is open besides the files of this folder has its part in their findings, and may not be there the next time
    const findings =
      !this.#joins && [...this.#service.urisIn(this.folder.uri)].every((uri) => this.documents.has(uri));
    if (!findings && this.#unsaved < worthSaving) return;
    const { revision } = this.#service;
    const { snapshots, today } = this.#options;
    const day = today();
    const lines: Uint8Array[] = [];
    for (const uri of [...this.documents]) {
      if (this.#isDoubtful(uri)) return;
      const values = this.holds(uri) ? this.#service.encode(uri, { findings }) : null;
      const digest = await this.#digestOf(uri, this.#options.digest);
      if (values !== null && digest !== undefined) lines.push(toLine({ uri, digest, values }));
      await pause();
      if (this.#service.revision !== revision) return;
    }
    this.#unsaved = 0;
    this.#unjudged = findings ? 0 : lines.length;
    await snapshots.write(this.#key(), { today: day, skipped: [...this.skipped] }, lines);
  }

  /** Whether the service may have seen another content than the one that is known, since no change was told of yet. */
  #isDoubtful(uri: string): boolean {
    const digest = this.#digests.get(uri);
    return digest !== undefined && this.#options?.texts?.differs(uri, digest) === true;
  }

  /** Of the text that the service judges, which of an open document need not be that of its file. */
  async #digestOf(uri: string, digest: Digest): Promise<string | undefined> {
    if (!this.#service.isOpen(uri)) return this.#digests.get(uri);
    const text = this.#service.textOf(uri);
    return text === undefined ? undefined : digestOf(utf8(text), digest);
  }

  #key(): SnapshotKey {
    const learned = this.rules.learned.filter(
      ({ ignoreText, configurationText }) => ignoreText !== null || configurationText !== null,
    );
    // what is in a workspace folder inside of this one is none of its own
    const inner = this.#service.layout.folders.filter(({ uri }) => uri.startsWith(`${this.folder.uri}/`));
    const others = inner.map(({ uri }) => uri).sort();
    const rules = JSON.stringify([
      learned,
      this.rules.extendedFiles,
      this.rules.imported,
      this.outside,
      this.#options?.terms() ?? '',
      others,
    ]);
    return { folder: this.folder.uri, rules };
  }

  /** Whether the findings depend on documents of other folders, which may change while this one is not open. */
  get #joins(): boolean {
    return this.rules.configurations.forFile('').join.length > 0;
  }

  /** Whether a document is of this folder, and not of one inside of it that is a workspace folder too. */
  holds(uri: string): boolean {
    return this.#service.placeOf(uri).folder === this.folder.uri;
  }

  #noted(affected: Affected): Affected {
    this.#unsaved += affected.size;
    return affected;
  }
}
