/** The file system of a client as a host of files. Links are not followed: where they lead cannot be told. */
import { URI } from 'vscode-uri';
import { configurationFileName } from '../../config/configuration';
import type {
  ConfigurationFile,
  Each,
  FileContent,
  FileHost,
  FileProblem,
  FoundFiles,
  HostFolder,
} from '../../files/host';
import { decodeText } from '../../files/decode-text';
import { ignoreFileName } from '../../files/ignore-rules';
import { learnRules, ruleFileLimit, type LearnedRules, type RuleFile } from '../../files/learn-rules';
import { documentLimit } from '../../files/size-limit';
import { remotesIn } from '../../files/remotes-in';
import { sortFound } from '../../files/sort-found';
import type { FileRole, WorkspaceRules } from '../../files/workspace-rules';
import type { ClientFiles, Listing } from './client-files';

/** Folders inside of each other that are looked into: a file system that is made up may have no end. */
const deepest = 64;

export class ClientHost implements FileHost {
  readonly ignoreCase = false;
  readonly #files: ClientFiles;

  constructor(files: ClientFiles) {
    this.#files = files;
  }

  openFolder(uri: string): HostFolder {
    return new ClientFolder(uri, this.#files);
  }
}

class ClientFolder implements HostFolder {
  readonly isQuick = false;
  readonly #uri: string;
  readonly #base: URI;
  readonly #files: ClientFiles;

  /** `uri`: without a slash at its end. */
  constructor(uri: string, files: ClientFiles) {
    this.#uri = uri;
    this.#base = URI.parse(uri);
    this.#files = files;
  }

  uriOf(path: string): string {
    return path === ''
      ? this.#uri
      : this.#base.with({ path: `${this.#base.path.replace(/(?<!\/)\/+$/, '')}/${path}` }).toString();
  }

  pathOf(uri: string): string | null {
    if (uri === this.#uri) return '';
    if (!uri.startsWith(`${this.#uri}/`)) return null;
    try {
      return decodeURIComponent(uri.slice(this.#uri.length + 1));
    } catch {
      return null;
    }
  }

  async find(rules: WorkspaceRules, signal?: AbortSignal): Promise<FoundFiles> {
    const search = new Search(rules);
    let folders: readonly string[] = [''];
    for (let depth = 0; folders.length > 0 && depth <= deepest; depth++) {
      signal?.throwIfAborted();
      const listings = await this.#list(folders);
      search.add(await this.#learn(rules, listings));
      folders = [...listings].flatMap(([folder, listing]) => search.look(folder, listing));
    }
    return search.found();
  }

  read(paths: readonly string[]): Each<FileContent> {
    return this.#files.read(this.#urisOf(paths), documentLimit);
  }

  async *stamps(paths: readonly string[]): AsyncIterable<string> {
    for await (const stat of this.#files.stat(this.#urisOf(paths)))
      yield stat?.kind === 'file' ? stat.stamp : '';
  }

  async remotes(): Promise<readonly string[]> {
    for await (const content of this.#files.read(this.#urisOf(['.git/config']), ruleFileLimit)) {
      if ('problem' in content) break;
      const decoded = decodeText(content.bytes);
      return 'text' in decoded ? remotesIn(decoded.text) : [];
    }
    return [];
  }

  async isFolder(path: string): Promise<boolean> {
    for await (const stat of this.#files.stat([this.uriOf(path)])) return stat?.kind === 'folder';
    return false;
  }

  async roleOf(path: string, rules: WorkspaceRules): Promise<FileRole | null> {
    const names = path.split('/');
    const listings = await this.#list(names.map((_, index) => names.slice(0, index).join('/')));
    let depth = 0;
    for (const [folder, listing] of listings) {
      if (!rules.knows(folder)) await this.#learn(rules, new Map([[folder, listing]]));
      if (folder !== '' && !rules.entersFolder(folder)) return null;
      const name = names[depth++];
      if ('entries' in listing && listing.entries.some((entry) => entry.name === name && entry.isLink))
        return null;
    }
    return rules.roleOf(path);
  }

  async #list(folders: readonly string[]): Promise<ReadonlyMap<string, Listing>> {
    const listings = await this.#files.list(this.#urisOf(folders));
    return new Map(folders.map((folder, index) => [folder, listings[index] ?? { entries: [] }]));
  }

  /** Hands over the rules in these folders. */
  async #learn(rules: WorkspaceRules, listings: ReadonlyMap<string, Listing>): Promise<LearnedRules> {
    const configurationFiles: ConfigurationFile[] = [];
    const problems: FileProblem[] = [];
    const names = [ignoreFileName, ...(rules.hasConfigurationFiles ? [configurationFileName] : [])];
    const paths = [...listings].flatMap(([folder, listing]) =>
      'problem' in listing
        ? []
        : listing.entries
            .filter(({ name, kind, isLink }) => kind === 'file' && !isLink && names.includes(name))
            .map(({ name }) => join(folder, name)),
    );
    const read = new Map<string, RuleFile>();
    let next = 0;
    for await (const content of this.#files.read(this.#urisOf(paths), ruleFileLimit)) {
      const path = paths[next++] ?? '';
      if ('bytes' in content) read.set(path, { path, bytes: content.bytes });
      else if (content.problem.reason !== 'vanished')
        problems.push({ path, message: content.problem.message });
    }
    for (const folder of listings.keys()) {
      const learned = learnRules(rules, folder, {
        ignored: read.get(join(folder, ignoreFileName)) ?? null,
        configured: read.get(join(folder, configurationFileName)) ?? null,
      });
      configurationFiles.push(...learned.configurationFiles);
      problems.push(...learned.problems);
    }
    return { configurationFiles, problems };
  }

  #urisOf(paths: readonly string[]): readonly string[] {
    return paths.map((path) => this.uriOf(path));
  }
}

/** What a search has found so far. */
class Search {
  readonly #rules: WorkspaceRules;
  readonly #files: Record<FileRole, string[]> = { document: [], alerts: [], page: [] };
  readonly #outside: string[] = [];
  readonly #configurationFiles: ConfigurationFile[] = [];
  readonly #problems: FileProblem[] = [];

  constructor(rules: WorkspaceRules) {
    this.#rules = rules;
  }

  add({ configurationFiles, problems }: LearnedRules): void {
    this.#configurationFiles.push(...configurationFiles);
    this.#problems.push(...problems);
  }

  /** Takes what is in a folder; gives the folders in it that are to be looked into. */
  look(folder: string, listing: Listing): readonly string[] {
    if ('problem' in listing) {
      this.#problems.push({ path: folder, message: listing.problem.message });
      return [];
    }
    return listing.entries.flatMap(({ name, kind, isLink }) => {
      const path = join(folder, name);
      const role = kind === 'folder' ? null : this.#rules.roleOf(path);
      const isFolder = kind !== 'file' && this.#rules.entersFolder(path);
      if (isLink) {
        if (role === 'document' || isFolder) this.#outside.push(path);
        return [];
      }
      if (role !== null && kind === 'file') this.#files[role].push(path);
      return isFolder && kind === 'folder' ? [path] : [];
    });
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
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
