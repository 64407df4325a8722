/**
 * All that a search of a workspace folder reads, held at one moment: so that it can be compared with what was read
 * another time, and handed on without being read twice. Knows files and rules, not what documents say.
 */
import type { Configuration, ConfigurationLayer } from '../config/configuration';
import { parseConfiguration } from '../config/parse-configuration';
import { learnStyles } from '../files/extended-styles';
import type { ExtendedFile, ExtendedStyles } from '../files/found-styles';
import type { ImportedList } from '../files/found-lists';
import { holdsAlerts } from '../files/holds-alerts';
import { learnLists } from '../files/imported-lists';
import { toDocument } from '../files/to-document';
import { mayHaveKind } from '../model/kind-signs';
import type { FileContent, FoundFiles } from '../files/host';
import { WorkspaceRules, type FolderRules } from '../files/workspace-rules';
import { Boundary } from './boundary';
import { findFiles } from './find-files';
import { isCaseless } from './is-caseless';
import { fromRelativePath } from './paths';
import { readContent } from './read-document';
import { readRemotes } from './read-remotes';

export interface ReadFolderOptions {
  /** A configuration that counts instead of all `.runbook.yaml` files, with what it extends. */
  readonly configuration?: { readonly text: string; readonly extended: ExtendedStyles };
  /** Whether links may lead out of the folder. */
  readonly allowOutside?: boolean;
  /** Told how many of the folder's documents have been read so far, and how many there are. */
  readonly onRead?: (read: number, all: number) => void;
}

/** What a search found, as inert data. */
export interface FolderListing {
  readonly found: FoundFiles;
  readonly rules: readonly FolderRules[];
  readonly remotes: readonly string[];
}

/** What is given instead of the files themselves. */
export interface HeldContents {
  readonly remotes: readonly string[];
  /** As `findFiles` gave it, with the rules handed over as they were. */
  find(rules: WorkspaceRules): FoundFiles;
  /** The content of the document at an absolute path; undefined for one that is to be read. */
  take(path: string): FileContent | undefined;
}

/** As `findFiles` gave it, with the rules handed over as they were. */
export function findIn({ found, rules: learned }: FolderListing, rules: WorkspaceRules): FoundFiles {
  for (const { folder, ignoreText, configurationText } of learned)
    rules.learn(folder, ignoreText, configurationText);
  return found;
}

export class FolderContents implements HeldContents {
  readonly #found: FoundFiles;
  readonly #rules: readonly FolderRules[];
  readonly #extended: readonly ExtendedFile[];
  readonly #imported: readonly ImportedList[];
  readonly #documents: Map<string, FileContent>;
  /** What the configuration says of the folder as a whole; rules are not part of it. */
  readonly configuration: Configuration;

  /** As `HostFolder.remotes`. */
  readonly remotes: readonly string[];
  /**
   * Whether nothing in it can be ours: there is no configuration, and no document is of a kind by its words. Then nothing
   * can be found in it.
   */
  readonly isForeign: boolean;

  private constructor(
    found: FoundFiles,
    rules: WorkspaceRules,
    { documents, remotes, isForeign }: ReadDocuments,
  ) {
    this.#found = found;
    this.isForeign = isForeign;
    this.remotes = remotes;
    this.#rules = rules.learned;
    this.#extended = rules.extendedFiles;
    this.#imported = rules.imported;
    this.#documents = documents;
    this.configuration = rules.configurations.forFolder('');
  }

  /** Reads the folder at `path` (absolute). What cannot be read is part of the contents too. */
  static async read(
    path: string,
    { configuration, allowOutside, onRead }: ReadFolderOptions,
  ): Promise<FolderContents> {
    const rules = new WorkspaceRules({
      parseConfiguration: configuration === undefined ? parseForFiles : null,
      ignoreCase: isCaseless,
      ...(configuration === undefined
        ? {}
        : { given: { layer: parseForFiles(configuration.text), extended: configuration.extended } }),
    });
    const boundary = allowOutside === true ? null : Boundary.of(path);
    const found = await findFiles(path, rules, { boundary });
    const readAll = (paths: readonly string[]): FileContent[] =>
      paths.map((one) => readContent(fromRelativePath(path, one), boundary));
    await learnStyles(readAll, rules, new Set());
    await learnLists(readAll, rules);
    const documents = new Map<string, FileContent>();
    for (const relative of found.documents) {
      const file = fromRelativePath(path, relative);
      documents.set(file, readContent(file, boundary));
      onRead?.(documents.size, found.documents.length);
    }
    const isForeign =
      configuration === undefined &&
      found.configurationFiles.length + found.problems.length === 0 &&
      found.documents.every((one) => isForeignDocument(one, documents.get(fromRelativePath(path, one))));
    const alertFiles: string[] = [];
    // what alert rules say matters only where something is ours
    for (const relative of isForeign ? [] : found.alertFiles) {
      const file = fromRelativePath(path, relative);
      const content = readContent(file, boundary);
      if (!holdsAlerts(relative, content)) continue;
      alertFiles.push(relative);
      documents.set(file, content);
    }
    const remotes = readRemotes(path, boundary);
    return new FolderContents({ ...found, alertFiles }, rules, { documents, remotes, isForeign });
  }

  get listing(): FolderListing {
    return { found: this.#found, rules: this.#rules, remotes: this.remotes };
  }

  /** What a document holds, by its path from `root`, that of the folder; to be asked before documents are taken. */
  contentOf(root: string, path: string): FileContent | undefined {
    return this.#documents.get(fromRelativePath(root, path));
  }

  /** Paths of the documents, relative to the folder, in order. */
  get documents(): readonly string[] {
    return this.#found.documents;
  }

  /**
   * Everything in a fixed order, in pieces that begin with their length: two readings of a folder
   * that hold the same give the same bytes, all others do not. To be asked before documents are taken.
   */
  *pieces(): Iterable<string | Uint8Array> {
    const said = {
      rules: this.#rules,
      extended: this.#extended,
      imported: this.#imported,
      outside: this.#found.outside,
      pages: this.#found.pages,
      remotes: this.remotes,
      problems: this.#found.problems,
    };
    yield* measured(JSON.stringify(said));
    for (const [path, content] of this.#documents) {
      yield* measured(path);
      yield* measured('bytes' in content ? content.bytes : JSON.stringify(content));
    }
  }

  /** As `findFiles` gave it, with the rules handed over as they were. */
  find(rules: WorkspaceRules): FoundFiles {
    return findIn(this.listing, rules);
  }

  /** The content of the document at an absolute path, given away once: texts are not held twice. Undefined afterwards. */
  take(path: string): FileContent | undefined {
    const content = this.#documents.get(path);
    this.#documents.delete(path);
    return content;
  }
}

interface ReadDocuments {
  /** By absolute path. */
  readonly documents: Map<string, FileContent>;
  readonly remotes: readonly string[];
  readonly isForeign: boolean;
}

/** Whether a document can be read, and is none of ours by what it says. */
function isForeignDocument(path: string, content: FileContent | undefined): boolean {
  if (content === undefined || 'problem' in content) return false;
  const read = toDocument(content.bytes);
  return 'text' in read && !mayHaveKind(read.text, path);
}

/** Which files there are does not depend on rules for documents, so that none needs to be known here. */
function parseForFiles(text: string): ConfigurationLayer {
  return parseConfiguration(text, new Set()).configuration;
}

function* measured(piece: string | Uint8Array): Iterable<string | Uint8Array> {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
  yield `${String(bytes.byteLength)}\n`;
  yield bytes;
}
