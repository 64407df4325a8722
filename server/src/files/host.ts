/**
 * The port through which folders are loaded: the file system of a host, be it a disk or what a client has. Hosts fill it
 * in; what files mean is known here, not there.
 */
import type { NoticedFile } from './file-notice';
import type { FileRole, WorkspaceRules } from './workspace-rules';

export type ReadFailure =
  'encoding' | 'binary' | 'too-large' | 'permission' | 'vanished' | 'not-a-file' | 'outside' | 'failed';

export interface ReadProblem {
  readonly reason: ReadFailure;
  /** What is wrong and what to do, as sentences without the path. */
  readonly message: string;
}

/** The bytes of a file, or why there are none. `stamp`: as {@link HostFolder.stamps} when it was read. */
export type FileContent =
  { readonly bytes: Uint8Array; readonly stamp?: string } | { readonly problem: ReadProblem };

/** What could not be read: its path (empty for the workspace folder itself), and why, as sentences. */
export interface FileProblem extends NoticedFile {
  readonly path: string;
}

/** A configuration file with its text. */
export interface ConfigurationFile {
  readonly path: string;
  readonly text: string;
}

/** All paths are sorted by UTF-16 units. */
export interface FoundFiles {
  readonly documents: readonly string[];
  /** Files that may hold alert rules; only a look into them tells. */
  readonly alertFiles: readonly string[];
  /** Pages that are not read but may be where an address leads. */
  readonly pages: readonly string[];
  readonly configurationFiles: readonly ConfigurationFile[];
  /** Links that were not followed, for example because they lead out of the folder; documents may be at and below them. */
  readonly outside: readonly string[];
  /** What was skipped because it could not be read. */
  readonly problems: readonly FileProblem[];
}

/** A host may have a batch at once, or one after the other; callers take both with `for await`. */
export type Each<T> = Iterable<T> | AsyncIterable<T>;

/** A workspace folder in the host's file system. Paths are POSIX style and relative to it; the folder itself is empty. */
export interface HostFolder {
  /** Whether reading a file twice costs next to nothing. */
  readonly isQuick: boolean;
  uriOf(path: string): string;
  /** Null for a URI outside of the folder. */
  pathOf(uri: string): string | null;
  /**
   * Finds every document that the rules take, and hands the `.gitignore` and configuration files on the way to `rules`.
   * Rejects only when `signal` is aborted, with its reason.
   */
  find(rules: WorkspaceRules, signal?: AbortSignal): Promise<FoundFiles>;
  /** The contents of documents, one for each path, in order. */
  read(paths: readonly string[]): Each<FileContent>;
  /**
   * One for each path, in order: differs for a file that was written, replaced or moved in between, as far as the file
   * system tells; empty where there is no file.
   */
  stamps(paths: readonly string[]): Each<string>;
  isFolder(path: string): Promise<boolean>;
  /** Addresses of the repository that the folder is the top of, as Git keeps them; none where that cannot be told. */
  remotes(): Promise<readonly string[]>;
  /**
   * What {@link find} would take a file for now, or would have while it was there; null for nothing. Reads rules that are
   * not known yet.
   */
  roleOf(path: string, rules: WorkspaceRules): Promise<FileRole | null>;
}

export interface FileHost {
  /** Whether `.gitignore` files take no account of case, as is usual on the host's system. */
  readonly ignoreCase: boolean;
  /** A workspace folder by its URI; null where the host has no files of it. */
  openFolder(uri: string): HostFolder | null;
}
