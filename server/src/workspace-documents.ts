/**
 * Keeps the index true to the texts: parses, summarises, and tells whose findings a change may alter.
 * Knows folders, configuration and documents; nothing of rules, features or connections.
 */
import type { Configuration } from './config/configuration';
import { configuredKind, isIncluded, isTemplateFile } from './config/configured-files';
import { ConfigurationTree } from './config/configuration-tree';
import { DocumentStore, type ReadText } from './document-store';
import { sameSummary, summarize, type Summary } from './index/summary';
import { WorkspaceIndex } from './index/workspace-index';
import { keyOf, numbersNear, parseIdentifier } from './model/identifier';
import type { Runbook } from './model/runbook';
import type { ParseOptions } from './parsing/parse-runbook';
import type { DocumentPlace, WorkspaceFolder } from './workspace';

/** Characters of text whose models are kept at hand: some open documents and what they are judged with. */
export const usualModelBudget = 1_500_000;

export type Parse = (text: string, options: ParseOptions) => Runbook;

/** Whether a file, by its path in a workspace folder, is kept out of the workspace, be it there or not. */
export type LeavesOut = (path: string) => boolean;

export class WorkspaceDocuments {
  readonly index = new WorkspaceIndex();
  readonly store: DocumentStore;
  readonly #parse: Parse;
  readonly #modelBudget: number;
  readonly #models = new Map<string, { text: string; runbook: Runbook }>();
  readonly #trees = new Map<string, ConfigurationTree>();
  readonly #leavesOut = new Map<string, LeavesOut>();
  #folders: readonly WorkspaceFolder[] = [];
  /** While documents are restored, those that changed since that began, as they were restored. */
  #restoring: Map<string, Summary | null> | null = null;
  /** Whether files were known when that began, as those of another folder are. */
  #restoresMore = false;
  #kept = 0;

  /** `modelBudget`: characters of text whose models are kept at hand; `read`: see {@link DocumentStore}. */
  constructor(parse: Parse, modelBudget = usualModelBudget, read: ReadText | null = null) {
    this.store = new DocumentStore(read);
    this.#parse = parse;
    this.#modelBudget = modelBudget;
  }

  get folders(): readonly WorkspaceFolder[] {
    return this.#folders;
  }

