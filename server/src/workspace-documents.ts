/**
 * Keeps the index true to the texts: parses, summarises, and tells whose findings a change may alter.
 * Knows folders, configuration and documents; nothing of features or connections.
 */
import { AlertMemory } from './alerts/alert-memory';
import type { Configuration } from './config/configuration';
import type { ConfigurationTree } from './config/configuration-tree';
import { DocumentStore, type ReadText } from './document-store';
import { FolderIndexes } from './index/folder-indexes';
import { summarizeAlertFile } from './index/alert-file-summary';
import { idsThatMayBeDefinedIn } from './index/id-scan';
import { SharedWords } from './index/shared-words';
import { sameSummary, summarize, type Summary } from './index/summary';
import { heardOf, UnreadSummary, wholeOf } from './index/unread-summary';
import type { WorkspaceView } from './index/workspace-view';
import type { Runbook } from './model/runbook';
import { english } from './text/say';
import type { DocumentParser } from './parsing/document-parser';
import type { RuleInput } from './lint/rule';
import { ModelCache, type KnownModel } from './model-cache';
import { isOfNoKind, readRunbook } from './read-runbook';
import { noWorkLog, type DocumentPlace, type WorkLog, type WorkspaceFolder } from './workspace';
import { WorkspaceLayout, type FolderFiles } from './workspace-layout';

/** Characters of text whose models are kept at hand: some open documents and what they are judged with. */
export const usualModelBudget = 1_500_000;

/** A document as it was. */
export interface HeldDocument {
  readonly uri: string;
  readonly summary: Summary | null;
  /** Null where it was not at hand. */
  readonly model: KnownModel | null;
}

export class WorkspaceDocuments {
  readonly store: DocumentStore;
  readonly layout = new WorkspaceLayout();
  readonly #indexes = new FolderIndexes();
  /** What the summaries share, those that are restored too. */
  readonly words = new SharedWords();
  readonly #parser: DocumentParser;
  readonly #alertMemory = new AlertMemory();
  readonly #log: WorkLog;
  readonly models: ModelCache;
  /** While documents are restored, those that changed since that began, as they were restored. */
  #restoring: Map<string, Summary | null> | null = null;
  /** The folders of the documents that are restored. */
  readonly #restored = new Set<string>();

  /** `modelBudget`: characters of text whose models are kept at hand; `read`: see {@link DocumentStore}. */
  constructor(
    parser: DocumentParser,
    modelBudget = usualModelBudget,
    read: ReadText | null = null,
    log: WorkLog = noWorkLog,
  ) {
    this.store = new DocumentStore(read);
    this.#parser = parser;
    this.models = new ModelCache(modelBudget);
    this.#log = log;
  }

