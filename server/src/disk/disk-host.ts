/** The disk as a host of files. Knows links and boundaries; nothing of what files mean. */
import { resolve } from 'node:path';
import type { FileContent, FileHost, FoundFiles, HostFolder } from '../files/host';
import type { Pace } from '../files/pace';
import type { FileRole, WorkspaceRules } from '../files/workspace-rules';
import { Boundary } from './boundary';
import { findFiles, noteOnLinks } from './find-files';
import type { HeldContents } from './folder-contents';
import { isCaseless } from './is-caseless';
import { roleInWorkspace } from './role-in-workspace';
import { isFolder, stampAt } from './look-at';
import { fromRelativePath, toPath, toRelativePath, toUri } from './paths';
import { readContent } from './read-document';
import { readRemotes } from './read-remotes';
import type { DiskTexts } from './disk-texts';

export interface DiskHostOptions {
  /** Whether links may lead out of the folders. */
  readonly allowOutside?: boolean;
  /** What texts are read again with: it learns the boundaries of the folders. */
  readonly texts?: DiskTexts;
  /** What is given instead of the files themselves, where a folder was read already. */
  readonly contents?: HeldContents;
  /** Lets others have their turn while folders are searched. */
  readonly pace?: Pace;
}

export class DiskHost implements FileHost {
  readonly ignoreCase = isCaseless;
  readonly #options: DiskHostOptions;

  constructor(options: DiskHostOptions = {}) {
    this.#options = options;
  }

  openFolder(uri: string): HostFolder | null {
    const path = toPath(uri);
    if (path === null) return null;
    const boundary = this.#options.allowOutside === true ? null : Boundary.of(path);
    this.#options.texts?.confine(path, boundary);
    return new DiskFolder(path, boundary, this.#options);
  }
}

class DiskFolder implements HostFolder {
  readonly isQuick = true;
  readonly #path: string;
  readonly #boundary: Boundary | null;
  readonly #contents: HeldContents | undefined;
  readonly #pace: Pace | undefined;
  /** What was asked for last: much is asked of one file after the other. */
  #last: { readonly path: string; readonly uri: string } | null = null;

  /** `path` is absolute; `boundary`: what links must stay in, null for nothing. */
  constructor(path: string, boundary: Boundary | null, { contents, pace }: DiskHostOptions) {
    this.#path = path;
    this.#boundary = boundary;
    this.#contents = contents;
    this.#pace = pace;
  }

  uriOf(path: string): string {
    this.#last = this.#last?.path === path ? this.#last : { path, uri: toUri(this.#absolute(path)) };
    return this.#last.uri;
  }

  pathOf(uri: string): string | null {
    const path = toPath(uri);
    return path === null ? null : toRelativePath(this.#path, path);
  }

  async find(rules: WorkspaceRules, signal?: AbortSignal): Promise<FoundFiles> {
    const found =
      this.#contents?.find(rules) ??
      (await findFiles(this.#path, rules, { boundary: this.#boundary, signal, pace: this.#pace }));
    return { ...found, problems: [...found.problems, ...noteOnLinks(found.outside)] };
  }

  *read(paths: readonly string[]): Iterable<FileContent> {
    for (const path of paths) {
      const absolute = this.#absolute(path);
      yield this.#contents?.take(absolute) ?? readContent(absolute, this.#boundary);
    }
  }

  *stamps(paths: readonly string[]): Iterable<string> {
    for (const path of paths) yield stampAt(this.#absolute(path));
  }

  remotes(): Promise<readonly string[]> {
    return Promise.resolve(this.#contents?.remotes ?? readRemotes(this.#path, this.#boundary));
  }

  isFolder(path: string): Promise<boolean> {
    return isFolder(this.#absolute(path));
  }

  roleOf(path: string, rules: WorkspaceRules): Promise<FileRole | null> {
    return roleInWorkspace({ path: this.#path, boundary: this.#boundary, rules }, path);
  }

  #absolute(path: string): string {
    return path === '' ? resolve(this.#path) : fromRelativePath(this.#path, path);
  }
}