  /** Sets the workspace folders; documents keep their texts. Returns whose findings may differ: all. */
  setFolders(folders: readonly WorkspaceFolder[]): ReadonlySet<string> {
    return this.#rearrange(() => {
      this.#folders = folders;
    });
  }

  /** Sets the configuration files of a workspace folder, and what else leaves files out. Returns whose findings may differ. */
  configure(
    folder: string,
    configurations: ConfigurationTree,
    leavesOut: LeavesOut = () => false,
  ): ReadonlySet<string> {
    const affected = this.#rearrange(() => {
      this.#trees.set(folder, configurations);
      this.#leavesOut.set(folder, leavesOut);
    });
    const prefixes = new Set<string>();
    for (const { uri } of this.#folders) {
      for (const prefix of this.#trees.get(uri)?.forFolder('').prefixes.keys() ?? []) prefixes.add(prefix);
    }
    this.index.configure(prefixes);
    return affected;
  }

  /** Where a document is in the workspace: the innermost folder that holds it. */
  placeOf(uri: string): DocumentPlace {
    let best: WorkspaceFolder | null = null;
    for (const folder of this.#folders) {
      if (uri.startsWith(`${folder.uri}/`) && folder.uri.length > (best?.uri.length ?? -1)) best = folder;
    }
    const tail = best === null ? uri.slice(uri.lastIndexOf('/') + 1) : uri.slice(best.uri.length + 1);
    return { uri, folder: best?.uri ?? '', path: decode(tail) };
  }

  configurationFor(uri: string): Configuration {
    const { folder, path } = this.placeOf(uri);
    return (this.#trees.get(folder) ?? emptyTree).forFile(path);
  }

  /** Whether a path in the folder of a document is left out of the workspace, so that nobody here knows whether it exists. */
  leavesOut(uri: string, path: string): boolean {
    const { folder } = this.placeOf(uri);
    const configuration = (this.#trees.get(folder) ?? emptyTree).forFile(path);
    return !isIncluded(configuration, path) || this.#leavesOut.get(folder)?.(path) === true;
  }

  /** Whether the document's path says template, example, archive or changelog. */
  isQuiet(uri: string): boolean {
    return this.index.document(uri)?.quiet ?? this.#isTemplate(uri);
  }

  /** The model of a document, or undefined when there is none of this URI. */
  runbook(uri: string): Runbook | undefined {
    const text = this.store.textOf(uri);
    if (text === undefined) return undefined;
    const known = this.#models.get(uri);
    if (known?.text === text) {
      this.#models.delete(uri);
      this.#models.set(uri, known);
      return known.runbook;
    }
    const { path } = this.placeOf(uri);
    const runbook = this.#parse(text, {
      path,
      configuredKind: configuredKind(this.configurationFor(uri), path),
    });
    this.#forget(uri);
    this.#models.set(uri, { text, runbook });
    this.#kept += text.length;
    for (const oldest of this.#models.keys()) {
      if (this.#kept <= this.#modelBudget || this.#models.size === 1) break;
      this.#forget(oldest);
    }
    return runbook;
  }

  /** Reads a document whose text changed, came or went, while nobody has asked for findings. */
  put(uri: string): ReadonlySet<string> {
    const summary = this.#summarize(uri);
    if (summary === null) this.index.apply(uri, null);
    else this.index.put(summary);
    return new Set([uri]);
  }

  /**
   * Reads a document whose text changed, came or went. Returns the documents whose findings may differ now, itself
   * among them: those that define or mention an id whose definitions changed, or all when ownership of a prefix did.
   */
  update(uri: string): ReadonlySet<string> {
    const before = this.index.document(uri);
    const after = this.#summarize(uri);
    const affected = new Set([uri]);
    if (before !== undefined && after !== null && sameSummary(before, after)) return affected;
    const { keys, referred, prefixes } = this.index.apply(uri, after);
    if (prefixes.size > 0) return new Set([uri, ...this.store.uris()]);
    for (const key of keys) {
      for (const other of this.index.documentsNaming(key)) affected.add(other);
      for (const { uri: other } of this.index.definitions(key)) affected.add(other);
      this.#addMistaken(key, affected);
    }
    const place = before ?? after;
    if (place != null && !sameTarget(before, after))
      for (const other of this.index.linkersOf(place)) affected.add(other);
    // a file that came or went may be what links meant that lead nowhere
    if (place != null && (before === undefined || after === null))
      for (const other of this.index.strayLinkersOf(place)) affected.add(other);
    for (const key of referred) {
      for (const definition of this.index.definitions(key)) affected.add(definition.uri);
    }
    return affected;
  }

  /**
   * Takes in what an earlier session knew of a file, without reading it. Whoever judged by what was restored so far, as
   * the editor does that opens a document, is set right by {@link endRestoring}.
   */
  restore(summary: Summary): void {
    const { uri } = summary;
    if (this.#restoring === null) {
      this.#restoring = new Map(Array.from(this.store.openUris(), (open) => [open, null]));
      this.#restoresMore = [...this.store.uris()].some((known) => !this.store.isOpen(known));
    }
    if (this.#restoring.has(uri)) this.#restoring.set(uri, summary);
    this.store.putUnread(uri);
    this.index.put(summary);
  }

  /** Reads what changed while documents were restored on top of all that was restored. Returns whose findings may differ. */
  endRestoring(): ReadonlySet<string> {
    const before = this.#restoring ?? new Map<string, Summary | null>();
    this.#restoring = null;
    const affected = new Set(this.#restoresMore ? this.store.uris() : []);
    this.#restoresMore = false;
    for (const [uri, summary] of before) {
      this.index.apply(uri, summary);
      for (const other of this.update(uri)) affected.add(other);
    }
    return affected;
  }

  /** Those who name an undefined id that a slip of the hand makes of this one: they are told of it, or were. */
  #addMistaken(key: string, affected: Set<string>): void {
    const id = parseIdentifier(key);
    if (id === null) return;
    for (const number of numbersNear(id.number)) {
      const other = keyOf({ ...id, number });
      if (this.index.definition(other) !== undefined) continue;
      for (const uri of this.index.documentsNaming(other)) affected.add(uri);
    }
  }

  /** Forgets the models of documents that are not open: nobody asks for them soon. */
  forgetModels(): void {
    for (const uri of [...this.#models.keys()]) if (!this.store.isOpen(uri)) this.#forget(uri);
  }

  /** What the text of a document says now; null where it is gone. */
  #summarize(uri: string): Summary | null {
    if (this.#restoring?.has(uri) === false) this.#restoring.set(uri, this.index.document(uri) ?? null);
    const runbook = this.runbook(uri);
    if (runbook === undefined) this.#forget(uri);
    return runbook === undefined ? null : summarize(this.placeOf(uri), runbook, this.#isTemplate(uri));
  }

  #isTemplate(uri: string): boolean {
    return isTemplateFile(this.configurationFor(uri), this.placeOf(uri).path);
  }

  /** Reads those documents anew that a change of folders or configuration makes something else of. */
  #rearrange(change: () => void): ReadonlySet<string> {
    const before = new Map(Array.from(this.store.uris(), (uri) => [uri, this.#standing(uri)]));
    change();
    for (const [uri, standing] of before) {
      if (standing === this.#standing(uri)) continue;
      this.#forget(uri);
      this.update(uri);
    }
    return new Set(before.keys());
  }

  /** All that a document's summary depends on besides its text. */
  #standing(uri: string): string {
    const { folder, path } = this.placeOf(uri);
    const kind = configuredKind(this.configurationFor(uri), path);
    return [folder, path, String(kind), String(this.#isTemplate(uri))].join('\n');
  }

  #forget(uri: string): void {
    const known = this.#models.get(uri);
    if (known === undefined) return;
    this.#models.delete(uri);
    this.#kept -= known.text.length;
  }
}

/** Whether links to a document find what they found before. */
function sameTarget(before: Summary | undefined, after: Summary | null): boolean {
  if (before === undefined || after === null) return false;
  return (
    before.fragments.join('\n') === after.fragments.join('\n') &&
    before.misspelled.join() === after.misspelled.join()
  );
}

const emptyTree = new ConfigurationTree();

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
