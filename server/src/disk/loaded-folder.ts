/**
 * One workspace folder while the service has its documents: which they are, what they were read as, and what of them is
 * kept for the next session. Knows nothing of how files are found.
 */
import { IdScan, type Affected, type RunbookService } from '../service';
import type { WorkspaceFolder } from '../workspace';
import type { Boundary } from './boundary';
import { digestOf, toLine, type FolderMemory, type MemoryTerms } from './folder-memory';
import { stampAt } from './look-at';
import { fromRelativePath, toUri } from './paths';
import { toDocument } from './read-document';
import type { FileContent, ReadProblem } from './read-file';
import type { RereadTexts } from './reread-texts';
import type { WorkspaceRules } from './workspace-rules';

/** Lets others have their turn during long work. */
export type Pause = () => Promise<void>;

/** As `readContent`. */
export type ReadContent = (path: string, boundary: Boundary | null) => FileContent;

/** What is kept from one session to the next. */
export interface Keeping {
  readonly memory: FolderMemory;
  /** Today as `YYYY-MM-DD`: findings are of a day. */
  readonly today: () => string;
  /** What the findings depend on besides the files and the rules in the folder, as text. */
  readonly terms: string;
  /** What the service reads texts again with. */
  readonly texts: RereadTexts;
}

/** Fewer documents than these are read again sooner than what is known of all is written. */
const worthKeeping = 100;

export class LoadedFolder {
  readonly folder: WorkspaceFolder;
  /** Absolute. */
  readonly path: string;
  readonly rules: WorkspaceRules;
  /** What links must stay in; null for nothing. */
  readonly boundary: Boundary | null;
  /** Paths of links that lead out of it. */
  readonly outside: readonly string[];
  /** URIs of the documents that the service has. */
  readonly documents = new Set<string>();
  /** Paths of documents that are there and cannot be read. */
  readonly skipped = new Set<string>();
  /** Stamps of the files that were read, by path. */
  readonly #stamps = new Map<string, string>();
  readonly #service: RunbookService;
  readonly #keeping: Keeping | null;
  /** Digests of contents by document: of those that were restored, then of those that were read. */
  readonly #digests = new Map<string, string>();
  #search: { readonly scan: IdScan; readonly read: ReadContent } | null = null;
  #recalledSkipped: readonly string[] | null = null;
  /** How many documents are known better than the memory knows them, about. */
  #unkept = 0;
  /** How many the memory knows without their findings, because those depended on other folders or files. */
  #unjudged = 0;

  constructor(
    service: RunbookService,
    place: Pick<LoadedFolder, 'folder' | 'path' | 'rules' | 'boundary' | 'outside'>,
    keeping: Keeping | null,
  ) {
    this.folder = place.folder;
    this.path = place.path;
    this.rules = place.rules;
    this.boundary = place.boundary;
    this.outside = place.outside;
    this.#service = service;
    this.#keeping = keeping;
    keeping?.texts.confine(place.path, place.boundary);
  }

  /** Whether nobody knows what is at a path, though there is something: links that lead to it lead somewhere. */
  hides(relative: string): boolean {
    return (
      this.skipped.has(relative) ||
      this.outside.some((link) => relative === link || relative.startsWith(`${link}/`))
    );
  }

