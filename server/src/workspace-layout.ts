/**
 * Where documents are: in which workspace folder, and under which configuration; which folders join which. Knows URIs and
 * configurations; nothing of texts.
 */
import { alertSourceAt } from './alerts/alert-source';
import type { Configuration } from './config/configuration';
import { isIncluded, isTemplateFile, kindsFor, readingOf } from './config/configured-files';
import { ConfigurationTree } from './config/configuration-tree';
import type { ImportedId } from './index/id-list';
import type { Joins } from './index/folder-indexes';
import { shortestPath } from './text/paths';
import type { DocumentPlace, WorkspaceFolder } from './workspace';

/** What the files of a folder are to it, by their path in the folder. */
export interface FolderFiles {
  /** Whether a file is not known to the folder, be it there or not: the rules exclude it, or it cannot be read. */
  readonly leavesOut: (path: string) => boolean;
  /** Whether the rules say that a file is no document of the folder. */
  readonly excludes: (path: string) => boolean;
  /** Whether there is a page that is not read but may be where an address leads: by its path without the ending. */
  readonly hasPage?: (stem: string) => boolean;
  /** Addresses of the repository that the folder is the top of, as Git keeps them. */
  readonly remotes?: readonly string[];
  /** Identifiers of other repositories that count as defined. */
  readonly imported?: readonly ImportedId[];
}

const allFiles: FolderFiles = { leavesOut: () => false, excludes: () => false };
const none: readonly string[] = [];
const emptyTree = new ConfigurationTree();

export class WorkspaceLayout {
  #folders: readonly WorkspaceFolder[] = [];
  /** Of the document that was asked for last: much is asked of one after the other. */
  #lastPlace: DocumentPlace | null = null;
  readonly #trees = new Map<string, ConfigurationTree>();
  readonly #files = new Map<string, FolderFiles>();

  get folders(): readonly WorkspaceFolder[] {
    return this.#folders;
  }

  setFolders(folders: readonly WorkspaceFolder[]): void {
    this.#folders = folders;
    this.#lastPlace = null;
    const uris = new Set(folders.map(({ uri }) => uri));
    for (const known of [...this.#trees.keys()]) {
      if (uris.has(known)) continue;
      this.#trees.delete(known);
      this.#files.delete(known);
    }
  }

  configure(folder: string, configurations: ConfigurationTree, files: FolderFiles = allFiles): void {
    this.#trees.set(folder, configurations);
    this.#files.set(folder, files);
  }

  /** The configuration files of a folder, by its URI. */
  configurationsOf(folder: string): ConfigurationTree {
    return this.#trees.get(folder) ?? emptyTree;
  }

  /** Where a document is in the workspace: the innermost folder that holds it. */
  placeOf(uri: string): DocumentPlace {
    if (this.#lastPlace?.uri !== uri) this.#lastPlace = this.#findPlace(uri);
    return this.#lastPlace;
  }

  #findPlace(uri: string): DocumentPlace {
    let best: WorkspaceFolder | null = null;
    for (const folder of this.#folders) {
      if (uri.startsWith(`${folder.uri}/`) && folder.uri.length > (best?.uri.length ?? -1)) best = folder;
    }
    const tail = best === null ? uri.slice(uri.lastIndexOf('/') + 1) : uri.slice(best.uri.length + 1);
    return { uri, folder: best?.uri ?? '', path: decode(tail) };
  }

  /** The place of a document as it is seen from a folder: the path of one in a joined folder leads there. */
  placeFrom(home: string, uri: string): DocumentPlace {
    const place = this.placeOf(uri);
    if (place.folder === home) return place;
    const way = this.joinsOf(home).joined.find(({ folder }) => folder === place.folder);
    return way === undefined ? place : { uri, folder: home, path: `${way.path}/${place.path}` };
  }

  /** The path of a document, with its folder's name before it where there are several. */
  labelOf(uri: string): string {
    const { folder, path } = this.placeOf(uri);
    const name = this.#folders.length < 2 ? undefined : this.#folders.find((one) => one.uri === folder)?.name;
    return name === undefined ? path : `${name}/${path}`;
  }

  /**
   * What a document is judged with: its folder by URI, or itself where it is of none. `isFile`: whether it was found as a
   * file of its folder; an open document that the rules of the folder exclude is alone.
   */
  homeOf(uri: string, isFile: boolean): string {
    const { folder, path } = this.placeOf(uri);
    if (folder === '') return uri;
    return isFile || !this.#isExcluded(folder, path) ? folder : uri;
  }

  configurationFor(uri: string): Configuration {
    const { folder, path } = this.placeOf(uri);
    return this.#configurationAt(folder, path);
  }

  /** Whether a path in the folder of a document is left out of the workspace, so that it is unknown whether it exists. */
  leavesOut(uri: string, path: string): boolean {
    const { folder } = this.placeOf(uri);
    const isOurs = isIncluded(this.#configurationAt(folder, path), path);
    return !isOurs || this.#files.get(folder)?.leavesOut(path) === true;
  }

  /** Addresses of the repository of a document, as Git keeps them. */
  remotesOf(uri: string): readonly string[] {
    return this.#files.get(this.placeOf(uri).folder)?.remotes ?? none;
  }

  /** Whether there is a page, in the folder of a document, that is not read: by its path without the ending. */
  hasPage(uri: string, stem: string): boolean {
    return this.#files.get(this.placeOf(uri).folder)?.hasPage?.(stem) === true;
  }

  /** Whether the document's path says template, example, archive or changelog. */
  isTemplate(uri: string): boolean {
    return isTemplateFile(this.configurationFor(uri), this.placeOf(uri).path);
  }

  /** All that a document's summary depends on besides its text. */
  standing(uri: string, isFile: boolean): string {
    const { folder, path } = this.placeOf(uri);
    const configuration = this.configurationFor(uri);
    const { setting } = kindsFor(configuration, path);
    return [
      this.homeOf(uri, isFile),
      folder,
      path,
      setting === null ? '' : `${setting.kind} ${setting.files}`,
      String(this.isTemplate(uri)),
      readingOf(configuration),
      alertSourceAt(configuration, path) === null ? '' : this.#alertReadingAt(folder, configuration),
    ].join('\n');
  }

  /** All besides its text that decides how an alert file is read. */
  #alertReadingAt(folder: string, { alerts, addresses }: Configuration): string {
    return JSON.stringify([alerts, addresses, this.#files.get(folder)?.remotes ?? []]);
  }

  /** The prefixes that the configuration of a folder declares. */
  prefixesOf(folder: string): ReadonlySet<string> {
    return new Set(this.#configurationAt(folder, '').prefixes.keys());
  }

  /** What a folder joins, as far as it is open. */
  joinsOf(folder: string): Joins {
    const { join } = this.#configurationAt(folder, '');
    const joined = join.flatMap(({ path }) => {
      const target = this.folderAt(folder, path);
      return target === null ? [] : [{ folder: target, path }];
    });
    return { joined, lacksFolders: joined.length < join.length };
  }

  /** The workspace folder at a path relative to another one; null where none is open there. */
  folderAt(from: string, path: string): string | null {
    const wanted = shortestPath(`${decode(from)}/${path}`);
    return this.#folders.find(({ uri }) => uri !== from && shortestPath(decode(uri)) === wanted)?.uri ?? null;
  }

  #configurationAt(folder: string, path: string): Configuration {
    return this.configurationsOf(folder).forFile(path);
  }

  #isExcluded(folder: string, path: string): boolean {
    const isOurs = isIncluded(this.#configurationAt(folder, path), path);
    return !isOurs || this.#files.get(folder)?.excludes(path) === true;
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