  /** Sets the workspace folders; documents keep their texts. Returns whose findings may differ: all. */
  setFolders(folders: readonly WorkspaceFolder[]): ReadonlySet<string> {
    return this.#rearrange(() => {
      this.layout.setFolders(folders);
      for (const { uri } of folders) this.#indexes.configure(uri, this.layout.prefixesOf(uri));
    });
  }

  /** Sets the configuration files of a workspace folder, and what else leaves files out. Returns whose findings may differ. */
  configure(folder: string, configurations: ConfigurationTree, files?: FolderFiles): ReadonlySet<string> {
    return this.#rearrange(() => {
      this.layout.configure(folder, configurations, files);
      this.#indexes.configure(folder, this.layout.prefixesOf(folder), files?.imported);
    });
  }

  /** What may be asked from a folder with what that joins, or from a document that is alone. */
  viewAt(home: string): WorkspaceView {
    return this.#indexes.viewOf(home);
  }

  /** What a document is judged with: its folder by URI, or itself where it is alone. */
  homeOf(uri: string): string {
    return this.layout.homeOf(uri, this.store.isOnDisk(uri));
  }

  /** The documents of a folder, or the one that is alone. */
  *urisAt(home: string): Iterable<string> {
    for (const { uri } of this.viewAt(home).documents()) yield uri;
  }

  /** What rules may look at in a document. Documents of joined folders are not theirs to change. */
  ruleInput(uri: string, runbook: Runbook, today: string, say = english): RuleInput {
    const workspace = this.viewAt(this.homeOf(uri));
    return {
      place: this.placeOf(uri),
      runbook,
      workspace,
      configuration: this.configurationFor(uri),
      quiet: this.summaryOf(uri)?.quiet ?? this.layout.isTemplate(uri),
      runbookOf: (other) => (workspace.holds(other) ? this.runbook(other) : undefined),
      ...this.surroundingsOf(uri),
      ...{ today, say, changesOn: () => undefined },
    };
  }

  /** What decides, besides the documents, where addresses in a document lead. */
  surroundingsOf(uri: string): Pick<RuleInput, 'remotes' | 'leavesOut' | 'hasPage'> {
    return {
      remotes: this.layout.remotesOf(uri),
      leavesOut: (path) => this.leavesOut(uri, path),
      hasPage: (stem) => this.layout.hasPage(uri, stem),
    };
  }

  /** What is known of a document, in whatever folder. */
  summaryOf(uri: string): Summary | undefined {
    return this.#indexes.document(uri);
  }

  placeOf(uri: string): DocumentPlace {
    return this.layout.placeOf(uri);
  }

  configurationFor(uri: string): Configuration {
    return this.layout.configurationFor(uri);
  }

  /** Whether it is unknown, from a document, whether there is a file at a path in its folder. */
  leavesOut(uri: string, path: string): boolean {
    return this.homeOf(uri) === uri || this.layout.leavesOut(uri, path);
  }

  /** The model of a document, or undefined when there is none of this URI. */
  runbook(uri: string): Runbook | undefined {
    const text = this.store.textOf(uri);
    if (text === undefined) return undefined;
    const known = this.models.of(uri, text);
    if (known !== undefined) return known;
    const runbook = this.#log.isSetAside(uri, text)
      ? { ...this.#parser.parse('', { path: this.placeOf(uri).path }), unread: true }
      : this.#log.during(uri, text, () => this.read(uri, text));
    this.models.keep(uri, { text, runbook });
    return runbook;
  }

  /** The model that a text would have as the document of a URI, whether or not there is one. */
  read(uri: string, text: string): Runbook {
    return readRunbook(this.#parser, text, {
      path: this.placeOf(uri).path,
      configuration: this.configurationFor(uri),
      remotes: this.layout.remotesOf(uri),
      alertMemory: this.#alertMemory,
    });
  }

  /** Reads a document whose text changed, came or went, while no findings were asked for. */
  put(uri: string): ReadonlySet<string> {
    const summary = this.#mayStayUnread(uri) ? this.unreadSummary(uri) : this.#summarize(uri);
    if (summary === null) this.#indexes.apply(this.homeOf(uri), uri, null);
    else this.#indexes.put(this.homeOf(uri), summary);
    return new Set([uri]);
  }

  /**
   * Reads a document whose text changed, came or went. Returns the documents whose findings may differ now, itself
   * among them: those that define or mention an id whose definitions changed, or all that know of it when ownership of a
   * prefix did.
   */
  update(uri: string): ReadonlySet<string> {
    const before = this.summaryOf(uri);
    const isNew = before === undefined && this.#restoring === null;
    const after = isNew && this.#mayStayUnread(uri) ? this.unreadSummary(uri) : this.#summarize(uri);
    const home = this.homeOf(uri);
    const stays = this.#indexes.isAt(uri, home);
    const isUnread = before instanceof UnreadSummary && !before.isRead;
    if (
      stays &&
      before !== undefined &&
      !isUnread &&
      after !== null &&
      sameSummary(wholeOf(before), wholeOf(after))
    )
      return new Set([uri]);
    return this.#indexes.apply(home, uri, after);
  }

  /** A document as it is, for {@link giveBack}. */
  hold(uri: string): HeldDocument {
    return { uri, summary: this.summaryOf(uri) ?? null, model: this.models.get(uri) ?? null };
  }

  /** Takes in a document that is as it was when it was held, or is known from elsewhere. Returns whose findings may differ. */
  giveBack({ uri, summary, model }: HeldDocument): ReadonlySet<string> {
    if (model !== null) this.models.keep(uri, model);
    return this.#indexes.apply(this.homeOf(uri), uri, summary);
  }

  /**
   * Takes in what an earlier session knew of a file, without reading it. What was judged by what was restored so far, as
   * the editor does that opens a document, is set right by {@link endRestoring}.
   */
  restore(summary: Summary): void {
    const { uri } = summary;
    this.#restoring ??= new Map(Array.from(this.store.openUris(), (open) => [open, null]));
    if (this.#restoring.has(uri)) this.#restoring.set(uri, summary);
    this.store.putUnread(uri);
    this.#restored.add(this.homeOf(uri));
    this.#indexes.put(this.homeOf(uri), summary);
  }

  /** Reads what changed while documents were restored on top of all that was restored. Returns whose findings may differ. */
  endRestoring(): ReadonlySet<string> {
    const before = this.#restoring ?? new Map<string, Summary | null>();
    this.#restoring = null;
    const affected = new Set(this.#indexes.readersOf(this.#restored));
    this.#restored.clear();
    for (const [uri, summary] of before) {
      this.#indexes.apply(this.homeOf(uri), uri, heardOf(summary));
      for (const other of this.update(uri)) affected.add(other);
    }
    return affected;
  }

  /** Reads a document as if its text had changed. Returns whose findings may differ. */
  readAgain(uri: string): ReadonlySet<string> {
    this.models.forget(uri);
    return this.update(uri);
  }

  /**
   * Forgets the models of documents that are not open, and what was remembered in order to read and to summarise them:
   * they are not needed soon.
   */
  evictModels(): void {
    for (const uri of this.models.uris()) if (!this.store.isOpen(uri)) this.models.forget(uri);
    this.#parser.forget(this.models.runbooks());
    this.#alertMemory.forget();
    this.words.forget();
  }

  /** What is known of a file of no kind until somebody asks what it says. */
  unreadSummary(uri: string): UnreadSummary {
    const place = this.placeOf(uri);
    const quiet = this.layout.isTemplate(uri);
    return new UnreadSummary(place, quiet, {
      text: () => this.store.textOf(uri) ?? '',
      read: () => this.#summarize(uri) ?? summarize(place, this.#parser.parse('', place), quiet, this.words),
    });
  }

  /** Whether a file is of no kind, so that it need not be read yet. */
  #mayStayUnread(uri: string): boolean {
    const text = this.store.isOpen(uri) ? undefined : this.store.textOf(uri);
    if (text === undefined || this.#log.isSetAside(uri, text)) return false;
    return isOfNoKind(text, { path: this.placeOf(uri).path, configuration: this.configurationFor(uri) });
  }

  /** Reads the documents that nobody has asked about, one a slice, so that later answers are quick. */
  readUnread(): Generator<undefined> {
    return this.#indexes.readUnread();
  }

  /** What the text of a document says now; null where it is gone. */
  #summarize(uri: string): Summary | null {
    if (this.#restoring?.has(uri) === false) this.#restoring.set(uri, this.summaryOf(uri) ?? null);
    const text = this.store.textOf(uri);
    const runbook = this.runbook(uri);
    if (runbook === undefined || text === undefined) {
      this.models.forget(uri);
      return null;
    }
    const summary = this.#log.during(uri, text, () =>
      runbook.alerts === null
        ? summarize(this.placeOf(uri), runbook, this.layout.isTemplate(uri), this.words)
        : summarizeAlertFile(this.placeOf(uri), runbook, runbook.alerts, this.words),
    );
    return runbook.unread
      ? { ...summary, misspelled: idsThatMayBeDefinedIn(text), silent: false, read: 'nothing' }
      : summary;
  }

  /** Reads those documents anew that a change of folders or configuration makes something else of. */
  #rearrange(change: () => void): ReadonlySet<string> {
    const standing = (uri: string): string => this.layout.standing(uri, this.store.isOnDisk(uri));
    const before = new Map(Array.from(this.store.uris(), (uri) => [uri, standing(uri)]));
    change();
    this.#indexes.join(new Map(this.layout.folders.map(({ uri }) => [uri, this.layout.joinsOf(uri)])));
    for (const [uri, was] of before) {
      if (was === standing(uri)) continue;
      this.models.forget(uri);
      this.update(uri);
    }
    return new Set(before.keys());
  }
}
