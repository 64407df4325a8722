/**
 * Finds the documents of a workspace folder on disk. Knows folders, links and which rules stand where; what the rules
 * mean is the business of `WorkspaceRules`.
 */
import { readdirSync, type Dirent } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConfigurationFile, FileProblem, FoundFiles } from '../files/host';
import type { Pace } from '../files/pace';
import { sortFound } from '../files/sort-found';
import type { FileRole, WorkspaceRules } from '../files/workspace-rules';
import { Boundary } from './boundary';
import { describeError } from './describe-error';
import { loadRules } from './load-rules';

export interface SearchOptions {
  /** Where links may lead; null for anywhere. */
  readonly boundary: Boundary | null;
  readonly signal?: AbortSignal | undefined;
  /** Lets others have their turn during a long search; without it the search goes on until it is done. */
  readonly pace?: Pace | undefined;
}

/**
 * Finds every document of `workspaceFolder` (an absolute path) that the rules take, and hands the `.gitignore` and
 * configuration files on the way to `rules`, which then can judge single files.
 *
 * Symbolic links are followed as far as the boundary allows. A file that can be reached on several paths is found once:
 * on the path without links if there is one, else on the first.
 * Rejects only when `signal` is aborted, with its reason.
 */
export async function findFiles(
  workspaceFolder: string,
  rules: WorkspaceRules,
  options: SearchOptions = { boundary: Boundary.of(workspaceFolder) },
): Promise<FoundFiles> {
  options.signal?.throwIfAborted();
  const search = new Search(workspaceFolder, rules, options);
  await search.run();
  return search.found();
}

/** A folder to look into; `real` is its path without links. */
interface Folder {
  readonly path: string;
  readonly real: string;
}

class Search {
  readonly #workspaceFolder: string;
  readonly #rules: WorkspaceRules;
  readonly #boundary: Boundary | null;
  readonly #signal: AbortSignal | undefined;
  readonly #pace: Pace | undefined;
  readonly #files: Record<FileRole, string[]> = { document: [], alerts: [], page: [] };
  readonly #configurationFiles: ConfigurationFile[] = [];
  readonly #outside: string[] = [];
  readonly #problems: FileProblem[] = [];
  readonly #seen = new Set<string>();
  #links: string[] = [];

  constructor(workspaceFolder: string, rules: WorkspaceRules, { boundary, signal, pace }: SearchOptions) {
    this.#workspaceFolder = workspaceFolder;
    this.#rules = rules;
    this.#boundary = boundary;
    this.#signal = signal;
    this.#pace = pace;
  }

  async run(): Promise<void> {
    try {
      await this.#walk({ path: '', real: await realpath(this.#workspaceFolder) });
    } catch (error) {
      this.#signal?.throwIfAborted();
      this.#report('', error);
    }
    // Links come last, so that a path without one is seen before, and in order, so that each search finds the same.
    while (this.#links.length > 0) {
      const links = this.#links.toSorted();
      this.#links = [];
      for (const link of links) await this.#follow(link);
    }
  }

  found(): FoundFiles {
    return sortFound({
      documents: this.#files.document,
      alertFiles: this.#files.alerts,
      pages: this.#files.page,
      configurationFiles: this.#configurationFiles,
      outside: this.#outside,
      problems: this.#problems,
    });
  }

  async #walk(folder: Folder): Promise<void> {
    const waiting = [folder];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (this.#pace?.isDue === true) await this.#pace.pause();
      this.#signal?.throwIfAborted();
      waiting.push(...this.#read(next));
    }
  }

  /** Looks into a folder; gives the folders in it. */
  #read(folder: Folder): readonly Folder[] {
    if (!this.#isNew(folder.real)) return [];
    let children: readonly Dirent[];
    try {
      // in the foreground, as files are read: a third of the time of looking in the background
      children = readdirSync(folder.real, { withFileTypes: true });
    } catch (error) {
      this.#report(folder.path, error);
      return [];
    }
    const names = new Set(children.map(({ name }) => name));
    const place = { path: folder.path, absolute: folder.real, names };
    const loaded = loadRules(this.#rules, place, this.#boundary);
    this.#configurationFiles.push(...loaded.configurationFiles);
    this.#problems.push(...loaded.problems);
    return children.flatMap((child) => this.#sort(folder, child));
  }

  /** Keeps a document or a link; gives a folder that is to be looked into. */
  #sort(folder: Folder, child: Dirent): readonly Folder[] {
    const path = folder.path === '' ? child.name : `${folder.path}/${child.name}`;
    const real = join(folder.real, child.name);
    if (child.isDirectory()) return this.#rules.entersFolder(path) ? [{ path, real }] : [];
    if (child.isSymbolicLink()) this.#links.push(path);
    else if (child.isFile()) this.#take(path, real);
    return [];
  }

  #take(path: string, real: string): void {
    const role = this.#rules.roleOf(path);
    if (role !== null && this.#isNew(real)) this.#files[role].push(path);
  }

  async #follow(path: string): Promise<void> {
    this.#signal?.throwIfAborted();
    const mayBeFile = this.#rules.roleOf(path) !== null;
    const mayBeFolder = this.#rules.entersFolder(path);
    if (!mayBeFile && !mayBeFolder) return;
    try {
      const real = await realpath(join(this.#workspaceFolder, path));
      const status = await stat(real);
      const isFolder = status.isDirectory() && mayBeFolder;
      const isFile = status.isFile() && mayBeFile;
      if (!isFolder && !isFile) return;
      if (this.#boundary?.holds(real) === false) this.#outside.push(path);
      else if (isFolder) await this.#walk({ path, real });
      else this.#take(path, real);
    } catch (error) {
      this.#signal?.throwIfAborted();
      // A broken link is worth a word only where a document is missing.
      if (this.#rules.takesFile(path)) this.#report(path, error);
    }
  }

  /** Whether a real path is met for the first time. */
  #isNew(real: string): boolean {
    if (this.#seen.has(real)) return false;
    this.#seen.add(real);
    return true;
  }

  #report(path: string, error: unknown): void {
    this.#problems.push({ path, message: describeError(error) });
  }
}

/** One note on all links that were not followed; at the first of them. */
export function noteOnLinks(outside: readonly string[]): FileProblem[] {
  const [path, ...more] = outside;
  if (path === undefined) return [];
  const others = ['', ' So does 1 other link.'][more.length] ?? ` So do ${String(more.length)} other links.`;
  return [{ path, message: `It is a link that points outside the workspace folder.${others}` }];
}