  /** Restores what an earlier session knew, before any file is taken. */
  async recall(pause: Pause): Promise<Affected> {
    const remembered = await this.#keeping?.memory.read(this.#terms());
    if (this.#keeping === null || remembered == null) return new Set();
    for (const { uri, digest, values } of remembered.files) {
      const findings = !this.#joins && remembered.today === this.#keeping.today();
      const known = this.holds(uri) ? this.#service.restore(uri, values, { findings }) : null;
      if (known === null) continue;
      if (known === 'read') this.#unkept++;
      this.#digests.set(uri, digest);
      await pause();
    }
    this.#recalledSkipped = remembered.skipped;
    return this.#service.endRestoring();
  }

  /** Takes in what a file holds; `relative` is its path. Returns whose findings may differ, and why it could not be read. */
  take(relative: string, content: FileContent): { affected: Affected; problem: ReadProblem | null } {
    const uri = this.uriOf(relative);
    if ('bytes' in content && content.stamp !== undefined) this.#stamps.set(relative, content.stamp);
    else this.#stamps.delete(relative);
    const digest = this.#keeping !== null && 'bytes' in content ? digestOf(content.bytes) : null;
    if (digest !== null && this.#digests.get(uri) === digest && !this.#isDoubtful(uri)) {
      this.documents.add(uri);
      return { affected: new Set(), problem: null };
    }
    const read = 'bytes' in content ? toDocument(content.bytes) : content;
    if ('problem' in read) {
      if (read.problem.reason !== 'vanished') this.skipped.add(relative);
      return { affected: new Set(), problem: read.problem };
    }
    this.documents.add(uri);
    if (digest !== null) this.#digests.set(uri, digest);
    this.#keeping?.texts.forget(uri);
    return { affected: this.#noted(this.#service.putFile(uri, read.text)), problem: null };
  }

  /** Whether the file at a path is not the one that was read, as far as its stamp tells. Costs a look at the file. */
  isStale(relative: string): boolean {
    const known = this.#stamps.get(relative);
    if (known === undefined && this.skipped.has(relative)) return true;
    return stampAt(fromRelativePath(this.path, relative)) !== (known ?? '');
  }

  /** Paths of all files that are known, read or skipped. */
  *paths(): Iterable<string> {
    yield* this.#stamps.keys();
    for (const relative of this.skipped) if (!this.#stamps.has(relative)) yield relative;
  }

  /** Whether nothing is known of any document. */
  get isUnknown(): boolean {
    return this.documents.size + this.#digests.size === 0;
  }

  /** Looks which of the documents at these paths may define which identifiers. */
  async scan(documents: readonly string[], read: ReadContent, pause: Pause): Promise<void> {
    const scan = new IdScan();
    for (const relative of documents) {
      const content = read(fromRelativePath(this.path, relative), this.boundary);
      // identifiers are ASCII, which UTF-8 keeps as it is
      if ('bytes' in content) scan.add(relative, asciiOf(content.bytes));
      await pause();
    }
    this.#search = { scan, read };
  }

  /** Takes the documents that may define an id, if they were scanned, and not all are taken. */
  async loadDefining(key: string, pause: Pause): Promise<void> {
    for (const relative of this.#search?.scan.defining(key) ?? []) {
      if (this.documents.has(this.uriOf(relative)) || this.#search === null) continue;
      this.take(relative, this.#search.read(fromRelativePath(this.path, relative), this.boundary));
      await pause();
    }
  }

  /** All files are taken: forgets what was there before, by an earlier search or session, and is not any more. */
  finish(before: Iterable<string>): Affected {
    this.#search = null;
    const affected = new Set<string>();
    for (const uri of [...before, ...this.#digests.keys()]) {
      if (!this.documents.has(uri)) for (const other of this.forget(uri)) affected.add(other);
    }
    const recalled = new Set(this.#recalledSkipped ?? this.skipped);
    for (const relative of new Set([...recalled, ...this.skipped])) {
      if (recalled.has(relative) !== this.skipped.has(relative))
        for (const other of this.changeSkipped(relative)) affected.add(other);
    }
    return affected;
  }

  /** A document is gone. */
  forget(uri: string): Affected {
    this.documents.delete(uri);
    this.#stamps.delete(this.#service.placeOf(uri).path);
    this.#digests.delete(uri);
    return this.#noted(this.#service.removeFile(uri));
  }

  /** A file without a text came or went. Those who link to it are found by its place, which the service has to know for a moment. */
  changeSkipped(relative: string): Affected {
    const uri = this.uriOf(relative);
    if (this.documents.has(uri)) return new Set();
    const linkers = this.#service.putFile(uri, '');
    return new Set([...this.#noted(linkers), ...this.#service.removeFile(uri)]);
  }

  uriOf(relative: string): string {
    return toUri(fromRelativePath(this.path, relative));
  }

  /**
   * Keeps what is known of the documents for the next session, if that is worth it. What changes meanwhile ends it: what
   * is said of one document and what is said of another have to belong together.
   */
  async save(pause: Pause): Promise<void> {
    if (this.#keeping === null || this.#unkept + this.#unjudged < worthKeeping) return;
    // what is open besides the files of this folder has its part in their findings, and may not be there the next time
    const findings =
      !this.#joins && [...this.#service.urisIn(this.folder.uri)].every((uri) => this.documents.has(uri));
    if (!findings && this.#unkept < worthKeeping) return;
    const { revision } = this.#service;
    const { memory, today } = this.#keeping;
    const day = today();
    const lines: Uint8Array[] = [];
    for (const uri of [...this.documents]) {
      if (this.#isDoubtful(uri)) return;
      const values = this.holds(uri) ? this.#service.encode(uri, { findings }) : null;
      const digest = this.#digestOf(uri);
      if (values !== null && digest !== undefined) lines.push(toLine({ uri, digest, values }));
      await pause();
      if (this.#service.revision !== revision) return;
    }
    this.#unkept = 0;
    this.#unjudged = findings ? 0 : lines.length;
    await memory.write(this.#terms(), { today: day, skipped: [...this.skipped] }, lines);
  }

  /** Whether the service may have seen another content than the one that is known, since nobody told of the change yet. */
  #isDoubtful(uri: string): boolean {
    const digest = this.#digests.get(uri);
    return digest !== undefined && this.#keeping?.texts.differs(uri, digest) === true;
  }

  /** Of the text that the service judges, which of an open document need not be that of its file. */
  #digestOf(uri: string): string | undefined {
    if (!this.#service.isOpen(uri)) return this.#digests.get(uri);
    const text = this.#service.textOf(uri);
    return text === undefined ? undefined : digestOf(Buffer.from(text));
  }

  #terms(): MemoryTerms {
    const learned = this.rules.learned.filter(
      ({ ignoreText, configurationText }) => ignoreText !== null || configurationText !== null,
    );
    // what is in a workspace folder inside of this one is none of its own
    const inner = this.#service.layout.folders.filter(({ uri }) => uri.startsWith(`${this.folder.uri}/`));
    const others = inner.map(({ uri }) => uri).sort();
    const rules = JSON.stringify([learned, this.outside, this.#keeping?.terms ?? '', others]);
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
    this.#unkept += affected.size;
    return affected;
  }
}

function asciiOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}
